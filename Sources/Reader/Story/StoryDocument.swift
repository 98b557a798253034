import Newspaper
import Texts
import Typesetting

/// A story as it is set: its parts in the order in which a newspaper prints them, each with what it is.
///
/// A document does not depend on the width; a place in it is therefore good at every width.
package struct StoryDocument: Sendable {
    package enum Role: Sendable, Hashable {
        case kicker, headline, deck, byline
        case paragraph
        /// What follows a cut inside a paragraph too long to be set in one piece.
        case continuation
        case crosshead, caption, jump
        case endMark
    }

    package struct Block: Sendable {
        package var role: Role
        package var text: String
        /// Blank rows above.
        package var lead: Int
        /// Index into the story's body and the byte of that block's text where this one begins; nil outside the body.
        package var body: (index: Int, offset: Int)?
    }

    package let blocks: [Block]
    /// Whether paragraphs are indented by two Han (clreq 3.2.1) rather than by two cells.
    package let isHan: Bool
    /// The last block of the story's own words; what comes after it only says that it is over.
    package let lastBlock: Int

    package init(_ story: Story, texts: Texts) {
        var blocks: [Block] = []
        func add(_ role: Role, _ text: String?, lead: Int, body: (Int, Int)? = nil) {
            guard let text, !text.isEmpty else { return }
            blocks.append(Block(role: role, text: text, lead: blocks.isEmpty ? 0 : lead, body: body))
        }
        add(.kicker, story.kicker, lead: 0)
        add(.headline, story.headline, lead: 0)
        add(.deck, story.deck, lead: 0)
        add(.byline, story.byline, lead: story.headline == nil ? 0 : 1)
        let hasHead = !blocks.isEmpty
        var isFirst = true
        add(.jump, story.continued, lead: 1)
        for (index, block) in story.body.enumerated() {
            if block.kind == .crosshead {
                add(.crosshead, block.text, lead: 1, body: (index, 0))
                isFirst = false
                continue
            }
            for (number, segment) in segments(of: block.text).enumerated() {
                let isTop = isFirst && number == 0
                add(
                    number == 0 ? .paragraph : .continuation, String(segment.text), lead: isTop && hasHead ? 1 : 0,
                    body: (index, segment.offset))
            }
            isFirst = false
        }
        add(.jump, story.continues, lead: 0)
        for photo in story.photos {
            add(.caption, [photo.caption, photo.credit].compactMap(\.self).joined(separator: " "), lead: 1)
        }
        lastBlock = max(0, blocks.count - 1)
        if blocks.isEmpty { blocks.append(Block(role: .byline, text: texts(.untitled), lead: 0)) }
        blocks.append(Block(role: .endMark, text: "■", lead: 1))
        self.blocks = blocks
        isHan = Self.isMostlyHan(story)
    }

    /// How a block is set in a measure.
    func style(of role: Role, measure: Int) -> ParagraphStyle {
        let isNarrow = measure < 24
        switch role {
        case .kicker, .deck, .endMark, .headline:
            return ParagraphStyle(measure: measure, alignment: .centred, hanging: .none)
        case .byline: return ParagraphStyle(measure: measure, alignment: .centred, hanging: .none)
        case .crosshead: return ParagraphStyle(measure: measure, alignment: .ragged, hanging: .none)
        case .paragraph:
            return ParagraphStyle(measure: measure, firstIndent: isHan ? (isNarrow ? 2 : 4) : 2)
        case .continuation: return ParagraphStyle(measure: measure)
        case .jump: return ParagraphStyle(measure: measure, alignment: .right, hanging: .none)
        case .caption:
            let indent = isNarrow ? 2 : 4
            return ParagraphStyle(measure: measure, firstIndent: indent, indent: indent, alignment: .ragged)
        }
    }

    private static func isMostlyHan(_ story: Story) -> Bool {
        let sample = story.body.first?.text ?? story.headline ?? story.photos.first?.caption ?? ""
        var han = 0
        var latin = 0
        for scalar in sample.unicodeScalars.prefix(200) {
            switch scalar.value {
            case 0x2E80...0x9FFF, 0x20000...0x3FFFF: han += 1
            case 0x41...0x5A, 0x61...0x7A: latin += 1
            default: break
            }
        }
        return han * 3 > latin
    }
}

/// A piece of a paragraph that is set by itself.
struct Segment {
    var text: Substring
    /// UTF-8 bytes from the paragraph's start.
    var offset: Int
}

/// Cuts a paragraph too long to be set at once, so that any place in it can be set without all that goes before:
/// after a sentence near every 4 KiB, at the same places whatever the width.
func segments(of paragraph: String) -> [Segment] {
    let size = 4096
    guard paragraph.utf8.count > size * 2 else { return [Segment(text: paragraph[...], offset: 0)] }
    var segments: [Segment] = []
    var start = paragraph.startIndex
    var offset = 0
    while start < paragraph.endIndex {
        var end = paragraph.utf8.index(start, offsetBy: size, limitedBy: paragraph.endIndex) ?? paragraph.endIndex
        if end < paragraph.endIndex {
            end = paragraph[end...].firstIndex { _ in true } ?? paragraph.endIndex
            let limit =
                paragraph.utf8.index(end, offsetBy: size / 2, limitedBy: paragraph.endIndex) ?? paragraph.endIndex
            if let stop = paragraph[end..<limit].firstIndex(where: { "。！？.!?".contains($0) }) {
                end = paragraph.index(after: stop)
            }
        }
        let text = paragraph[start..<end]
        segments.append(Segment(text: text, offset: offset))
        offset += text.utf8.count
        start = end
    }
    return segments
}
