import FoundationEssentials
import Newspaper
import TextDecoding

/// Decodes single values of a JSON document.
enum JSONText {
    /// The value at a range; nil where it is no JSON at all, or of another shape.
    static func decode<Element: LenientElement>(
        _ type: Element.Type, _ range: Range<Int>, in bytes: FeedBytes
    ) -> Element? {
        bytes.withBytes(range) { bytes in
            let element = decode(type, from: bytes, with: JSONDecoder())
            if let element, element.isAsItShould { return element }
            guard let repaired = repaired(bytes) else { return element }
            return repaired.utf8.withUnsafeBytes { decode(type, from: $0, with: JSONDecoder()) } ?? element
        }
    }

    /// Decodes bytes as they are, without copying them; nil where the decoder refuses them.
    static func decode<Value: Decodable>(
        _ type: Value.Type, from bytes: UnsafeRawBufferPointer, with decoder: JSONDecoder
    ) -> Value? {
        guard let start = bytes.baseAddress else { return nil }
        // The decoder only reads, and is done before the bytes go.
        let data = Data(
            bytesNoCopy: UnsafeMutableRawPointer(mutating: start), count: bytes.count, deallocator: .none)
        return try? decoder.decode(type, from: data)
    }

    /// The same value without what the decoder refuses or changes, and how it is written; nil where nothing of that kind is
    /// in it.
    ///
    /// A lone surrogate becomes U+FFFD, an escape that JSON does not know the character itself, a control character its
    /// escape, a number with too many digits its spelling as a text, what is nested too deeply null, and bytes that are no
    /// UTF-8 what `TextDecoder` makes of them.
    static func repaired(_ bytes: UnsafeRawBufferPointer) -> (utf8: [UInt8], encoding: SourceText.Encoding)? {
        var repair = JSONRepair(bytes)
        let mended = repair.run()
        let isUTF8 = String(validating: mended ?? [UInt8](bytes), as: UTF8.self) != nil
        if isUTF8 { return mended.map { ($0, .utf8) } }
        let text = TextDecoder.read(mended ?? [UInt8](bytes))
        return (text.utf8, text.encoding)
    }
}
