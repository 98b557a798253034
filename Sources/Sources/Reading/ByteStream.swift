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
    /// The first bytes, `FileType.window` of them where there are as many.
    func peek() throws(SourceFault) -> [UInt8] {
        while pending.count < FileType.window {
            let part = try read()
            if part.isEmpty { break }
            pending = pending.isEmpty ? part : pending + part
        }
        return Array(pending.prefix(FileType.window))
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
            if part.isEmpty { return all }
            all += part
        }
    }

    func randomAccess() throws(SourceFault) -> any RandomAccess { MemoryAccess(try rest()) }
}

/// Bytes that are in memory.
final class MemoryStream: ByteStream {
    var pending: [UInt8]

    init(_ bytes: [UInt8]) { pending = bytes }

    func read() -> [UInt8] { [] }

    func rest() -> [UInt8] {
        defer { pending = [] }
        return pending
    }
}
