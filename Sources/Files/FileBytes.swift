import Glibc

/// Reads whole files.
package enum FileBytes {
    /// The rest of an open file, from its current offset to its end.
    ///
    /// A file is read into memory of its own size at once. A stream, whose length is not known, is read in parts, which are
    /// put together at its end: what is too large takes no more memory than the limit.
    ///
    /// - Parameters:
    ///   - shown: what the file is called in a fault.
    ///   - limit: the largest number of bytes.
    ///   - goesOn: asked several times a second while a stream gives nothing; false ends it there.
    /// - Throws: `EFBIG` where there are more than `limit` bytes; an endless stream is one of those.
    package static func read(
        _ descriptor: Int32, shown: String, limit: Int = FileBytes.limit, while goesOn: () -> Bool = { true }
    ) throws(FileFault) -> [UInt8] {
        let status = FileStatus(descriptor: descriptor)
        let isRegular = status?.isRegular == true
        let size = status.map { isRegular ? $0.size : 0 } ?? 0
        let rest = max(0, size - max(0, Int(lseek(descriptor, 0, SEEK_CUR))))
        guard rest <= limit else { throw FileFault(.read, shown, code: EFBIG, limit: limit) }
        var parts: [[UInt8]] = []
        var count = 0
        while true {
            // One byte more than the file has, so that its end is reached at once.
            let room = parts.isEmpty ? (rest > 0 ? rest + 1 : 1 << 16) : min(max(count, 1 << 16), partBytes)
            var (code, isAtEnd): (Int32, Bool) = (0, false)
            let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
                while filled < buffer.count {
                    guard isRegular || awaitInput(descriptor, while: goesOn) else {
                        isAtEnd = true
                        return
                    }
                    let count = Glibc.read(descriptor, buffer.baseAddress! + filled, buffer.count - filled)
                    if count > 0 {
                        filled += count
                    } else if count == 0 {
                        isAtEnd = true
                        return
                    } else if errno != EINTR, errno != EAGAIN {
                        code = errno
                        return
                    }
                }
            }
            if code != 0 { throw FileFault(.read, shown, code: code) }
            count += part.count
            guard count <= limit else { throw FileFault(.read, shown, code: EFBIG, limit: limit) }
            if isAtEnd, parts.isEmpty { return part }
            parts.append(part)
            if isAtEnd { return joined(&parts, count) }
        }
    }

    /// Each part is let go of when it has been copied.
    private static func joined(_ parts: inout [[UInt8]], _ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            for index in parts.indices {
                filled = buffer[filled...].initialize(fromContentsOf: parts[index])
                parts[index] = []
            }
        }
    }

    /// The largest part in which a stream is read, in bytes.
    private static let partBytes = 1 << 24

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
