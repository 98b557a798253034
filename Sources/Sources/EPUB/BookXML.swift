import Markup
import TextDecoding
import XML

/// Reads the small XML files of a book: elements with their attributes and text, whatever prefixes their names have.
final class BookXML: XMLHandler {
    struct Element {
        /// Without its prefix, in small letters.
        var name: String
        private let attributes: [(name: String, value: String)]

        init(_ name: XMLName, _ attributes: XMLAttributes) {
            self.name = name.local.lowercased()
            self.attributes = attributes.isEmpty ? [] : attributes.all
        }

        /// The value of an attribute by its name, without its prefix; one clean line, trimmed, and not empty.
        subscript(name: String) -> String? {
            let found =
                attributes.first { $0.name == name }
                ?? attributes.first { $0.name.hasSuffix(":" + name) || $0.name.lowercased() == name }
            return found.flatMap { BookXML.line($0.value) }
        }

        /// The words of an attribute.
        func words(_ name: String) -> [Substring] { (self[name] ?? "").split(separator: " ") }
    }

    private let begin: (Element) -> Void
    private let end: (_ name: String, _ text: String) -> Void
    /// All text so far, and where that of each open element begins.
    private var text: [UInt8] = []
    private var starts: [Int] = []

    /// Bytes of text that an element may have, and elements that it may be in: none that is read has more.
    private static let longest = 1 << 14
    private static let deepest = 100

    private init(begin: @escaping (Element) -> Void, end: @escaping (String, String) -> Void) {
        self.begin = begin
        self.end = end
    }

    /// Reads a file strictly, and again with the repair where that ends early.
    ///
    /// - Parameters:
    ///   - reader: makes what the elements are given to, anew for each reading.
    ///   - begin, end: called with each element; at its end with all text in it, one clean line, trimmed.
    /// - Returns: the reader that has read most.
    static func read<Reader>(
        _ bytes: [UInt8], with reader: () -> Reader, begin: @escaping (Reader, Element) -> Void,
        end: @escaping (Reader, _ name: String, _ text: String) -> Void
    ) -> Reader where Reader: AnyObject {
        let utf8 = PageEncoding.decode(bytes).utf8
        let strict = reader()
        if XMLReader.read(utf8, to: BookXML(begin: { begin(strict, $0) }, end: { end(strict, $0, $1) })) {
            return strict
        }
        let lenient = reader()
        let handler = BookXML(begin: { begin(lenient, $0) }, end: { end(lenient, $0, $1) })
        utf8.withUnsafeBytes { XMLRepair.read($0, to: handler) }
        return lenient
    }

    func begin(_ name: XMLName, _ attributes: XMLAttributes) {
        starts.append(text.count)
        begin(Element(name, attributes))
    }

    func end(_ name: XMLName) {
        let depth = starts.count
        let start = starts.popLast() ?? 0
        var words = ""
        if depth <= Self.deepest {
            words = Self.line(String(decoding: text[start...].prefix(Self.longest), as: UTF8.self)) ?? ""
        }
        end(name.local.lowercased(), words)
    }

    func append(_ utf8: UnsafeRawBufferPointer) { text += utf8 }

    /// One clean line with single spaces, without any at its ends; nil where it is blank.
    static func line(_ text: String) -> String? {
        var (line, words) = (TextDecoder.line(text), [UInt8]())
        line.withUTF8 { bytes in
            var (at, isSpace) = (0, false)
            while at < bytes.count {
                // NO-BREAK SPACE is one too.
                let isWide = bytes[at] == 0xC2 && at + 1 < bytes.count && bytes[at + 1] == 0xA0
                if bytes[at] <= 0x20 || isWide {
                    isSpace = true
                    at += isWide ? 2 : 1
                    continue
                }
                if isSpace, !words.isEmpty { words.append(0x20) }
                isSpace = false
                words.append(bytes[at])
                at += 1
            }
        }
        return words.isEmpty ? nil : String(decoding: words, as: UTF8.self)
    }
}
