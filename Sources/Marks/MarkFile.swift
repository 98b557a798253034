import Files
import Glibc

/// One device's log as far as it was read: what is needed to read only what was added.
struct MarkFile {
    let path: String
    /// Of the file as it was seen last; nil while there is none.
    private(set) var identity: FileIdentity?
    /// Bytes read, up to a line's end.
    private(set) var consumed = 0
    /// Lines read that hold an event.
    private(set) var events = 0

    init(path: String) { self.path = path }

    /// Whether the file looks as it did when it was read last. One call of stat.
    var isUnchanged: Bool { identity == FileIdentity(path: path) }

    /// What `readNew` has to read, about.
    var unreadBytes: Int { max(0, (FileIdentity(path: path)?.size ?? 0) - consumed) }

    /// Takes in the events that were added since the last time; all of them where the file was replaced or cut.
    ///
    /// A last line without its line feed is left for the next time. No file is no events.
    mutating func readNew(into intake: inout MarkIntake) throws(FileFault) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            let fault = FileFault(.open, path)
            identity = nil
            if fault.code == ENOENT { return }
            throw fault
        }
        defer { close(descriptor) }
        guard let found = FileIdentity(descriptor: descriptor) else { throw FileFault(.read, path) }
        guard found.isRegular else { throw FileFault(.read, path, code: EINVAL) }

        let isSame = identity?.isSameFile(as: found) ?? false
        if !isSame || found.size <= consumed {
            consumed = 0
            events = 0
        }
        identity = found
        do {
            try read(descriptor, upTo: found.size, into: &intake)
        } catch {
            // What was read stands; the rest is tried again.
            identity = nil
            throw error
        }
    }

    private mutating func read(
        _ descriptor: Int32, upTo size: Int, into intake: inout MarkIntake
    ) throws(FileFault) {
        var fault: FileFault?
        withUnsafeTemporaryAllocation(byteCount: 1 << 18, alignment: 16) { room in
            var filled = 0
            while true {
                // A line as long as the room is no event: it is read over.
                if filled == room.count {
                    consumed += filled
                    filled = 0
                }
                let wanted = min(room.count - filled, size - consumed - filled)
                if wanted <= 0 { return }
                let count = pread(descriptor, room.baseAddress! + filled, wanted, off_t(consumed + filled))
                if count < 0 {
                    if errno == EINTR { continue }
                    fault = FileFault(.read, path)
                    return
                }
                if count == 0 { return }
                filled += count
                let used = lines(of: UnsafeRawBufferPointer(rebasing: room[..<filled]), into: &intake)
                consumed += used
                filled -= used
                if filled > 0, used > 0 { memmove(room.baseAddress!, room.baseAddress! + used, filled) }
            }
        }
        if let fault { throw fault }
    }

    /// The bytes up to the last line feed.
    private mutating func lines(of bytes: UnsafeRawBufferPointer, into intake: inout MarkIntake) -> Int {
        var used = 0
        MarkFile.forEachLine(of: bytes) { line, event in
            used += line.count + 1
            if let event {
                events += 1
                intake.add(event)
            }
        }
        return used
    }

    /// The complete lines of a log, without their line feeds, and their events.
    @inline(__always)
    static func forEachLine(of bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer, MarkEvent?) -> Void) {
        guard let base = bytes.baseAddress else { return }
        var start = 0
        while start < bytes.count, let end = memchr(base + start, 0x0A, bytes.count - start) {
            let line = UnsafeRawBufferPointer(
                start: base + start, count: end - UnsafeMutableRawPointer(mutating: base + start))
            body(line, MarkLine.parse(line))
            start += line.count + 1
        }
    }
}
