import Files
import Glibc

/// One device's log as far as it was read: what is needed to read only what was added.
struct MarkFile {
    let path: FileName
    /// Of the file as it was read last; nil while there is none.
    private(set) var status: FileStatus?
    /// Bytes read, up to a line's end.
    private(set) var consumed = 0
    /// How many of the lines that were read hold an event.
    private(set) var events = 0
    /// How many are neither an event nor empty.
    private(set) var unreadable = 0

    init(path: FileName) { self.path = path }

    /// Whether the file looks as it did when it was read last. One call of stat.
    var isUnchanged: Bool { status == FileStatus(path) }

    /// About how many bytes `readNew` has to read.
    var unreadBytes: Int { max(0, (FileStatus(path)?.size ?? 0) - consumed) }

    /// Reads the events that were added since the last time; all of them where the file was replaced or cut.
    ///
    /// A last line without its line feed counts if it is an event, and is read again the next time: it may be in the making.
    /// No file is no events.
    mutating func readNew(into loader: inout MarkLoader) throws(FileFault) {
        let descriptor: Int32
        do {
            descriptor = try openForReading(path)
        } catch {
            status = nil
            if error.code == ENOENT { return }
            throw error
        }
        defer { close(descriptor) }
        guard let found = FileStatus(descriptor: descriptor) else { throw FileFault(.read, path) }

        let isSame = status?.isSameFile(as: found) ?? false
        if !isSame || found.size <= consumed {
            consumed = 0
            events = 0
            unreadable = 0
        }
        status = found
        do {
            try read(descriptor, upTo: found.size, into: &loader)
        } catch {
            // What was read counts; the rest is tried again.
            status = nil
            throw error
        }
    }

    /// Notes that this process has appended these bytes, so that they need not be read. Where others have written too,
    /// nothing is noted, and all is read as usual.
    mutating func appended(_ bytes: Int, events new: Int, to descriptor: Int32) {
        guard let found = FileStatus(descriptor: descriptor), found.size == consumed + bytes else { return }
        if let status {
            // A last line without its line feed has not been consumed: it is read again.
            guard status.isSameFile(as: found), status.size == consumed else { return }
        }
        consumed += bytes
        events += new
        status = found
    }

    private mutating func read(
        _ descriptor: Int32, upTo size: Int, into loader: inout MarkLoader
    ) throws(FileFault) {
        var fault: FileFault?
        withUnsafeTemporaryAllocation(byteCount: 1 << 18, alignment: 16) { buffer in
            var filled = 0
            while true {
                // A line as long as the buffer is no event: it is skipped.
                if filled == buffer.count {
                    consumed += filled
                    filled = 0
                }
                let wanted = min(buffer.count - filled, size - consumed - filled)
                if wanted <= 0 { break }
                let count = pread(descriptor, buffer.baseAddress! + filled, wanted, off_t(consumed + filled))
                if count < 0 {
                    if errno == EINTR { continue }
                    fault = FileFault(.read, path)
                    return
                }
                if count == 0 { break }
                filled += count
                let used = readLines(UnsafeRawBufferPointer(rebasing: buffer[..<filled]), into: &loader)
                consumed += used
                filled -= used
                if filled > 0, used > 0 { memmove(buffer.baseAddress!, buffer.baseAddress! + used, filled) }
            }
            let rest = UnsafeRawBufferPointer(rebasing: buffer[..<filled])
            if let event = MarkLine.parse(withoutLineEnd: consumed == 0 ? MarkFile.withoutMark(rest) : rest) {
                loader.add(event)
            }
        }
        if let fault { throw fault }
    }

    /// The number of bytes up to and with the last line feed.
    private mutating func readLines(_ bytes: UnsafeRawBufferPointer, into loader: inout MarkLoader) -> Int {
        let lines = consumed == 0 ? MarkFile.withoutMark(bytes) : bytes
        var used = 0
        MarkFile.forEachLine(of: lines) { line, event in
            used += line.count + 1
            if let event {
                events += 1
                loader.add(event)
            } else if !MarkLine.isEmpty(line) {
                unreadable += 1
            }
        }
        return used == 0 ? 0 : used + bytes.count - lines.count
    }

    /// A log's bytes without a byte order mark at their beginning.
    static func withoutMark(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? UnsafeRawBufferPointer(rebasing: bytes[3...]) : bytes
    }

    /// The complete lines of a log, without their line feeds, and their events.
    @inline(__always)
    static func forEachLine(of bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer, MarkEvent?) -> Void) {
        guard let base = bytes.baseAddress else { return }
        var start = 0
        while start < bytes.count, let end = memchr(base + start, 0x0A, bytes.count - start) {
            let line = UnsafeRawBufferPointer(
                start: base + start, count: end - UnsafeMutableRawPointer(mutating: base + start))
            body(line, MarkLine.parse(withoutLineEnd: line))
            start += line.count + 1
        }
    }
}
