import Glibc

/// All bytes of an open file.
package enum FileBytes {
    /// Into room of the file's size at once; a stream's room is doubled as it grows.
    ///
    /// - Throws: EFBIG where there are more than `limit` bytes, an endless stream among them.
    package static func read(_ descriptor: Int32, shown: String, limit: Int) throws(FileFault) -> [UInt8] {
        let size = FileIdentity(descriptor: descriptor).map { $0.isRegular ? $0.size : 0 } ?? 0
        guard size <= limit else { throw FileFault(.read, shown, code: EFBIG) }
        // One more than the size, so that the end is seen without growing.
        var room = max(size + 1, 1 << 16)
        var bytes: [UInt8] = []
        while true {
            var (code, isAtEnd): (Int32, Bool) = (0, false)
            let known = bytes
            bytes = []
            bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
                filled = buffer.initialize(fromContentsOf: known)
                while filled < buffer.count {
                    let count = Glibc.read(descriptor, buffer.baseAddress! + filled, buffer.count - filled)
                    if count > 0 {
                        filled += count
                    } else if count == 0 {
                        isAtEnd = true
                        return
                    } else if errno != EINTR {
                        code = errno
                        return
                    }
                }
            }
            if code != 0 { throw FileFault(.read, shown, code: code) }
            guard bytes.count <= limit else { throw FileFault(.read, shown, code: EFBIG) }
            if isAtEnd { return bytes }
            room *= 2
        }
    }

    /// What a file that was asked for by name holds; `-` is standard input.
    ///
    /// `mayWait`: whether it may be a pipe or a device, which may keep the caller waiting; else EINVAL for what is no
    /// regular file.
    package static func read(
        _ file: FileName, mayWait: Bool = true, limit: Int = FileBytes.limit
    ) throws(FileFault) -> [UInt8] {
        if file == FileName("-") { return try read(0, shown: "-", limit: limit) }
        let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (mayWait ? 0 : O_NONBLOCK)
        let descriptor = file.withCString { open($0, flags) }
        guard descriptor >= 0 else { throw FileFault(.open, file.shown) }
        defer { close(descriptor) }
        if !mayWait, FileIdentity(descriptor: descriptor)?.isRegular != true {
            throw FileFault(.read, file.shown, code: EINVAL)
        }
        return try read(descriptor, shown: file.shown, limit: limit)
    }

    /// The largest file that is read, in bytes. A newspaper's year is far below; a stream may be endless.
    package static let limit = 1 << 30
}
