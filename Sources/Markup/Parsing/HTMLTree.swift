import CGumbo
import TextDecoding

/// A page's elements and texts in the order of the page: an element's content is the nodes behind it up to its end, and its
/// text one stretch of the page's. Nothing that goes over it recurses.
struct HTMLTree {
    struct Node {
        /// nil for a text.
        var tag: GumboTag?
        /// Index of the element around it; -1 for the root.
        var parent: Int32
        /// Index of the first node that is not in it.
        var end: Int32
        /// UTF-8 bytes of `text`.
        var text: Range<Int32>
        /// Index into the tags with attributes; -1 for none.
        var record: Int32 = -1
    }

    var nodes: [Node] = []
    /// The texts one after another, their references resolved, past the sanitizer; white space as it was written.
    private(set) var text: [UInt8] = []
    var records: [HTMLInput.Tag] = []
    private var attributes: [HTMLInput.Attribute] = []
    let source: [UInt8]
    /// JSON-LD, as it is written.
    private(set) var linkedData: [String] = []
    /// Comments of papers' systems, as they are written.
    private(set) var remarks: [[UInt8]] = []
    /// Nodes between the comments that enclose a story's text: from one on, up to one.
    private(set) var enclosed: [Range<Int>] = []
    /// The language of the page as it is written there; nil where it does not say.
    private(set) var language: String?

    /// Memory that gumbo may take: some for any page, and so much for each byte.
    private static let freeMemory = 1 << 26
    private static let memoryPerByte = 64

    /// The tree of sanitized UTF-8.
    ///
    /// - Parameter isXML: whether it is XHTML.
    init(_ utf8: [UInt8], isXML: Bool = false) {
        source = utf8
        for keepsFormatting in [true, false] {
            let input = source.withUnsafeBufferPointer {
                HTMLInput($0, isXML: isXML, keepsFormatting: keepsFormatting)
            }
            (records, attributes) = (input.tags, input.attributes)
            let limit = keepsFormatting ? Self.freeMemory + Self.memoryPerByte * source.count : Int.max
            guard parse(input.bytes, limit) else { continue }
            linkedData = input.linkedData.map { String(decoding: source[$0], as: UTF8.self) }
            remarks = input.remarks.map { Array(source[$0]) }
            language = input.root.flatMap { root in value(.lang, root) }
            hideVeiled()
            hideStyled(input.styleSheets)
            return
        }
    }

    /// False where the memory did not suffice.
    private mutating func parse(_ bytes: [UInt8], _ limit: Int) -> Bool {
        let memory = UnsafeMutablePointer<gumbo_memory>.allocate(capacity: 1)
        defer {
            gumbo_arena_drop(memory)
            memory.deallocate()
        }
        return bytes.withUnsafeBytes { bytes in
            let start = bytes.baseAddress!.assumingMemoryBound(to: CChar.self)
            guard let document = gumbo_arena_parse(memory, start, bytes.count, limit) else { return false }
            flatten(document, start)
            return true
        }
    }

    private mutating func flatten(_ document: UnsafePointer<GumboNode>, _ start: UnsafePointer<CChar>) {
        text.reserveCapacity(source.count)
        var open: [(children: GumboVector, next: Int, index: Int32)] = [(document.pointee.v.document.children, 0, -1)]
        var hint = 0
        var first: Int?
        while let last = open.last {
            guard last.next < Int(last.children.length) else {
                if last.index >= 0 {
                    nodes[Int(last.index)].end = Int32(nodes.count)
                    nodes[Int(last.index)].text = nodes[Int(last.index)].text.lowerBound..<Int32(text.count)
                }
                open.removeLast()
                continue
            }
            open[open.count - 1].next += 1
            let node = UnsafePointer(last.children.data[last.next]!.assumingMemoryBound(to: GumboNode.self))
            let index = Int32(nodes.count)
            let place = Int32(text.count)
            switch node.pointee.type {
            case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
                let element = node.pointee.v.element
                var record: Int32 = -1
                if let tag = element.original_tag.data, element.original_tag.length > 0 {
                    record = self.record(at: tag - start, &hint)
                }
                nodes.append(
                    Node(tag: element.tag, parent: last.index, end: index + 1, text: place..<place, record: record))
                open.append((element.children, 0, index))
            case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
                append(node.pointee.v.text.text)
                nodes.append(Node(tag: nil, parent: last.index, end: index + 1, text: place..<Int32(text.count)))
            // No others get here than those that enclose a story's text.
            case GUMBO_NODE_COMMENT:
                if node.pointee.v.text.text.pointee == CChar(bitPattern: UInt8(ascii: "(")) {
                    first = first ?? nodes.count
                } else if let start = first {
                    enclosed.append(start..<nodes.count)
                    first = nil
                }
            default: break
            }
        }
        // A page that breaks off in its text.
        if let start = first { enclosed.append(start..<nodes.count) }
    }

    /// The tag with attributes that was written at an offset; mostly the one after the last that was asked for.
    private func record(at offset: Int, _ hint: inout Int) -> Int32 {
        if hint < records.count, records[hint].offset == offset {
            hint += 1
            return Int32(hint - 1)
        }
        var range = 0..<records.count
        while !range.isEmpty {
            let middle = (range.lowerBound + range.upperBound) / 2
            if records[middle].offset == offset {
                hint = middle + 1
                return Int32(middle)
            }
            range = records[middle].offset < offset ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return -1
    }

    /// References spell out what the sanitizer took from the bytes, and some were written down twice.
    private mutating func append(_ characters: UnsafePointer<CChar>?) {
        guard let characters else { return }
        let count = Self.length(characters)
        characters.withMemoryRebound(to: UInt8.self, capacity: count) {
            Self.append(UnsafeBufferPointer(start: $0, count: count), to: &text)
        }
    }

    private static func length(_ characters: UnsafePointer<CChar>) -> Int {
        var end = characters
        while end.pointee != 0 { end += 1 }
        return end - characters
    }

    private static func append(_ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
        guard bytes.contains(UInt8(ascii: "&")) else { return TextDecoder.append(bytes, to: &text) }
        var plain: [UInt8] = []
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "&"), let reference = CharacterReference.decode(bytes, at: at),
                !["&", "<", ">", "\""].contains(reference.scalar)
            {
                plain.append(contentsOf: UTF8.encode(reference.scalar) ?? UTF8.encodedReplacementCharacter)
                at = reference.end
            } else {
                plain.append(bytes[at])
                at += 1
            }
        }
        plain.withUnsafeBufferPointer { TextDecoder.append($0, to: &text) }
    }

    // MARK: - Attributes

    /// An attribute's value as one line, trimmed; nil where there is none, or it is blank.
    func value(_ name: HTMLAttribute, of node: Int) -> String? {
        let record = nodes[node].record
        return record < 0 ? nil : value(name, records[Int(record)])
    }

    /// Whether an element has the attribute, with or without a value.
    func has(_ name: HTMLAttribute, _ node: Int) -> Bool {
        let record = nodes[node].record
        return record >= 0 && attributes[records[Int(record)].attributes].contains { $0.name == name }
    }

    /// The tag that an element was written as, if it had attributes.
    func record(of node: Int) -> HTMLInput.Tag? {
        let record = nodes[node].record
        return record < 0 ? nil : records[Int(record)]
    }

    private func value(_ name: HTMLAttribute, _ record: HTMLInput.Tag) -> String? {
        guard let attribute = attributes[record.attributes].first(where: { $0.name == name }) else { return nil }
        return Self.line(source[attribute.value])
    }

    /// A text with references, as one line, trimmed; nil where it is blank.
    static func line(_ text: ArraySlice<UInt8>) -> String? {
        let line = resolved(text).utf8
        guard let first = line.firstIndex(where: { $0 != 0x20 }), let last = line.lastIndex(where: { $0 != 0x20 })
        else {
            return nil
        }
        return String(line[first...last])
    }

    /// A text with its references resolved, as one line.
    static func resolved(_ text: ArraySlice<UInt8>) -> String {
        guard text.contains(UInt8(ascii: "&")) else { return TextDecoder.line(String(decoding: text, as: UTF8.self)) }
        var plain: [UInt8] = []
        text.withUnsafeBufferPointer { bytes in
            var at = 0
            while at < bytes.count {
                if bytes[at] == UInt8(ascii: "&"), let reference = CharacterReference.decodeTwice(bytes, at: at) {
                    plain.append(contentsOf: UTF8.encode(reference.scalar) ?? UTF8.encodedReplacementCharacter)
                    at = reference.end
                } else {
                    plain.append(bytes[at])
                    at += 1
                }
            }
        }
        return TextDecoder.line(String(decoding: plain, as: UTF8.self))
    }
}
