/// The one place where text enters the program: bytes of UTF-8 in, clean text out.
///
/// What comes out has no control but U+000A, TAB and U+000C FORM FEED (which parts pages), no escape sequence, no bidi
/// control, nothing that is there without being seen but U+00AD SOFT HYPHEN and what a word needs (``Joiners``), and no
/// scalar that Unicode 17 does not know.
/// CR, CR LF, VT, NEL, LS and PS become U+000A. Text that has none of these goes through unchanged, and going through
/// again changes nothing.
struct TextSanitizer {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let plain: PlainTextScanner

    /// The bytes that come out.
    static func pass(_ bytes: [UInt8]) -> (utf8: [UInt8], removed: SanitizerReport) {
        bytes.withUnsafeBufferPointer { pass($0) } ?? (bytes, SanitizerReport())
    }

    /// The bytes that come out; nil where all go through unchanged. `known` is as far as they are known to be plain.
    static func pass(
        _ bytes: UnsafeBufferPointer<UInt8>, plain known: Int = 0
    ) -> (utf8: [UInt8], removed: SanitizerReport)? {
        PlainTextScanner.scanning(bytes) { plain in
            let clean = plain.end(from: known)
            if clean == bytes.count { return nil }
            let sanitizer = TextSanitizer(bytes: bytes, plain: plain)
            // Twice through, so that the text is written once, into room of exactly its size.
            var length = Length()
            let removed = sanitizer.run(from: clean, into: &length)
            let utf8 = [UInt8](unsafeUninitializedCapacity: length.bytes) { room, count in
                var writer = Writer(room: room)
                _ = sanitizer.run(from: clean, into: &writer)
                count = writer.bytes
            }
            return (utf8, removed)
        }
    }

    /// Sends what stays to `sink`; all before `offset` is known to be plain.
    private func run(from offset: Int, into sink: inout some Sink) -> SanitizerReport {
        var removed = SanitizerReport()
        var offset = offset
        let joiners = Joiners(bytes)
        // The end of what was last taken out or replaced.
        var floor = 0
        sink.append(bytes, 0..<offset)
        while offset < bytes.count {
            let (scalar, length) = UTF8Decoder.decode(bytes, at: offset)
            guard let scalar else {
                removed.malformed += length
                sink.put(.replacement)
                offset += length
                floor = offset
                continue
            }
            var next = offset + length
            switch SanitizerClass(of: scalar) {
            case .plain:
                sink.append(bytes, offset..<next)
            case .lineBreak:
                if scalar == 0x0D, next < bytes.count, bytes[next] == 0x0A { next += 1 }
                sink.put(.lineFeed)
            case .control:
                next = EscapeSequence.end(in: bytes, at: offset, introducer: scalar, length: length)
                removed.controls += bytes[offset..<next].count { !UTF8Scalar.isTail($0) }
                floor = next
            case .bidi:
                removed.bidi += 1
                floor = next
            case .invisible:
                if let end = joiners.end(at: offset, scalar, next: next, from: floor) {
                    next = end
                    sink.append(bytes, offset..<next)
                } else {
                    removed.invisible += 1
                    floor = next
                }
            case .unknown:
                removed.unknown += 1
                sink.put(.geta)
                floor = next
            }
            offset = plain.end(from: next)
            sink.append(bytes, next..<offset)
        }
        return removed
    }
}

/// What stands in for a part of the text.
private enum Substitute {
    case lineFeed
    /// U+FFFD REPLACEMENT CHARACTER.
    case replacement
    /// U+3013 GETA MARK, a printer's stand-in for a missing sort.
    case geta

    @inline(__always)
    var utf8: (bytes: (UInt8, UInt8, UInt8), count: Int) {
        switch self {
        case .lineFeed: ((0x0A, 0, 0), 1)
        case .replacement: ((0xEF, 0xBF, 0xBD), 3)
        case .geta: ((0xE3, 0x80, 0x93), 3)
        }
    }
}

private protocol Sink {
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>)
    mutating func put(_ substitute: Substitute)
}

private struct Length: Sink {
    var bytes = 0

    mutating func append(_: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) { bytes += range.count }
    mutating func put(_ substitute: Substitute) { bytes += substitute.utf8.count }
}

private struct Writer: Sink {
    let room: UnsafeMutableBufferPointer<UInt8>
    var bytes = 0

    mutating func append(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        guard !range.isEmpty, let from = source.baseAddress, let to = room.baseAddress else { return }
        (to + bytes).initialize(from: from + range.lowerBound, count: range.count)
        bytes += range.count
    }

    mutating func put(_ substitute: Substitute) {
        let (utf8, count) = substitute.utf8
        room[bytes] = utf8.0
        if count == 3 {
            room[bytes + 1] = utf8.1
            room[bytes + 2] = utf8.2
        }
        bytes += count
    }
}
