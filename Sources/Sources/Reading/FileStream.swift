import Files
import Glibc

/// An open file or pipe.
final class FileStream: ByteStream {
    var pending: [UInt8] = []
    private let descriptor: Int32
    private let shown: String
    private let limit: Int
    private let status: FileStatus?
    private let goesOn: () -> Bool
    private var isAtEnd = false
    /// Bytes that have been read.
    private var count = 0

    /// Files up to this size, in bytes, are read whole at once: nearly all pages are smaller.
    private static let small = 1 << 22
    /// Bytes that are read at a time of larger ones.
    private static let part = 1 << 20

    /// - Parameters:
    ///   - limit: the largest number of bytes that are read, in whatever way; more are a fault with `EFBIG`.
    ///   - goesOn: asked several times a second while a pipe or a device gives nothing; false ends it there. Nil where the
    ///     file must be none.
    init(_ file: FileName, limit: Int, while goesOn: (() -> Bool)? = nil) throws(SourceFault) {
        shown = file.shown
        self.goesOn = goesOn ?? { true }
        self.limit = limit
        do throws(FileFault) {
            descriptor = file == FileName("-") ? dup(0) : try openForReading(file, mayWait: goesOn != nil)
            status = FileStatus(descriptor: descriptor)
            if descriptor < 0 { throw FileFault(.open, file) }
        } catch {
            throw .file(error)
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    func read() throws(SourceFault) -> [UInt8] {
        if isAtEnd { return [] }
        if let status, status.isRegular, status.size <= Self.small { return try readAll() }
        var code: Int32 = 0
        let part = [UInt8](unsafeUninitializedCapacity: Self.part) { buffer, filled in
            while true {
                guard status?.isRegular == true || awaitInput(descriptor, while: goesOn) else { return }
                let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                if count < 0, errno == EINTR || errno == EAGAIN { continue }
                if count < 0 { code = errno }
                filled = max(0, count)
                return
            }
        }
        if code != 0 { throw .file(FileFault(.read, shown, code: code)) }
        count += part.count
        guard count <= limit else { throw .file(FileFault(.read, shown, code: EFBIG, limit: limit)) }
        return part
    }

    func rest() throws(SourceFault) -> [UInt8] {
        defer { pending = [] }
        if isAtEnd { return pending }
        // A file is read into memory of its own size, at once.
        if !pending.isEmpty, lseek(descriptor, -off_t(pending.count), SEEK_CUR) >= 0 {
            count -= pending.count
            pending = []
        }
        let rest = try readAll()
        return pending.isEmpty ? rest : pending + rest
    }

    func randomAccess() throws(SourceFault) -> any RandomAccess {
        if let status, status.isRegular, status.size > Self.small {
            return FileAccess(dup(descriptor), size: status.size)
        }
        return MemoryAccess(try rest())
    }

    private func readAll() throws(SourceFault) -> [UInt8] {
        isAtEnd = true
        do throws(FileFault) {
            return try FileBytes.read(descriptor, shown: shown, limit: limit - count, while: goesOn)
        } catch {
            throw .file(error)
        }
    }
}
