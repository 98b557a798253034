/// Lines in another encoding than the rest, as they come about where texts of several programs are put together.
enum OddLines {
    /// A few characters may be chance.
    private static let fewest = 4

    /// UTF-8 with such lines decoded, how many there are, and in what the first one was; nil where there are none.
    ///
    /// - Parameter plain: as far as the bytes are known to be UTF-8.
    static func mended(
        _ bytes: UnsafeBufferPointer<UInt8>, plain: Int
    ) -> (utf8: [UInt8], lines: Int, encoding: SourceText.Encoding)? {
        var result: [UInt8] = []
        var (count, found): (Int, SourceText.Encoding?) = (0, nil)
        // Where what has been copied ends.
        var copied = 0
        var offset = bytes[..<plain].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        while offset < bytes.count {
            // A run of lines that are not UTF-8.
            let start = offset
            var lines = 0
            while offset < bytes.count {
                let end = bytes[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
                let evidence = UTF8Evidence(UnsafeBufferPointer(rebasing: bytes[offset..<end]))
                guard evidence.illFormed * 4 > evidence.sequences else {
                    if lines == 0 { offset = end }
                    break
                }
                lines += 1
                offset = end
            }
            guard lines > 0 else { continue }
            let run = UnsafeBufferPointer(rebasing: bytes[start..<offset])
            guard let (encoding, utf8) = decoded(run) else { continue }
            result += bytes[copied..<start]
            result += utf8
            copied = offset
            count += lines
            found = found ?? encoding
        }
        guard let found else { return nil }
        result += bytes[copied...]
        return (result, count, found)
    }

    /// What a run of lines is where each byte of it belongs to a character of another encoding.
    private static func decoded(
        _ run: UnsafeBufferPointer<UInt8>
    ) -> (encoding: SourceText.Encoding, utf8: [UInt8])? {
        let encoding = EncodingDetector.weigh(run).encoding
        if encoding == .windows1252 {
            let latin = Windows1252Evidence(run)
            guard latin.characters > 1, latin.fitting == latin.characters,
                let conversion = Conversion.utf8(from: run, in: encoding), conversion.malformed == 0
            else { return nil }
            return (encoding, conversion.bytes)
        }
        return Conversion.plain(from: run, in: encoding, atLeast: fewest).map { (encoding, $0) }
    }

    /// Text that is in another encoding but for some lines of UTF-8, how many those are, and in what the rest is; nil where
    /// there are none, or the rest is not plainly in one.
    ///
    /// - Parameter isLatin: the whole looks like windows-1252, in which a sequence of UTF-8 makes no sense. In encodings of
    ///   several bytes a few may be chance.
    static func mendedAround(
        _ bytes: UnsafeBufferPointer<UInt8>, isLatin: Bool
    ) -> (conversion: Conversion, lines: Int, encoding: SourceText.Encoding)? {
        var odd: [Range<Int>] = []
        var offset = 0
        while offset < bytes.count {
            let end = bytes[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
            let line = UnsafeBufferPointer(rebasing: bytes[offset..<end])
            if isUTF8(line, isLatin) { odd.append(offset..<end) }
            offset = end
        }
        guard !odd.isEmpty else { return nil }
        var rest: [UInt8] = []
        offset = 0
        for line in odd + [bytes.count..<bytes.count] {
            rest += bytes[offset..<line.lowerBound]
            offset = line.upperBound
        }
        guard isLatin || rest.count * 2 > bytes.count else { return nil }
        let encoding = rest.withUnsafeBufferPointer { EncodingDetector.weigh($0).encoding }
        guard isLatin ? encoding == .windows1252 : CharacterCode(encoding) != nil else { return nil }
        var result = Conversion()
        var copied = 0
        for line in odd + [bytes.count..<bytes.count] {
            let part = UnsafeBufferPointer(rebasing: bytes[copied..<line.lowerBound])
            guard let conversion = Conversion.utf8(from: part, in: encoding) else { return nil }
            result.bytes += conversion.bytes + bytes[line]
            result.malformed += conversion.malformed
            copied = line.upperBound
        }
        return (result, odd.count, encoding)
    }

    /// Whether a line is UTF-8 beyond chance.
    private static func isUTF8(_ line: UnsafeBufferPointer<UInt8>, _ isLatin: Bool) -> Bool {
        var (sequences, long, offset) = (0, 0, 0)
        while offset < line.count {
            let (scalar, length) = UTF8Decoder.decode(line, at: offset)
            if scalar == nil { return false }
            if length > 1 { sequences += 1 }
            if length > 2 { long += 1 }
            offset += length
        }
        return isLatin ? sequences > 0 : long >= fewest
    }
}
