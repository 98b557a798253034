import Localization
import Newspaper
import Settings
import TextDecoding
import Typesetting

/// Writes the parts of a document in their order, and numbers the links of the text.
struct StoryPartWriter {
    private(set) var parts: [StoryDocument.Part] = []
    /// Where the words of the text lead, each address once.
    private(set) var links: [Link] = []
    private var numbers: [Link: Int] = [:]
    /// Whether what comes next is parted from what came before.
    private var isApart = false

    let texts: Localization
    private let settings: ReadingSettings
    let form: StoryDocument.Form

    init(texts: Localization, settings: ReadingSettings, form: StoryDocument.Form) {
        self.texts = texts
        self.settings = settings
        self.form = form
    }

    /// Adds a part, after a blank line where it is parted; nothing for a text that is nil or empty.
    mutating func add(_ role: StoryDocument.Role, _ text: String?, parted: Bool, body: Int? = nil) {
        guard let text = form == .linear ? text.map(Self.spoken) : text, !text.isEmpty else { return }
        if parted { part() }
        parts.append(StoryDocument.Part(role: role, text: text, body: body))
    }

    /// Adds room for pictures.
    mutating func add(_ pictures: [PrintedPicture]) {
        guard form == .screen, !pictures.isEmpty else { return }
        if parts.last.map({ $0.role != .blank }) == true { part() }
        parts.append(StoryDocument.Part(role: .picture, text: "", pictures: pictures))
    }

    /// Adds what stands above a story.
    mutating func addHead(of story: Story) {
        add(.kicker, story.kicker, parted: false)
        add(.headline, story.headline, parted: false)
        add(.deck, story.deck, parted: false)
        let byline = story.byline ?? Self.names(of: story)
        add(.byline, byline, parted: story.headline != nil)
        add(.byline, times(of: story.web), parted: byline == nil && story.headline != nil)
    }

    /// Who wrote a story whose source names them without printing a byline; nil where nobody is named.
    private static func names(of story: Story) -> String? {
        let names = story.credits.filter { $0.role != .photographer && $0.role != .editor }.map(\.name)
        return names.isEmpty ? nil : names.connected(by: " ")
    }

    /// Adds a printed picture's room and caption.
    mutating func add(_ photo: Photo) {
        let text = [photo.caption, photo.credit].compactMap(\.self).joined(separator: " ")
        add(photo.pictures)
        add(.caption, marked(caption: text), parted: photo.pictures.isEmpty || form == .linear)
    }

    private mutating func part() {
        if !parts.isEmpty { parts.append(StoryDocument.Part(role: .blank, text: "")) }
    }

    /// A caption with the sign of a picture before it.
    private func marked(caption text: String) -> String {
        if text.isEmpty { return text }
        if form == .linear { return texts(.linearPicture, Self.spoken(text)) }
        return Self.bringsMark(text) ? text : "▣ " + text
    }

    /// When the story was published, and changed where that is another time; nil where its feed does not say.
    private func times(of web: WebDetails) -> String? {
        let published = web.published.map(texts.time)
        let modified = web.modified.map(texts.time)
        let times = [published, modified == published ? nil : modified.map { texts(.updatedAt, $0) }].compactMap(\.self)
        return times.isEmpty ? nil : times.connected(by: " · ")
    }
}

// MARK: - The body

extension StoryPartWriter {
    /// Adds the blocks of a story.
    ///
    /// - Parameter verse: the blocks that are lines of verse.
    mutating func addBody(of story: Story, verse: [Range<Int>]) {
        let highest = story.body.lazy.filter { $0.kind == .crosshead }.map(\.level).min() ?? 0
        var (marks, markCells) = (ListMarks(ambiguousIsWide: settings.ambiguousIsWide), 0)
        var runs = verse[...]
        for (index, block) in story.body.enumerated() {
            while let run = runs.first, run.upperBound <= index { runs.removeFirst() }
            switch block.kind {
            case .crosshead:
                add(block, index, as: block.level > highest ? .subhead : .crosshead, parted: true)
                isApart = false
            case .quotation:
                add(block, index, as: .quotation, parted: !(isApart && follows(.quotation, index, in: story)))
                isApart = true
            case .item:
                let begins = !follows(.item, index, in: story)
                if begins || block.mark != nil { markCells = marks.widest(at: index, in: story.body) }
                add(block, index, as: .item, parted: begins)
                parts[parts.count - 1].markCells = markCells
                if form == .linear, let mark = block.mark {
                    parts[parts.count - 1].text = mark + " " + parts[parts.count - 1].text
                    parts[parts.count - 1].added = [0..<mark.utf8.count + 1]
                } else {
                    parts[parts.count - 1].mark = block.mark
                }
                isApart = true
            case .preformatted:
                addLines(of: block, index)
                isApart = true
            case .table:
                addTable(block.text, index)
                isApart = true
            case .figure:
                add(figure: block, index)
                isApart = true
            case .paragraph:
                let isVerse = runs.first?.contains(index) == true
                let role: StoryDocument.Role = isVerse ? .verse : Self.asks(block.text) ? .question : .paragraph
                add(block, index, as: role, parted: index == 0 || isApart)
                isApart = false
                if index == 0, story.kind == .brief, story.headline == nil { markLead(of: block) }
            }
        }
    }

    /// Whether the block before is of a kind.
    private func follows(_ kind: Block.Kind, _ index: Int, in story: Story) -> Bool {
        index > 0 && story.body[index - 1].kind == kind
    }

    /// Adds a block's words with the numbers of its links.
    private mutating func add(_ block: Block, _ index: Int, as role: StoryDocument.Role, parted: Bool) {
        guard !block.spans.isEmpty else {
            add(role, block.text, parted: parted, body: index)
            if parts.last?.body == index { parts[parts.count - 1].level = level(of: block) }
            return
        }
        if parted { part() }
        var part = StoryDocument.Part(role: role, text: block.text, body: index)
        part.level = level(of: block)
        setAccents(of: block, in: &part)
        parts.append(part)
    }

    private func level(of block: Block) -> Int { block.kind == .crosshead ? 0 : block.level }

    /// Notes what stands out in a block, and adds its links' numbers to the text.
    private mutating func setAccents(of block: Block, in part: inout StoryDocument.Part) {
        let bytes = Array(block.text.utf8)
        var ends: [Int: [Int]] = [:]
        for span in block.spans {
            guard case .link(let address) = span.kind, let link = Link(address), span.range.upperBound <= bytes.count
            else {
                continue
            }
            ends[span.range.upperBound, default: []].append(number(of: link))
        }
        var text: [UInt8] = []
        var start = 0
        for end in ends.keys.sorted() {
            text += bytes[start..<end]
            start = end
            let from = text.count
            text += ends[end]!.map(Self.numbered).joined().utf8
            part.added.append(from..<text.count)
        }
        part.text = String(decoding: text + bytes[start...], as: UTF8.self)
        part.accents = part.added.ranges.map { ($0.dropFirst(Self.joiner.utf8.count), .added) }
        for span in block.spans where span.range.upperBound <= bytes.count {
            let accent: StoryDocument.Accent? =
                switch span.kind {
                case .link(let address): Link(address).flatMap { numbers[$0] }.map(StoryDocument.Accent.link)
                case .strong: .strong
                case .emphasis: .emphasis
                case .code: .code
                }
            if let accent { part.accents.append((part.textRange(ofWords: span.range), accent)) }
        }
    }

    /// Keeps what it stands before on the line of what is before it (WORD JOINER).
    private static let joiner = "\u{2060}"

    /// The number of a link as it stands behind the words that lead there.
    private static func numbered(_ number: Int) -> String { "\(joiner)[\(number)]" }

    /// The number of a link, the next one where it is new.
    private mutating func number(of link: Link) -> Int {
        if let known = numbers[link] { return known }
        links.append(link)
        numbers[link] = links.count
        return links.count
    }

    /// Adds the lines of what is preformatted, one by one.
    private mutating func addLines(of block: Block, _ index: Int) {
        part()
        var offset = 0
        for line in block.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            var part = StoryDocument.Part(role: .code, text: String(Substring(line)), body: index)
            part.skipped = offset
            part.level = block.level
            parts.append(part)
            offset += line.count + 1
        }
    }

    private mutating func addTable(_ text: String, _ index: Int) {
        let table = TextTable(text)
        let columns = table.columns(ambiguousIsWide: settings.ambiguousIsWide)
        var isFirst = true
        for (row, offset) in zip(form == .linear ? table.spoken : table.lines, table.offsets) where !row.isEmpty {
            add(.row, row, parted: isFirst, body: index)
            isFirst = false
            parts[parts.count - 1].skipped = offset
            if form == .screen { parts[parts.count - 1].table = columns }
        }
    }

    /// Adds a picture of the web: its caption, what it shows where the caption does not say that, and the number of its address.
    private mutating func add(figure block: Block, _ index: Int) {
        let description = block.illustration?.description
        let caption = block.text.isEmpty ? description ?? texts(.picture) : block.text
        let link = block.illustration?.address.flatMap(Link.init)
        // The caption's own words keep their places: what is added stands around them.
        part()
        var part = StoryDocument.Part(role: .caption, text: caption, body: index)
        part.level = block.level
        if block.text.isEmpty { part.body = nil } else { setAccents(of: block, in: &part) }
        let sign = form == .linear ? texts(.linearPicture, "") : Self.bringsMark(caption) ? "" : "▣ "
        part.prepend(sign)
        if let link { part.append(Self.numbered(number(of: link)), accent: .added, from: Self.joiner.utf8.count) }
        parts.append(part)
        let repeats = description.map { block.text.utf8.firstRange(of: $0.utf8) != nil } ?? true
        if let description, !block.text.isEmpty, !repeats {
            add(.description, texts(.pictureShows, description), parted: false)
            parts[parts.count - 1].level = block.level
        }
    }

    /// Adds a line that is none of the story's words, with the number of what it leads to.
    mutating func addLine(_ text: String, leadingTo link: Link?, parted: Bool) {
        if parted { part() }
        var part = StoryDocument.Part(role: .caption, text: text)
        if let link { part.append(Self.numbered(number(of: link)), accent: .added, from: Self.joiner.utf8.count) }
        parts.append(part)
    }

    /// Makes the words stand out that lead a brief in.
    private mutating func markLead(of block: Block) {
        guard let last = parts.indices.last, parts[last].added.isEmpty else { return }
        let lead = BriefLead(block.text)
        parts[last].text = String(decoding: block.text.utf8.dropFirst(lead.mark), as: UTF8.self)
        parts[last].skipped = lead.mark
        if lead.end > lead.mark { parts[last].accents.append((0..<lead.end - lead.mark, .strong)) }
    }
}

extension StoryDocument.Part {
    /// Adds text before the story's words.
    fileprivate mutating func prepend(_ words: String) {
        let count = words.utf8.count
        guard count > 0 else { return }
        text = words + text
        func moved(_ range: Range<Int>) -> Range<Int> { range.lowerBound + count..<range.upperBound + count }
        added = AddedText([0..<count] + added.ranges.map(moved))
        accents = accents.map { (moved($0.range), $0.accent) }
    }

    /// Adds text after the story's words, which stands out from a byte of it on.
    fileprivate mutating func append(_ words: String, accent: StoryDocument.Accent, from start: Int) {
        let end = text.utf8.count
        text += words
        added.append(end..<text.utf8.count)
        accents.append((end + start..<text.utf8.count, accent))
    }
}

// MARK: - Words

extension StoryPartWriter {
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
}
