import Glibc

/// Bytes of another encoding as UTF-8, each ill-formed part as U+FFFD.
struct Conversion: Equatable {
    var bytes: [UInt8] = []
    /// Bytes of the source that were ill-formed.
    var malformed = 0

    /// nil where this machine has no converter for the encoding.
    static func utf8(from source: UnsafeBufferPointer<UInt8>, in encoding: SourceText.Encoding) -> Conversion? {
        switch encoding {
        case .utf8: Conversion(bytes: Array(source))
        case .utf16LittleEndian, .utf16BigEndian: fromUTF16(source, isBigEndian: encoding == .utf16BigEndian)
        case .gb18030: throughSystem(source, name: "GB18030")
        }
    }

    /// UTF-16 is the standard library's own: it needs no converter on the machine.
    private static func fromUTF16(_ source: UnsafeBufferPointer<UInt8>, isBigEndian: Bool) -> Conversion {
        var result = Conversion()
        result.bytes.reserveCapacity(source.count / 2 * 3)
        var units = UTF16Units(bytes: source, isBigEndian: isBigEndian)
        var decoder = UTF16()
        decoding: while true {
            switch decoder.decode(&units) {
            case .scalarValue(let scalar):
                result.bytes.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)
            case .error:
                result.malformed += 2
                result.replace()
            case .emptyInput:
                break decoding
            }
        }
        if source.count % 2 == 1 {
            result.malformed += 1
            result.replace()
        }
        return result
    }

    /// Through the C library's converter of that name.
    static func throughSystem(_ source: UnsafeBufferPointer<UInt8>, name: String) -> Conversion? {
        let converter = iconv_open("UTF-8", name)
        guard let converter, Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }

        var result = Conversion()
        result.bytes.reserveCapacity(source.count + source.count / 2)
        var from = UnsafeMutableRawPointer(mutating: source.baseAddress)?.assumingMemoryBound(to: CChar.self)
        var left = source.count
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1 << 16) { room in
            while left > 0 {
                var to = room.baseAddress
                var free = room.count
                let outcome = iconv(converter, &from, &left, &to, &free)
                let fault = errno
                result.bytes.append(contentsOf: UnsafeRawBufferPointer(room).prefix(room.count - free))
                guard outcome == -1, fault != E2BIG else { continue }
                // One byte at a time, so that what is well-formed behind it is not lost; a cut end goes as a whole.
                let length = fault == EINVAL ? left : 1
                result.malformed += length
                result.replace()
                from = from.map { $0 + length }
                left -= length
            }
        }
        return result
    }

    private mutating func replace() { bytes.append(contentsOf: [0xEF, 0xBF, 0xBD]) }
}

/// The 16-bit units of bytes; an odd last byte is left out.
struct UTF16Units: IteratorProtocol {
    let bytes: UnsafeBufferPointer<UInt8>
    let isBigEndian: Bool
    private var offset = 0

    init(bytes: UnsafeBufferPointer<UInt8>, isBigEndian: Bool) {
        self.bytes = bytes
        self.isBigEndian = isBigEndian
    }

    mutating func next() -> UInt16? {
        guard offset + 1 < bytes.count else { return nil }
        defer { offset += 2 }
        let (one, two) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
        return isBigEndian ? one << 8 | two : two << 8 | one
    }
}
