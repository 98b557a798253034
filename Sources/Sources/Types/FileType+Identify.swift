import TextDecoding

extension FileType {
    /// Bytes from the start of a file that are enough to tell what it is.
    package static let window = 4096

    /// What a file is whose first bytes these are: up to `window` of them, and all where there are fewer.
    package static func identify(_ start: some Sequence<UInt8>) -> FileType {
        let bytes = Array(start.prefix(window))
        return bytes.withUnsafeBufferPointer { identify($0) }
    }

    private static func identify(_ bytes: UnsafeBufferPointer<UInt8>) -> FileType {
        guard !bytes.isEmpty else { return .empty }
        if let found = Signature.all.first(where: { $0.matches(bytes) }) {
            return found.type
        }
        if bytes.count > 10, bytes.starts(with: [0x42, 0x4D]), bytes[6..<10].allSatisfy({ $0 == 0 }) { return .bmp }
        let text = TextDecoder.read(bytes)
        if let noise = noise(bytes, text) { return noise }
        let isCut = bytes.count >= window
        return text.utf8.withUnsafeBufferPointer { utf8 in
            guard let first = utf8.firstIndex(where: { !isSpace($0) }) else { return isCut ? .text : .empty }
            let content = UnsafeBufferPointer(rebasing: utf8[first...])
            switch content[0] {
            case UInt8(ascii: "<"): return MarkupStart(content).type ?? .text
            case UInt8(ascii: "{"), UInt8(ascii: "["): return JSONStart(content).type ?? .text
            default: return .text
            }
        }
    }

    /// What bytes are that give no text worth reading; nil where they give some.
    ///
    /// A page may hold some NULs, escape sequences and bytes of another encoding: those are taken out. Where more than a
    /// quarter of the bytes are neither text nor part of a sequence, the bytes are no text.
    static func noise(_ bytes: UnsafeBufferPointer<UInt8>, _ text: SourceText) -> FileType? {
        let removed = text.removed
        guard removed.malformed + removed.controls + removed.unknown > 0 else { return nil }
        // A sequence that is cut by the end of the bytes counts as malformed.
        let malformed = max(0, removed.malformed - 3)
        var controls = 0
        if text.encoding == .utf8 {
            for byte in bytes where byte < 0x20 && !isHarmless(byte) || byte == 0x7F { controls += 1 }
        } else {
            controls = removed.controls + removed.unknown
        }
        guard (malformed + controls) * 4 > bytes.count else { return nil }
        return controls * 50 < bytes.count ? .unknownText : .unknown
    }

    /// Controls that texts hold: white space, ESC, backspace and bell.
    private static func isHarmless(_ byte: UInt8) -> Bool {
        byte == 0x1B || (0x07...0x0D).contains(byte)
    }

    /// ASCII white space, in well-formed UTF-8 that has passed the sanitizer.
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
