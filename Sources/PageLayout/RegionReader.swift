import Newspaper
import PageText

/// Puts the blocks of a region in reading order and says what their lines may be.
struct RegionReader {
    let blocks: [TextBlock]
    let members: [Int]
    let body: BodyStyle
    let habits: ParagraphHabits
    var lines: [LaidLine] = []
    /// Those that belong to no line.
    private(set) var pictures: [Box] = []
    /// Whether the region holds short items with headings of their own.
    var isRun = false

    /// Whether pictures of the page are known.
    let seesPictures: Bool

    init(_ blocks: [TextBlock], _ members: [Int], _ body: BodyStyle, _ habits: ParagraphHabits, seesPictures: Bool) {
        self.seesPictures = seesPictures
        self.blocks = blocks
        self.members = members
        self.body = body
        self.habits = habits
        read()
    }

    mutating func read() {
        var rest = blocks.fromTop(members)
        pictures = wholePictures
        defer { givePictures() }
        if members.contains(where: { blocks[$0].hasName }),
            let name = pictureName(rest) ?? rest.first(where: { !blocks[$0].isPicture })
        {
            addNamedPicture(name, rest)
            return
        }
        if isAdvert {
            for at in rest { lines += blocks[at].lines.map { LaidLine($0, .furniture) } }
            return
        }
        let editors = takeEditors(&rest)
        defer { lines += editors.map { LaidLine($0, .furniture) } }
        let names = takeNamesAtHeading(&rest)
        for at in names { addName(at) }
        var heading = takeHeading(&rest)
        if let letters = lettersOfRun(heading, rest) {
            isRun = true
            // The items' own headings go where their text goes.
            let own = heading.filter { !blocks[$0].isName && blocks[$0].lines[0].isSet(as: letters) }
            heading.removeAll(where: own.contains)
            rest += own
        }
        addHeading(heading)
        addChartLabels(&rest)
        let captions = takeCaptions(&rest)
        rest.removeAll { blocks[$0].isPicture }
        addText(inOrder(rest))
        var above: Int?
        for at in byPicture(captions) {
            let first: LaidLine.Role = lines.allSatisfy { $0.role == .rubric } ? .picture : .caption
            let goesOn =
                above.map {
                    isCredit(at, below: $0)
                        || blocks[at].isVertical && blocks[$0].isVertical
                            && blocks[at].box.distance(to: blocks[$0].box) < body.size
                } ?? false
            addCaption(at, goesOn ? .captionMore : first)
            above = at
        }
    }

    /// The largest heading that is not the name of a column of pictures.
    private func pictureName(_ all: [Int]) -> Int? {
        let headings = all.filter { blocks[$0].isHeading && !blocks[$0].isName }
        let own = headings.filter { !PictureWords.nameColumn(blocks[$0].lines[0].text) }
        return (own.isEmpty ? headings : own).max { blocks[$0].size < blocks[$1].size }
    }

    /// A picture's name, and its caption with who took it.
    private mutating func addNamedPicture(_ name: Int, _ all: [Int]) {
        let top = blocks[name].box.top
        let labels = all.filter {
            $0 != name && !blocks[$0].isPicture
                && (blocks[$0].isHeading || blocks[$0].box.bottom < top + 0.6 * body.size)
        }
        for at in labels { addName(at) }
        if labels.isEmpty, PictureWords.nameColumn(blocks[name].lines[0].text) {
            addName(name)
        } else {
            addHeading([name], ofPicture: true)
        }
        let words = all.filter { !blocks[$0].isPicture && $0 != name && !labels.contains($0) }
        let shown = members.filter { blocks[$0].isPicture }
        func picture(_ at: Int) -> Int? {
            shown.min { blocks[$0].box.distance(to: blocks[at].box) < blocks[$1].box.distance(to: blocks[at].box) }
        }
        for (place, at) in words.enumerated() {
            let goesOn = place > 0 && picture(words[place - 1]) == picture(at)
            let first: LaidLine.Role = lines.allSatisfy { $0.role == .rubric } ? .picture : .caption
            addCaption(at, goesOn ? .captionMore : first)
        }
    }

    /// A name on a bar; its characters may stand one below the other.
    mutating func addName(_ at: Int) {
        if blocks[at].isStack {
            lines.append(LaidLine(blocks[at].lines.map(\.text).joined(), .rubric, box: blocks[at].box))
        } else {
            lines += blocks[at].lines.map { LaidLine($0, .rubric) }
        }
    }

    /// The region's pictures from the top, with parts that touch along an edge as one: the light part of a picture is found by
    /// itself.
    private var wholePictures: [Box] {
        var whole: [Box] = []
        for part in members.filter({ blocks[$0].isPicture && blocks[$0].frame == nil }).map({ blocks[$0].box }) {
            var part = part
            while let at = whole.firstIndex(where: { $0.goesOn(with: part) }) {
                part = part.union(whole.remove(at: at))
            }
            whole.append(part)
        }
        return whole.sorted { ($0.top, $0.left) < ($1.top, $1.left) }
    }

    /// Gives a caption's line the picture nearest to it, of those that no other caption is about.
    mutating func takePicture(of caption: Box, for line: Int) {
        let nearest = pictures.indices.min { pictures[$0].distance(to: caption) < pictures[$1].distance(to: caption) }
        if let nearest { lines[line].pictures = [pictures.remove(at: nearest)] }
    }

    /// Pictures that no caption is about are the story's own.
    private mutating func givePictures() {
        guard !isAdvert, let first = lines.firstIndex(where: { $0.role != .rubric && $0.role != .furniture }) else {
            return
        }
        lines[first].pictures += pictures
        pictures = []
    }

    /// Large words and a few small ones, without text or a picture: an advert, or what a page says of itself. Where no picture is
    /// seen on a page at all, this may be one with its caption.
    var isAdvert: Bool {
        guard seesPictures, !members.contains(where: { blocks[$0].isTable }) else { return false }
        // A headline has something to say more about.
        let isBare = members.allSatisfy { at in
            blocks[at].isHeading && !blocks[at].isName && !blocks[at].isVertical && blocks[at].size >= 1.35 * body.size
        }
        if isBare { return true }
        guard members.count > 1, members.contains(where: { blocks[$0].isHeading }) else {
            return isWithoutSentence && members.reduce(0) { $0 + blocks[$1].lines.count } > 1
        }
        if isContents || isWithoutSentence && !members.contains(where: { Self.isNumbered(blocks[$0]) }) { return true }
        let words = members.filter { !blocks[$0].isHeading }
        // As many lines as that are a poem.
        guard words.reduce(0, { $0 + blocks[$1].lines.count }) < 8 else { return false }
        return !words.isEmpty && words.allSatisfy { !blocks[$0].isBody && !blocks[$0].isPicture }
            && words.reduce(0) { $0 + blocks[$1].count } < 120
    }

    /// Whether most of its text ends with a page: what the paper has inside.
    private var isContents: Bool {
        let words = members.filter { !blocks[$0].isHeading && !blocks[$0].isPicture }
        let ends = words.flatMap { at in
            blocks[at].lines.count { Self.endsWithPage($0.text) } > 1
                ? blocks[at].lines.map(\.text) : [blocks[at].lines[blocks[at].lines.count - 1].text]
        }
        // Two lines may be all it has.
        let areFew = ends.count == 2 && ends.allSatisfy(Self.endsWithPage) && words.count < members.count
        return (ends.count > 2 || areFew) && ends.count(where: Self.endsWithPage) * 5 > ends.count * 2
            && words.reduce(0) { $0 + blocks[$1].count } < 400
    }

    /// 第三版, 5版, Sports, C1, Page 3
    private static func endsWithPage(_ text: String) -> Bool {
        var words = Substring(text).unicodeScalars
        if words.last == "版" {
            words.removeLast()
            return words.last.map { (0x30...0x39).contains($0.value) || "一二三四五六七八九十".unicodeScalars.contains($0) }
                == true
        }
        guard let word = text.split(separator: " ").last?.unicodeScalars, text.unicodeScalars.count > word.count else {
            return false
        }
        let digits = word.filter { (0x30...0x39).contains($0.value) }.count
        let letters = word.filter { (0x41...0x5A).contains($0.value) }.count
        return (1...2).contains(digits) && letters < 2 && digits + letters == word.count
    }

    /// Whether nothing is said in all its words, and nothing is shown.
    var isWithoutSentence: Bool {
        let words = members.filter { !blocks[$0].isHeading }
        guard !words.isEmpty, words.reduce(0, { $0 + blocks[$1].count }) < 120 else { return false }
        return members.allSatisfy { at in
            !blocks[at].isPicture
                && !blocks[at].lines.contains { line in line.text.contains { "。！？；.!?,，".contains($0) } }
        }
    }

    static func beginsWithBullet(_ text: String) -> Bool {
        text.unicodeScalars.first.map(ListMark.isBullet) ?? false
    }
}
