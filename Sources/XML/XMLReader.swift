import CExpat

/// Reads XML with expat. Nothing outside of the document is ever opened, and a document that declares entities of its own, which
/// may grow without end, is read up to there. One reader reads one document after another, each from its start.
package final class XMLReader {
    private let parser: XML_Parser
    private var handler: (any XMLHandler)?

    /// Bytes that are read at once.
    private static let part = 1 << 20

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
        XML_ParserReset(parser, "UTF-8")
        self.handler = handler
        defer { self.handler = nil }
        listen()
        for bytes in parts {
            var offset = 0
            while offset < bytes.count {
                guard goesOn() else { return false }
                let count = min(Self.part, bytes.count - offset)
                let start = bytes.baseAddress!.assumingMemoryBound(to: CChar.self) + offset
                guard XML_Parse(parser, start, Int32(count), 0) == XML_STATUS_OK else { return false }
                offset += count
            }
        }
        return !isWhole || XML_Parse(parser, nil, 0, 1) == XML_STATUS_OK
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
