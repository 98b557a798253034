/// Lines in another encoding inside UTF-8, as they come about where texts of several programs are put together.
enum OddLines {
    /// A few characters may be chance.
    private static let fewest = 4

    /// The text with such lines decoded, how many there are, and in what the first one was; nil where there are none.
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
        guard let code = CharacterCode(encoding) else { return nil }
        var parser = CharacterParser(code)
        let counts = parser.counts(run)
        guard counts.characters >= fewest, counts.illFormed == 0,
            let conversion = Conversion.utf8(from: run, in: encoding), conversion.malformed == 0
        else { return nil }
        return (encoding, conversion.bytes)
    }
}
