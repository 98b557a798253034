import CZlib

/// Writes ZIP files (APPNOTE 6.3) for tests, wrong ones too.
struct ZipWriter {
    private(set) var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// Files with their texts, in the order of their names.
    static func zip(_ files: [String: String]) -> [UInt8] {
        var writer = ZipWriter()
        for (name, text) in files.sorted(by: { $0.key < $1.key }) { writer.add(Array(name.utf8), Array(text.utf8)) }
        return writer.finish()
    }

    /// - Parameter flags: bit 0: encrypted; bit 11: the name is UTF-8.
    mutating func add(
        _ name: [UInt8], _ content: [UInt8], method: Int = 8, flags: Int = 0x800, checksum: UInt32? = nil
    ) {
        let packed = method == 8 ? deflate(content) : content
        let sum = checksum ?? UInt32(crc32(0, content, uInt(content.count)))
        let offset = bytes.count
        let fields = [2: flags, 4: method].sorted { $0.key < $1.key }.flatMap { Self.two($0.value) }
        let sizes = [Int(sum), packed.count, content.count].flatMap(Self.four)
        let common = Self.two(20) + fields + [0, 0, 0x21, 0x52] + sizes + Self.two(name.count) + [0, 0]
        bytes += [0x50, 0x4B, 3, 4] + common + name + packed
        directory +=
            [0x50, 0x4B, 1, 2, 20, 3] + common + [0, 0, 0, 0, 0, 0] + Self.four(0x81A4 << 16) + Self.four(offset) + name
        count += 1
    }

    consuming func finish() -> [UInt8] {
        let end =
            [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + Self.two(count) + Self.two(count) + Self.four(directory.count)
            + Self.four(bytes.count) + [0, 0]
        return bytes + directory + end
    }

    private static func two(_ value: Int) -> [UInt8] { (0..<2).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
    private static func four(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
}

/// Bytes as a gzip file.
func gzip(_ bytes: [UInt8]) -> [UInt8] { deflate(bytes, windowBits: 31) }

private func deflate(_ bytes: [UInt8], windowBits: Int32 = -15) -> [UInt8] {
    var bytes = bytes
    var stream = z_stream()
    deflateInit2_(
        &stream, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    let bound = Int(deflateBound(&stream, uLong(bytes.count))) + 64
    return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
        bytes.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = uInt(input.count)
            stream.next_out = output.baseAddress
            stream.avail_out = uInt(output.count)
            CZlib.deflate(&stream, Z_FINISH)
        }
        count = output.count - Int(stream.avail_out)
    }
}
