import Files
import Glibc

/// The bytes of one file in order, the first of which can be looked at before anything is done with them.
protocol ByteStream: AnyObject {
    /// The first bytes, `FileType.window` of them where there are as many. The same however often it is called, as long as
    /// nothing else has been.
    func peek() throws(SourceFault) -> [UInt8]
    /// The next part, of about a megabyte; empty at the end.
    func next() throws(SourceFault) -> [UInt8]
    /// All that has not been read.
    func rest() throws(SourceFault) -> [UInt8]
}

/// Bytes per part.
let partSize = 1 << 20

/// Bytes that are in memory.
final class MemoryStream: ByteStream {
    private var bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func peek() -> [UInt8] { Array(bytes.prefix(FileType.window)) }

    /// In one part: it is held already.
    func next() -> [UInt8] { rest() }

    func rest() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }
}

/// An open file or pipe.
final class FileStream: ByteStream {
    private let descriptor: Int32
    private let shown: String
    private let limit: Int
    /// What has been read and not handed out.
    private var pending: [UInt8] = []
    private var isAtEnd = false

    /// Files up to this size, in bytes, are read whole when they are looked at: nearly all pages are smaller.
    private static let small = 1 << 22

    /// - Parameters:
    ///   - mayWait: whether the file may be a pipe or a device, which can keep the caller waiting.
    ///   - limit: the largest number of bytes that `rest` reads.
    init(_ file: FileName, mayWait: Bool, limit: Int) throws(SourceFault) {
        let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (mayWait ? 0 : O_NONBLOCK)
        shown = file.shown
        self.limit = limit
        descriptor = file == FileName("-") ? dup(0) : file.withCString { open($0, flags) }
        guard descriptor >= 0 else { throw .file(FileFault(.open, shown)) }
        let status = FileStatus(descriptor: descriptor)
        if !mayWait, status?.isRegular != true { throw .file(FileFault(.read, shown, code: EINVAL)) }
        if let status, status.isRegular, status.size <= Self.small {
            pending = try readAll()
            isAtEnd = true
        }
    }

    deinit { close(descriptor) }

    func peek() throws(SourceFault) -> [UInt8] {
        while pending.count < FileType.window, !isAtEnd { try read() }
        return Array(pending.prefix(FileType.window))
    }

    func next() throws(SourceFault) -> [UInt8] {
        if pending.isEmpty, !isAtEnd { try read() }
        defer { pending = [] }
        return pending
    }

    func rest() throws(SourceFault) -> [UInt8] {
        defer {
            pending = []
            isAtEnd = true
        }
        if isAtEnd { return pending }
        // A file is read into memory of its own size at once.
        if lseek(descriptor, -off_t(pending.count), SEEK_CUR) >= 0 { pending = [] }
        let rest = try readAll()
        return pending.isEmpty ? rest : pending + rest
    }

    private func readAll() throws(SourceFault) -> [UInt8] {
        do throws(FileFault) {
            return try FileBytes.read(descriptor, shown: shown, limit: limit - pending.count)
        } catch {
            throw .file(error)
        }
    }

    private func read() throws(SourceFault) {
        var code: Int32 = 0
        let part = [UInt8](unsafeUninitializedCapacity: partSize) { buffer, filled in
            while true {
                let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                if count < 0, errno == EINTR { continue }
                if count < 0 { code = errno }
                filled = max(0, count)
                return
            }
        }
        if code != 0 { throw .file(FileFault(.read, shown, code: code)) }
        isAtEnd = part.isEmpty
        pending += part
    }
}
