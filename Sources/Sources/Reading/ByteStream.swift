import TextDecoding

/// The bytes of one file in order, the first of which can be looked at before anything is done with them.
protocol ByteStream: AnyObject {
    /// What has been read and not handed out.
    var pending: [UInt8] { get set }
    /// Reads the next part, at most about a megabyte, past `pending`; empty at the end.
    func read() throws(SourceFault) -> [UInt8]
    /// All that has not been handed out.
    func rest() throws(SourceFault) -> [UInt8]
    /// The same bytes for reading at any place. Nothing else must be called after it.
    func randomAccess() throws(SourceFault) -> any RandomAccess
}

extension ByteStream {
    /// What the file is, by its first bytes.
    ///
    /// - Parameter encoding: how it is written if it is text; nil where that is to be found out.
    func type(as encoding: SourceText.Encoding? = nil) throws(SourceFault) -> FileType {
        try fill(FileType.window)
        return pending.withUnsafeBufferPointer { FileType.identify($0, as: encoding) }
    }

    /// The first bytes, `FileType.window` of them where there are as many.
    func start() throws(SourceFault) -> [UInt8] {
        try fill(FileType.window)
        return Array(pending.prefix(FileType.window))
    }

    private func fill(_ count: Int) throws(SourceFault) {
        while pending.count < count {
            let part = try read()
            if part.isEmpty { break }
            pending = pending.isEmpty ? part : pending + part
        }
    }

    /// The next part; empty at the end.
    func next() throws(SourceFault) -> [UInt8] {
        guard pending.isEmpty else {
            defer { pending = [] }
            return pending
        }
        return try read()
    }

    func rest() throws(SourceFault) -> [UInt8] {
        var all = try next()
        while true {
            let part = try read()
            // What is kept of many small files must not have room for large ones.
            if part.isEmpty { return all.capacity > 2 * all.count ? all.withUnsafeBufferPointer { Array($0) } : all }
            all += part
        }
    }

    func randomAccess() throws(SourceFault) -> any RandomAccess { MemoryAccess(try rest()) }
}
