import CExpat
import Glibc

/// What is called with the elements and the text of an XML document, in the order of the document.
protocol XMLHandler: AnyObject {
    /// An element begins.
    ///
    /// - Parameter name: without the prefix of its namespace.
    func begin(_ name: String, _ attributes: XMLAttributes)
    /// An element ends.
    func end(_ name: String)
    /// Text, in as many parts as it comes in.
    func append(_ utf8: UnsafeRawBufferPointer)
}

/// The attributes of an element; good only while it begins.
struct XMLAttributes {
    /// Names and values in turn, then nil.
    fileprivate let words: UnsafeMutablePointer<UnsafePointer<CChar>?>

    /// The value of the attribute of that name; nil where there is none.
    subscript(name: StaticString) -> String? {
        var at = 0
        while let found = words[at], let value = words[at + 1] {
            if strcmp(found, UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) == 0 {
                return String(cString: value)
            }
            at += 2
        }
        return nil
    }

    /// The same as a number; nil where it is none, or none that a page measures.
    func number(_ name: StaticString) -> Double? {
        self[name].flatMap(Double.init).flatMap { $0.isFinite && abs($0) < 1e6 ? $0 : nil }
    }
}

/// Reads XML with expat. Nothing outside of the document is ever opened, and a document that declares entities of its own, which
/// may grow without end, is read up to there.
enum XMLReader {
    private final class Reading {
        let handler: any XMLHandler
        let parser: XML_Parser

        init(_ handler: any XMLHandler, _ parser: XML_Parser) { (self.handler, self.parser) = (handler, parser) }
    }

    /// Bytes that are read at once.
    private static let part = 1 << 20

    /// - Parameter goesOn: asked for each megabyte; false ends it.
    /// - Returns: whether the document is whole and well-formed. What comes before a mistake has been given to the handler.
    static func read(_ utf8: [UInt8], to handler: some XMLHandler, while goesOn: () -> Bool = { true }) -> Bool {
        guard let parser = XML_ParserCreate("UTF-8") else { return false }
        defer { XML_ParserFree(parser) }
        let reading = Reading(handler, parser)
        return withExtendedLifetime(reading) {
            XML_SetUserData(parser, Unmanaged.passUnretained(reading).toOpaque())
            XML_SetElementHandler(
                parser,
                { data, name, attributes in
                    guard let data, let name, let attributes else { return }
                    XMLReader.handler(data).begin(XMLReader.local(name), XMLAttributes(words: attributes))
                },
                { data, name in
                    guard let data, let name else { return }
                    XMLReader.handler(data).end(XMLReader.local(name))
                })
            XML_SetCharacterDataHandler(parser) { data, text, count in
                guard let data, let text else { return }
                XMLReader.handler(data).append(UnsafeRawBufferPointer(start: text, count: Int(count)))
            }
            XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in
                guard let data else { return }
                let parser = Unmanaged<Reading>.fromOpaque(data).takeUnretainedValue().parser
                XML_StopParser(parser, XML_Bool(XML_FALSE))
            }
            var offset = 0
            repeat {
                guard goesOn() else { return false }
                let count = min(part, utf8.count - offset)
                let status = utf8.withUnsafeBytes { bytes in
                    XML_Parse(
                        parser, bytes.baseAddress.map { $0.assumingMemoryBound(to: CChar.self) + offset },
                        Int32(count), offset + count == utf8.count ? 1 : 0)
                }
                guard status == XML_STATUS_OK else { return false }
                offset += count
            } while offset < utf8.count
            return true
        }
    }

    private static func handler(_ data: UnsafeMutableRawPointer) -> any XMLHandler {
        Unmanaged<Reading>.fromOpaque(data).takeUnretainedValue().handler
    }

    private static func local(_ name: UnsafePointer<CChar>) -> String {
        String(cString: strrchr(name, Int32(UInt8(ascii: ":"))).map { UnsafePointer($0) + 1 } ?? name)
    }
}
