import CZlib

/// What a gzip file (RFC 1952) unpacks to; several members one after another are one file.
final class GzipStream: ByteStream {
    var pending: [UInt8] = []
    private let source: any ByteStream
    private let path: String
    private let budget: UnpackingBudget
    private let inflater: UnsafeMutablePointer<z_stream>
    /// A part of the source, and how much of it has been read.
    private var input: [UInt8] = []
    private var offset = 0
    private var (packed, unpacked) = (0, 0)
    /// Between two members, or behind the last.
    private var isBetween = true

    /// Unpacked bytes per part.
    private static let part = 1 << 18
    /// zlib's largest window, and that there is a gzip header.
    private static let windowBits: Int32 = 15 + 16

    init(_ source: any ByteStream, path: String, budget: UnpackingBudget) throws(SourceFault) {
        self.source = source
        self.path = path
        self.budget = budget
        inflater = .allocate(capacity: 1)
        inflater.initialize(to: z_stream())
        let code = inflateInit2_(inflater, Self.windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        if code != Z_OK { throw .damaged(path: path, .gzip) }
    }

    deinit {
        inflateEnd(inflater)
        inflater.deinitialize(count: 1)
        inflater.deallocate()
    }

    /// Where a part is full, there is input left: a checksum follows the last bytes.
    func read() throws(SourceFault) -> [UInt8] {
        while true {
            if offset == input.count {
                input = try source.next()
                offset = 0
                packed += input.count
                if input.isEmpty {
                    if isBetween { return [] }
                    throw .damaged(path: path, .gzip)
                }
            }
            if isBetween {
                // What follows a member without being one is padding.
                guard unpacked == 0 || input[offset] == 0x1F else { return [] }
                inflateReset(inflater)
                isBetween = false
            }
            let part = try inflatePart()
            if !part.isEmpty { return part }
        }
    }

    /// As much as the input gives, or as there is room for in a part.
    private func inflatePart() throws(SourceFault) -> [UInt8] {
        var code = Z_OK
        let part = [UInt8](unsafeUninitializedCapacity: Self.part) { output, count in
            input.withUnsafeMutableBufferPointer { input in
                inflater.pointee.next_in = input.baseAddress.map { $0 + offset }
                inflater.pointee.avail_in = uInt(input.count - offset)
                inflater.pointee.next_out = output.baseAddress
                inflater.pointee.avail_out = uInt(output.count)
                code = inflate(inflater, Z_NO_FLUSH)
                offset = input.count - Int(inflater.pointee.avail_in)
                count = output.count - Int(inflater.pointee.avail_out)
            }
        }
        // A buffer error is none: there was nothing to be done with this input.
        guard [Z_OK, Z_STREAM_END, Z_BUF_ERROR].contains(code) else { throw .damaged(path: path, .gzip) }
        isBetween = code == Z_STREAM_END
        unpacked += part.count
        try budget.spend(part.count, total: unpacked, packed: packed, path: path)
        return part
    }
}
