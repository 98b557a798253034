import Glibc

/// Reads whole files.
package enum FileBytes {
    /// The rest of an open file, from its current offset to its end.
    ///
    /// A file is read into memory of its own size at once; for a stream, whose length is not known, the memory is doubled
    /// as it grows.
    ///
    /// - Parameters:
    ///   - shown: what the file is called in a fault.
    ///   - limit: the largest number of bytes.
    /// - Throws: `EFBIG` where there are more than `limit` bytes; an endless stream is one of those.
    package static func read(
        _ descriptor: Int32, shown: String, limit: Int = FileBytes.limit
    ) throws(FileFault) -> [UInt8] {
        let size = FileStatus(descriptor: descriptor).map { $0.isRegular ? $0.size : 0 } ?? 0
        let rest = max(0, size - max(0, Int(lseek(descriptor, 0, SEEK_CUR))))
        guard rest <= limit else { throw FileFault(.read, shown, code: EFBIG) }
        // One byte more than the file has, so that its end is reached without growing.
        var capacity = rest > 0 ? rest + 1 : 1 << 16
        var bytes: [UInt8] = []
        while true {
            var (code, isAtEnd): (Int32, Bool) = (0, false)
            let known = bytes
            bytes = []
            bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
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
            capacity = min(capacity * 2, limit + 1)
        }
    }

    /// The content of a file that was asked for by name; `-` is standard input.
    ///
    /// - Parameter mayWait: whether it may be a pipe or a device, which can keep the caller waiting; if not, such a file is
    ///   a fault with `EINVAL`.
    package static func read(
        _ file: FileName, mayWait: Bool = true, limit: Int = FileBytes.limit
    ) throws(FileFault) -> [UInt8] {
        if file == FileName("-") { return try read(0, shown: "-", limit: limit) }
        let descriptor = try openForReading(file, mayWait: mayWait)
        defer { close(descriptor) }
        return try read(descriptor, shown: file.shown, limit: limit)
    }

    /// The largest file that is read, in bytes: 1 GiB. A newspaper's year is far below; a stream may be endless.
    package static let limit = 1 << 30
}
