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
