import Localization
import Newspaper
import Settings
import Synchronization
import TextDecoding
import Typesetting

/// A story as it is set: its parts in the order in which a newspaper prints them, each with what it is.
///
/// A document does not depend on the width; a place in it is therefore good at every width.
package struct StoryDocument: Sendable {
    enum Role: Sendable, Hashable {
        case kicker, headline, deck, byline
        case paragraph, crosshead, caption, jump
        /// A paragraph that asks (问：…).
        case question
        /// A line of verse, or of anything else that is set line by line.
        case verse
        /// Words that stand out from the story.
        case quotation
        /// A row of a table.
        case row
        case endMark
        /// A blank line between two parts.
        case blank
        /// Room for pictures.
        case picture
    }

    /// What it is set for.
    package enum Form: Sendable {
        case screen
        /// Lines that are heard, or felt: nothing is drawn, nothing centred.
        case linear
    }

    struct Part: Sendable {
        var role: Role
        var text: String
        /// Index into the story's body; nil outside it.
        package var body: Int?
        /// UTF-8 bytes at the beginning of the body's text that are not shown.
        var skipped = 0
        /// UTF-8 bytes at the beginning that are set bold: the words that lead a brief in.
        var lead = 0
        /// Those that it has room for; empty where it is no room for pictures.
        var pictures: [PrintedPicture] = []
    }

    let story: Story
    let parts: [Part]
    /// The last part of the story's own words; what comes after it only says that it is over.
    package let lastPart: Int
    let settings: ReadingSettings
    private let form: Form
    private let offsets: StoryOffsets
    private let isHan: Bool
    /// Cells of the longest line of verse.
    private let verseCells: Int

    /// A story as the settings want it, with the interface's own words in a language.
    package init(
        _ story: Story, texts: Localization, settings: ReadingSettings = ReadingSettings(), form: Form = .screen
    ) {
        let story = story.shown
        var parts: [Part] = []
        func add(_ role: Role, _ text: String?, parted: Bool, body: Int? = nil) {
            guard let text = form == .linear ? text.map(Self.spoken) : text, !text.isEmpty else { return }
            if parted, !parts.isEmpty { parts.append(Part(role: .blank, text: "")) }
            parts.append(Part(role: role, text: text, body: body))
        }
        func add(_ pictures: [PrintedPicture]) {
            guard form == .screen, !pictures.isEmpty else { return }
            if parts.last.map({ $0.role != .blank }) == true { parts.append(Part(role: .blank, text: "")) }
            parts.append(Part(role: .picture, text: "", pictures: pictures))
        }
        add(.kicker, story.kicker, parted: false)
        add(.headline, story.headline, parted: false)
        add(.deck, story.deck, parted: false)
        add(.byline, story.byline, parted: story.headline != nil)
        add(.byline, Self.times(of: story.web, texts), parted: story.byline == nil && story.headline != nil)
        // Where both parts of a jumped story stand here as one, its jump lines lead nowhere.
        let isWhole = story.continues != nil && story.continued != nil
        if !isWhole { add(.jump, story.continued, parted: true) }
        add(story.pictures)
        let verse = Verse.blocks(of: story.body)
        /// Whether what comes next is parted from what came before.
        var isApart = false
        func addTable(_ text: String, _ body: Int) {
            let table = TextTable(text)
            let rows = form == .linear ? table.spoken : table.aligned(ambiguousIsWide: settings.ambiguousIsWide)
            for (row, offset) in zip(rows, table.offsets) where !row.isEmpty {
                add(.row, row, parted: offset == 0, body: body)
                parts[parts.count - 1].skipped = offset
            }
        }
        for (index, block) in story.body.enumerated() {
            let isVerse = verse.contains { $0.contains(index) }
            switch block.kind {
            case .crosshead: add(.crosshead, block.text, parted: true, body: index)
            case .quotation:
                add(.quotation, block.text, parted: true, body: index)
                isApart = true
            case .table:
                addTable(block.text, index)
                isApart = true
            case .paragraph, .item, .preformatted, .figure:
                let role: Role = isVerse ? .verse : Self.asks(block.text) ? .question : .paragraph
                add(role, block.text, parted: index == 0 || isApart, body: index)
                isApart = false
                if index == 0, story.kind == .brief, story.headline == nil, let last = parts.indices.last {
                    let lead = BriefLead(block.text)
                    parts[last].text = String(decoding: block.text.utf8.dropFirst(lead.mark), as: UTF8.self)
                    parts[last].skipped = lead.mark
                    parts[last].lead = lead.end - lead.mark
                }
            }
        }
        if !isWhole { add(.jump, story.continues, parted: false) }
        for photo in story.photos {
            let text = [photo.caption, photo.credit].compactMap(\.self).joined(separator: " ")
            let marked =
                form == .linear ? texts(.linearPicture, Self.spoken(text)) : Self.bringsMark(text) ? text : "▣ " + text
            add(photo.pictures)
            add(.caption, text.isEmpty ? text : marked, parted: photo.pictures.isEmpty || form == .linear)
        }
        if parts.isEmpty { add(.byline, texts(.untitled), parted: false) }
        lastPart = parts.count - 1
        add(.endMark, form == .linear ? texts(.storyEnd) : "■", parted: true)
        self.story = story
        self.parts = parts
        self.settings = settings
        self.form = form
        offsets = StoryOffsets(story.body)
        verseCells =
            story.body.indices.filter { index in verse.contains { $0.contains(index) } }
            .map { cells(of: story.body[$0].text, ambiguousIsWide: settings.ambiguousIsWide) }.max() ?? 0
        isHan = Self.isMostlyHan(story)
    }

    var hasPictures: Bool { parts.contains { !$0.pictures.isEmpty } }

    /// The first part that is neither headline nor byline.
    var firstBodyPart: Int {
        parts.firstIndex { part in
            switch part.role {
            case .paragraph, .question, .verse, .quotation, .row, .crosshead, .caption, .jump, .endMark, .picture: true
            case .kicker, .headline, .deck, .byline, .blank: false
            }
        } ?? parts.count
    }

    /// The document in a measure, ready to be set as far as it is looked at.
    ///
    /// - Parameter room: for pictures; nil where none are shown.
    func textLayout(measure: Int, pictures room: PictureRoom? = nil) -> TextLayout {
        TextLayout(
            parts.enumerated().map { index, part in
                if part.role == .picture {
                    let rows = room.map { PictureStack(part.pictures, in: $0, measure: measure).rows } ?? 0
                    return TextLayout.Paragraph(rows: rows, keepsWithNext: true)
                }
                return TextLayout.Paragraph(
                    part.text, style(of: part.role, measure: max(2, measure)),
                    isHeadline: part.role == .headline || part.role == .kicker || part.role == .deck,
                    keepsWithNext: part.role == .crosshead || index >= lastPart)
            })
    }

    private func style(of role: Role, measure: Int) -> ParagraphStyle {
        var style = plainStyle(of: role, measure: measure)
        style.restoresPunctuation = settings.restoresPunctuation
        style.ambiguousIsWide = settings.ambiguousIsWide
        style.padsQuotes = settings.padsQuotes
        return style
    }

    private func plainStyle(of role: Role, measure: Int) -> ParagraphStyle {
        // Two Han (clreq 3.2.1); one in very narrow lines, and the two cells of a word space in Western text.
        let isNarrow = measure < 24
        if form == .linear {
            let isText = role == .paragraph || role == .question || role == .blank
            return ParagraphStyle(
                measure: measure, firstIndent: isText ? (isHan && !isNarrow ? 4 : 2) : 0, alignment: .ragged,
                hanging: .none)
        }
        switch role {
        case .kicker, .deck, .byline, .headline, .endMark:
            return ParagraphStyle(measure: measure, alignment: .centred, hanging: .none)
        case .crosshead: return ParagraphStyle(measure: measure, alignment: .ragged, hanging: .none)
        case .paragraph, .question, .blank, .picture:
            return ParagraphStyle(
                measure: measure, firstIndent: isHan && !isNarrow ? 4 : 2,
                alignment: settings.isJustified && isHan ? .justified : .ragged, hanging: settings.hanging.style)
        case .verse:
            // The block in the middle, its lines one under the other; a line turned over begins further in.
            let turn = isNarrow ? 2 : 4
            let left = max(0, min((measure - verseCells) / 2, measure - turn - 8)) & ~1
            return ParagraphStyle(
                measure: measure, firstIndent: left, indent: left + turn, alignment: .ragged,
                hanging: settings.hanging.style)
        case .row:
            // What does not fit goes on further in.
            return ParagraphStyle(
                measure: measure, firstIndent: isNarrow ? 0 : 2, indent: isNarrow ? 2 : 6, alignment: .ragged,
                hanging: .none)
        case .quotation:
            let indent = isNarrow ? 2 : 4
            return ParagraphStyle(
                measure: isNarrow ? measure : measure - indent, firstIndent: indent, indent: indent,
                alignment: .ragged, hanging: settings.hanging.style)
        case .jump: return ParagraphStyle(measure: measure, alignment: .right, hanging: .none)
        case .caption:
            // Set in on both sides, where there is room; what marks it stands before the block.
            let indent = isNarrow ? 2 : 4
            return ParagraphStyle(
                measure: isNarrow ? measure : measure - indent, firstIndent: indent - 2, indent: indent,
                alignment: .ragged, hanging: settings.hanging.style)
        }
    }

    /// The text without the marks that only point to it (▲, ●, □): a screen reader would read out their names.
    static func spoken(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isPointer) else { return text }
        var spoken = String.UnicodeScalarView()
        var isStart = true
        for scalar in text.unicodeScalars {
            if isStart, isPointer(scalar) { continue }
            // No blank stands at the start, or twice, where a mark was taken out.
            if isStart, scalar == " ", spoken.last == nil || spoken.last == " " { continue }
            spoken.append(scalar)
            isStart = scalar.properties.isWhitespace || "。！？；”）】".unicodeScalars.contains(scalar)
        }
        return String(spoken)
    }

    /// A geometric shape or a star, but for the circle that is written for zero.
    private static func isPointer(_ scalar: Unicode.Scalar) -> Bool {
        (0x25A0...0x25FF).contains(scalar.value) && scalar != "○" || (0x2605...0x2606).contains(scalar.value)
            || (0x2794...0x27BE).contains(scalar.value)
    }

    /// When the story was published, and changed where that is another time; nil where its feed does not say.
    private static func times(of web: WebDetails, _ texts: Localization) -> String? {
        let published = web.published.map(texts.time)
        let modified = web.modified.map(texts.time)
        let times = [published, modified == published ? nil : modified.map { texts(.updatedAt, $0) }].compactMap(\.self)
        return times.isEmpty ? nil : times.connected(by: " · ")
    }

    /// Whether a caption begins with a mark of the paper's own (▲).
    private static func bringsMark(_ caption: String) -> Bool {
        guard let first = caption.unicodeScalars.first else { return false }
        return (0x2190...0x21FF).contains(first.value) || (0x25A0...0x27BF).contains(first.value)
    }

    /// Whether a paragraph begins as a question of an interview or of a list of answers does: 问：, Q:.
    private static func asks(_ text: String) -> Bool {
        let words = ["问", "問", "Q", "Question"]
        return words.contains { word in
            text.hasPrefix(word) && (text.dropFirst(word.count).first.map { $0 == "：" || $0 == ":" } ?? false)
        }
    }

    private static func isMostlyHan(_ story: Story) -> Bool {
        let sample = story.body.first?.text ?? story.headline ?? story.photos.first?.caption ?? ""
        var han = 0
        var latin = 0
        for scalar in sample.unicodeScalars.prefix(200) {
            switch scalar.value {
            case 0x2E80...0x9FFF, 0x20000...0x3FFFF: han += 1
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: latin += 1
            default: break
            }
        }
        return han * 3 > latin
    }
}

// MARK: - Places

/// The place on the screen and the place in the story's own words that is kept on disk.
extension StoryDocument {
    /// The headline's place is the beginning of the body; what stands after the body counts as its end.
    package func readingPlace(of place: TextLayout.Place) -> ReadingPlace {
        let found = parts[...min(max(0, place.paragraph), parts.count - 1)].lastIndex { $0.body != nil }
        guard let found, let block = parts[found].body else { return offsets.with { $0.place(block: 0, byte: 0) } }
        let byte =
            found == place.paragraph
            ? min(place.offset + parts[found].skipped, story.body[block].text.utf8.count)
            : story.body[block].text.utf8.count
        return offsets.with { $0.place(block: block, byte: byte) }
    }

    func place(of reading: ReadingPlace) -> TextLayout.Place {
        // The very beginning is where the headline can be seen.
        guard reading.block > 0 || reading.character > 0,
            parts.contains(where: { $0.body == reading.block })
        else { return .start }
        let byte = offsets.with { $0.byte(ofScalar: reading.character, inBlock: reading.block) }
        // A table has a part for each row.
        guard
            let found = parts.lastIndex(where: { $0.body == reading.block && $0.skipped <= byte })
                ?? parts.firstIndex(where: { $0.body == reading.block })
        else { return .start }
        return TextLayout.Place(paragraph: found, offset: max(0, byte - parts[found].skipped))
    }

    /// Where a place that was kept of another state of the story is in this one.
    package func found(_ place: ReadingPlace) -> ReadingPlace { offsets.with { $0.find(place) } }
}

extension StoryDocument {
    /// Gives the text of each line that the story is set in, for printing.
    ///
    /// - Parameter measure: cells of a line, 2 at least.
    package func forEachLine(measure: Int, _ body: (_ line: String) -> Void) {
        let set = SetStory(self, measure: measure)
        // Some screens at a time, so that a long story is never in memory whole.
        var place = TextLayout.Place.start
        var isFirst = true
        while true {
            let lines = set.lines(from: place, count: 512)
            for line in lines.dropFirst(isFirst ? 0 : 1) { body(line.line.text) }
            guard let last = lines.last?.place, last != place else { return }
            (place, isFirst) = (last, false)
        }
    }
}

/// The offsets of a document's story, counted as far as they were asked for.
private final class StoryOffsets: Sendable {
    private let offsets: Mutex<ScalarOffsets>

    init(_ body: [Block]) { offsets = Mutex(ScalarOffsets(body)) }

    func with<Result: Sendable>(_ body: (inout ScalarOffsets) -> Result) -> Result {
        offsets.withLock { body(&$0) }
    }
}

extension TextLayout.Place {
    static let start = TextLayout.Place(paragraph: 0, offset: 0)
}
