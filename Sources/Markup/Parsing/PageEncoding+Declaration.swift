import TextDecoding

extension PageEncoding {
    /// The page as sanitized text, and whether its encoding is the one that is declared.
    ///
    /// - Parameters:
    ///   - encoding: how the page is written, where somebody knows.
    ///   - declared: what was declared outside of it, which counts like its own declaration.
    package static func read(
        _ bytes: [UInt8], as encoding: SourceText.Encoding? = nil, declared: String? = nil
    ) -> SourceText {
        var text = decode(bytes, as: encoding, declared: declared)
        let name = declared ?? self.declared(in: bytes.prefix(window))
        text.isDeclared = name.flatMap { SourceText.Encoding(named: $0) } == text.encoding
        return text
    }
}
