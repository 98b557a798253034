import Newspaper
import TextDecoding

/// A block of a story's body as the export has it; what is not there is absent.
struct FeedBlock: Encodable {
    struct Part: Encodable {
        /// Unicode scalars from the beginning of the text.
        var from, to: Int
        var kind: String
        var url: String?
    }

    var type, text: String
    var level: Int?
    var mark: String?
    var spans: [Part]?
    /// Of a figure: the picture's address and what it is said to show.
    var url, description: String?

    init(_ block: Block) {
        type = block.kind.rawValue
        text = block.text
        level = block.level == 0 ? nil : block.level
        mark = block.mark
        url = block.illustration?.address
        description = block.illustration?.description
        guard !block.spans.isEmpty else { return }
        var offsets = ScalarOffsets([block])
        spans = block.spans.map { span in
            Part(
                from: offsets.scalars(before: span.range.lowerBound, inBlock: 0),
                to: offsets.scalars(before: span.range.upperBound, inBlock: 0), kind: span.kind.name,
                url: span.kind.address)
        }
    }
}

/// A block of an export.
struct BlockRecord: LenientElement {
    var value: Block?
    var isAsItShould = false

    private enum Key: String, CodingKey { case type, text, level, mark, spans, url, description }

    /// Lists and quotations that one block is taken to stand in at most, and ranks of headings.
    private static let deepest = 64.0

    init(from decoder: any Decoder) throws {
        guard var fields = try? LenientFields<Key>(decoder), let text = fields.text(.text) else { return }
        let kind = fields.text(.type).flatMap(Block.Kind.init)
        let level = fields.number(.level).map { Int(max(0, min($0, Self.deepest))) } ?? 0
        var block = Block(kind ?? .paragraph, cleanText(text), level: level, mark: fields.text(.mark).map(cleanLine))
        let illustration = Illustration(
            address: fields.text(.url).map(cleanName), description: fields.text(.description).map(cleanLine))
        if kind == .figure { block.illustration = illustration }
        let spans = fields.list(.spans, of: SpanRecord.self)
        // What the sanitizer changed has no places any more.
        if !spans.isEmpty, block.text == text {
            var offsets = ScalarOffsets([block])
            block.spans = spans.compactMap { span in
                let start = offsets.byte(ofScalar: span.from, inBlock: 0)
                let end = offsets.byte(ofScalar: span.to, inBlock: 0)
                return start < end ? Span(span.kind, start..<end) : nil
            }
        }
        value = block
        isAsItShould = kind != nil && fields.faults.isEmpty
    }
}

private struct SpanRecord: LenientElement {
    /// A span in Unicode scalars.
    struct Part {
        var from, to: Int
        var kind: Span.Kind
    }

    var value: Part?
    var isAsItShould = false

    private enum Key: String, CodingKey { case from, to, kind, url }

    init(from decoder: any Decoder) throws {
        guard var fields = try? LenientFields<Key>(decoder),
            let from = fields.number(.from).flatMap({ Int(exactly: $0) }),
            let to = fields.number(.to).flatMap({ Int(exactly: $0) }), 0 <= from, from < to,
            let kind = Span.Kind(name: fields.text(.kind), address: fields.text(.url).map(cleanName))
        else { return }
        value = Part(from: from, to: to, kind: kind)
        isAsItShould = fields.faults.isEmpty
    }
}

extension Span.Kind {
    /// What the export calls it.
    fileprivate var name: String {
        switch self {
        case .link: "link"
        case .emphasis: "emphasis"
        case .strong: "strong"
        case .code: "code"
        }
    }

    /// Where it leads.
    fileprivate var address: String? {
        guard case .link(let address) = self else { return nil }
        return address
    }

    fileprivate init?(name: String?, address: String?) {
        switch name {
        case "link":
            guard let address else { return nil }
            self = .link(address)
        case "emphasis": self = .emphasis
        case "strong": self = .strong
        case "code": self = .code
        default: return nil
        }
    }
}
