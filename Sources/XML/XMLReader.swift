import CExpat
import TextDecoding

/// Reads XML with expat. Nothing outside of the document is ever opened, and a document that declares entities of its own, which
/// may grow without end, is read up to there. One reader reads one document after another, each from its start.
package final class XMLReader {
    private let parser: XML_Parser
    private var handler: (any XMLHandler)?
    /// A section of CDATA has begun.
    private var hasData = false

    /// Bytes that are read at once.
    private static let part = 1 << 20
    /// Bytes of a section of CDATA that are worth handing over without expat.
    private static let longData = 128

    /// nil where there is no memory.
    package init?() {
        guard let parser = XML_ParserCreate("UTF-8") else { return nil }
        self.parser = parser
    }

    deinit { XML_ParserFree(parser) }

    /// Reads a document of UTF-8.
    ///
    /// - Parameter goesOn: asked for each megabyte; false ends it.
    /// - Returns: whether the document is whole and well-formed. What comes before a mistake has been given to the handler.
    package static func read(
        _ utf8: [UInt8], to handler: some XMLHandler, while goesOn: () -> Bool = { true }
    ) -> Bool {
        guard let reader = XMLReader() else { return false }
        return utf8.withUnsafeBytes { reader.read([$0], to: handler, isWhole: true, while: goesOn) }
    }

    /// Reads a document whose bytes are in several places, one after another.
    ///
    /// - Parameter isWhole: whether the document ends with them; else what is open at their end is no mistake.
    /// - Returns: whether they are well-formed.
    package func read(
        _ parts: [UnsafeRawBufferPointer], to handler: some XMLHandler, isWhole: Bool,
        while goesOn: () -> Bool = { true }
    ) -> Bool {
        begin()
        for bytes in parts {
            var offset = 0
            while offset < bytes.count {
                guard goesOn() else { return false }
                let count = min(Self.part, bytes.count - offset)
                let part = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
                guard parse(part, to: handler) else { return false }
                offset += count
            }
        }
        return !isWhole || XML_Parse(parser, nil, 0, 1) == XML_STATUS_OK
    }

    /// Begins a document whose parts are then given to `read(_:to:)`.
    package func begin() {
        XML_ParserReset(parser, "UTF-8")
        listen()
    }

    /// Reads the next part of a document.
    ///
    /// - Returns: whether it is well-formed so far; after a part that is not, another document is to be begun.
    package func read(_ part: UnsafeRawBufferPointer, to handler: some XMLHandler) -> Bool {
        var start = 0
        var place = 0
        // Expat takes CDATA line by line, and most of a feed is in it.
        while let mark = ByteSearch.find("<![CDATA[", in: part, from: place) {
            let content = mark + 9
            guard let end = ByteSearch.find("]]>", in: part, from: content) else { break }
            place = end
            let data = UnsafeRawBufferPointer(rebasing: part[content..<end])
            guard data.count >= Self.longData, Self.isPlain(data) else { continue }
            hasData = false
            guard parse(UnsafeRawBufferPointer(rebasing: part[start..<content]), to: handler) else { return false }
            start = content
            // In a comment it is none.
            guard hasData else { continue }
            handler.append(data)
            start = end
        }
        return parse(UnsafeRawBufferPointer(rebasing: part[start...]), to: handler)
    }

    /// Whether expat would give these bytes of CDATA as they are.
    private static func isPlain(_ data: UnsafeRawBufferPointer) -> Bool {
        data.withMemoryRebound(to: UInt8.self) { TextDecoder.isClean($0) }
    }

    private func parse(_ part: UnsafeRawBufferPointer, to handler: some XMLHandler) -> Bool {
        guard let start = part.baseAddress, !part.isEmpty else { return true }
        self.handler = handler
        defer { self.handler = nil }
        return XML_Parse(parser, start.assumingMemoryBound(to: CChar.self), Int32(part.count), 0) == XML_STATUS_OK
    }

    private func listen() {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { data, name, attributes in
                guard let data, let name, let attributes else { return }
                XMLReader.reader(data).handler?.begin(XMLName(name), XMLAttributes(words: attributes))
            },
            { data, name in
                guard let data, let name else { return }
                XMLReader.reader(data).handler?.end(XMLName(name))
            })
        XML_SetStartCdataSectionHandler(parser) { data in
            guard let data else { return }
            XMLReader.reader(data).hasData = true
        }
        XML_SetCharacterDataHandler(parser) { data, text, count in
            guard let data, let text else { return }
            XMLReader.reader(data).handler?.append(UnsafeRawBufferPointer(start: text, count: Int(count)))
        }
        XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in
            guard let data else { return }
            XML_StopParser(XMLReader.reader(data).parser, XML_Bool(XML_FALSE))
        }
    }

    private static func reader(_ data: UnsafeMutableRawPointer) -> XMLReader {
        Unmanaged<XMLReader>.fromOpaque(data).takeUnretainedValue()
    }
}
