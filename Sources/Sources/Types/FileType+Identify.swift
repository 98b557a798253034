import Markup
import TextDecoding
import XML

extension FileType {
    /// Bytes from the start of a file that are enough to tell what it is.
    package static let window = 4096

    /// What a file is whose first bytes these are: up to `window` of them, and all where there are fewer.
    package static func identify(_ start: [UInt8]) -> FileType {
        start.withUnsafeBufferPointer { identify($0) }
    }

    /// Bytes that are enough to tell text from noise.
    private static let sample = 1024

    /// - Parameter encoding: how it is written if it is text; nil where that is to be found out.
    static func identify(_ start: UnsafeBufferPointer<UInt8>, as encoding: SourceText.Encoding? = nil) -> FileType {
        let type = identified(start)
        guard let encoding, [.text, .unknownText, .unknown].contains(type) else { return type }
        let sample = UnsafeBufferPointer(rebasing: start.prefix(sample))
        return noise(sample, TextDecoder.readText(sample, as: encoding)) ?? .text
    }

    private static func identified(_ start: UnsafeBufferPointer<UInt8>) -> FileType {
        let bytes = UnsafeBufferPointer(rebasing: start.prefix(window))
        guard !bytes.isEmpty else { return .empty }
        if let found = Signature.all.first(where: { $0.matches(bytes) }) { return found.type }
        if hasPDFHeader(bytes) { return .pdf }
        if bytes.count > 10, bytes.starts(with: [0x42, 0x4D]), bytes[6..<10].allSatisfy({ $0 == 0 }) { return .bmp }
        if let type = markup(bytes) { return type }
        let sample = wholeCharacters(bytes, atMost: sample)
        let text = TextDecoder.readText(sample)
        if let noise = noise(sample, text) { return noise }
        if let first = text.utf8.first(where: { !isSpace($0) }), !isBracket(first) {
            return WebArchive.begins(bytes) ? .webArchive : beginsFeed(text.utf8) ? .feedXML : .text
        }

        // What it is beyond its first character takes more of it.
        let start = TextDecoder.read(wholeCharacters(bytes, atMost: window))
        return start.utf8.withUnsafeBufferPointer { utf8 in
            guard let first = utf8.firstIndex(where: { !isSpace($0) }) else {
                return bytes.count < window ? .empty : .text
            }
            let content = UnsafeBufferPointer(rebasing: utf8[first...])
            guard isBracket(content[0]) else { return .text }
            return (content[0] == UInt8(ascii: "<") ? MarkupStart(content).type : JSONStart(content).type) ?? .text
        }
    }

    /// Whether a PDF begins among the first bytes, at a line's beginning: others may come before it (PDF 1.7, appendix H, 3.4.1).
    private static func hasPDFHeader(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let header: StaticString = "%PDF-"
        let start = bytes.prefix(1024)
        return start.indices.contains { at in
            start[at] == header.utf8Start[0] && (at == 0 || [0x0A, 0x0D, 0xBF].contains(start[at - 1]))
                && start[at...].starts(
                    with: UnsafeBufferPointer(start: header.utf8Start, count: header.utf8CodeUnitCount))
        }
    }

    /// A feed or a page by its tags, however the rest of it is written: those are ASCII in nearly all encodings, in units of one
    /// byte or, in feeds, of four.
    private static func markup(_ bytes: UnsafeBufferPointer<UInt8>) -> FileType? {
        let start = bytes.prefix(4)
        if start.count == 4, start.count(where: { $0 == 0 }) >= 2 {
            let plain = bytes.filter { $0 != 0 && $0 < 0x80 }
            let isFeed = plain.withUnsafeBufferPointer {
                $0.first == UInt8(ascii: "<") && MarkupStart($0).type == .feedXML
            }
            return isFeed ? .feedXML : nil
        }
        guard let first = bytes.firstIndex(where: { !isSpace($0) }), bytes[first] == UInt8(ascii: "<") else {
            return nil
        }
        let type = MarkupStart(UnsafeBufferPointer(rebasing: bytes[first...])).type
        return type == .feedXML || type == .html ? type : nil
    }

    /// Whether a feed begins in a text that has something before it: a message of a server, a header that was saved with it.
    private static func beginsFeed(_ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { bytes in
            for word in ["<?xml ", "<rss ", "<rdf:RDF ", "<feed xmlns"] as [StaticString] {
                let place = ByteSearch.find(word, in: UnsafeRawBufferPointer(bytes), from: 0)
                if let place { return MarkupStart(UnsafeBufferPointer(rebasing: bytes[place...])).type == .feedXML }
            }
            return false
        }
    }

    private static func isBracket(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
    }

    /// The first bytes, without a character of UTF-8 that would be cut.
    private static func wholeCharacters(
        _ bytes: UnsafeBufferPointer<UInt8>, atMost limit: Int
    ) -> UnsafeBufferPointer<UInt8> {
        guard bytes.count >= limit else { return bytes }
        var end = limit
        while end > limit - 4, bytes[end - 1] & 0xC0 == 0x80 { end -= 1 }
        if bytes[end - 1] >= 0xC0 { end -= 1 }
        return UnsafeBufferPointer(rebasing: bytes[..<end])
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
