/// One printed page, or a piece of a very long one, with its lines labelled.
struct Sheet {
    let bytes: UnsafeBufferPointer<UInt8>
    let lines: ContiguousArray<TextLine>
    let shape: PageShape
    let labels: [Label]

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: ContiguousArray<TextLine>, room: Labelling.Room) {
        self.bytes = bytes
        var lines = lines
        // Blank lines over the page's first part nothing.
        if !lines.isEmpty { lines[0].gap = 0 }
        let finder = ClueFinder(bytes)
        Downwards.mark(&lines)
        for at in lines.indices where !lines[at].clues.contains(.downwards) { finder.find(&lines[at]) }
        CutTails.mark(&lines, bytes)
        shape = PageShape(&lines)
        Verse.mark(&lines, shape)
        CaptionRuns.mark(&lines, shape)
        Bullets.mark(&lines)
        BriefRuns.mark(&lines, shape)
        SetOffs.mark(&lines, shape)
        Seams.mark(&lines, bytes, shape)
        PageTop.mark(&lines)
        self.lines = lines
        labels = Labelling(lines, shape: shape, room: room).run()
    }

    func text(_ line: TextLine) -> String { String(of: bytes, line.start..<line.end) }
}

/// Runs of short lines that follow each other more closely than paragraphs do: stanzas.
enum Verse {
    static let longest = 18

    static func mark(_ lines: inout ContiguousArray<TextLine>, _ shape: PageShape) {
        let others: Clues = [
            .byline, .signature, .creditOnly, .jumpTo, .jumpFrom, .folio, .editors, .contact, .advert, .contents,
            .pageReference, .opening, .date, .startsNumber, .startsBullet,
        ]
        markTables(&lines)
        var at = 0
        while at < lines.count {
            var end = at
            var close = 0
            while end < lines.count, lines[end].ems <= longest, lines[end].clues.isDisjoint(with: others) {
                // Rows of a table have no measure of their own.
                let isRow = lines[end].clues.contains(.couplet) && lines[end].digits > 0
                // Lines that no mark stands inside of: a caption's narrow column would have some.
                let inner = lines[end].pauses - (lines[end].clues.contains(.endsPause) ? 1 : 0)
                let isVerse = lines[end].solid > 0 && inner == 0 && lines[end].sentences == 0
                let measure = isRow || isVerse ? shape.measure : lines[end].measure
                if shape.isWrapped, lines[end].width * 4 > measure * 3 { break }
                if end > at {
                    if lines[end].gap == 0 {
                        close += 1
                    } else if lines[end].gap > 1 || end + 1 >= lines.count || lines[end + 1].gap > 0 {
                        break
                    }
                }
                end += 1
            }
            // The first lines of the run may be headings; a stanza's lines stand without a blank between.
            while at < end, at + 1 < end,
                lines[at + 1].gap > 0 || lines[at].clues.contains(.bareName) && lines[at].indent < lines[at + 1].indent
            { at += 1 }
            if end - at >= 4, close * 2 >= end - at {
                for place in at..<end { lines[place].clues.insert(.verse) }
            }
            at = max(end, at + 1)
        }
    }
}

extension Verse {
    /// Three rows of cells and more that stand as close as each other are a table, and no row of it is anything else.
    private static func markTables(_ lines: inout ContiguousArray<TextLine>) {
        var from = 0
        while from < lines.count {
            var to = from
            while to < lines.count, lines[to].clues.contains(.cells), !lines[to].clues.contains(.folio),
                to <= from + 1 || lines[to].gap == lines[to - 1].gap
            {
                to += 1
            }
            if to - from >= 3, lines[from..<to].contains(where: { $0.solid > 0 }) {
                for row in from..<to {
                    lines[row].clues.subtract([
                        .weather, .date, .bareName, .penName, .byline, .rubricWord, .pageReference, .contact, .folio,
                    ])
                    lines[row].clues.insert(.verse)
                }
                // What stands over a table heads it.
                if from > 0, lines[from - 1].ems <= 20,
                    lines[from - 1].clues.isDisjoint(with: [.endsSentence, .endsColon])
                {
                    lines[from - 1].clues.insert(.briefHead)
                }
            }
            from = max(to, from + 1)
        }
    }
}

/// The credit at a caption's last line tells of the lines over it.
enum CaptionRuns {
    static let longest = 9

    static func mark(_ lines: inout ContiguousArray<TextLine>, _ shape: PageShape) {
        for end in lines.indices where !lines[end].clues.isDisjoint(with: [.endsCredit, .creditOnly]) {
            guard shape.isWrapped else {
                markWhole(&lines, end, shape)
                markHead(over: end, &lines)
                continue
            }
            var at = end
            while at > 0, end - at < longest, lines[at].gap <= shape.gap { at -= 1 }
            guard end - at < longest, shape.indent == 0 || lines[at].indent < shape.indent else { continue }
            let ems = lines[at...end].reduce(0) { $0 + $1.ems }
            for place in at..<end { lines[place].clues.insert(.creditBelow) }
            lines[at].captionEms = ems
            markHead(over: at, &lines)
        }
    }

    /// A short line over a longer caption heads the picture.
    private static func markHead(over at: Int, _ lines: inout ContiguousArray<TextLine>) {
        guard at > 0, lines[at].gap > 0, max(lines[at].ems, lines[at].captionEms) >= 18, lines[at - 1].ems <= 10,
            lines[at - 1].gap > 0,
            lines[at - 1].clues.isDisjoint(
                with: Clues.furniture.union([
                    .endsSentence, .endsColon, .endsPause, .endsHyphen, .byline, .signature, .creditOnly, .endsCredit,
                    .doing,
                    .captionStart, .pointing, .pictureRubric, .briefRubric, .jumpTo, .jumpFrom,
                ]))
        else { return }
        lines[at - 1].clues.insert(.headsPicture)
    }

    /// On a page of whole paragraphs: the line over a credit that stands alone, and short lines that follow each other.
    private static func markWhole(_ lines: inout ContiguousArray<TextLine>, _ end: Int, _ shape: PageShape) {
        var at = end
        while at > 0, end - at < longest, lines[at].gap == 0 {
            at -= 1
            let isNext = at == end - 1 && lines[end].clues.contains(.creditOnly)
            guard isNext || lines[at].ems <= 26 && !lines[at].clues.contains(.endsSentence),
                lines[at].clues.isDisjoint(with: [.opening, .byline, .startsNumber])
            else { return }
            lines[at].clues.insert(.creditBelow)
            lines[at].captionEms = lines[at...end].reduce(0) { $0 + $1.ems }
        }
    }
}

/// A text set downwards that was extracted character by character: it is one paragraph.
enum Downwards {
    /// Fewer single characters in a row may be anything.
    static let shortest = 12

    static func mark(_ lines: inout ContiguousArray<TextLine>) {
        var from = 0
        while from < lines.count {
            var to = from
            while to < lines.count, lines[to].width <= 2 { to += 1 }
            if to - from >= shortest {
                for at in from..<to { lines[at].clues.insert(.downwards) }
            }
            from = max(to, from + 1)
        }
    }
}

/// ▲ points at a picture, unless the next item begins with it too.
enum Bullets {
    static func mark(_ lines: inout ContiguousArray<TextLine>) {
        var last = -1
        for at in lines.indices where lines[at].clues.contains(.startsBullet) {
            if last >= 0, lines[last].first == lines[at].first, at - last <= 8,
                lines[last..<at].allSatisfy({ $0.clues.isDisjoint(with: [.endsCredit, .creditOnly, .creditBelow]) })
            {
                lines[last].clues.remove(.captionStart)
                lines[at].clues.remove(.captionStart)
                markLabel(over: last, &lines)
            }
            last = at
        }
        // 【河湾村】 and 【前坡村】 behind each other.
        for at in lines.indices.dropLast()
        where lines[at].clues.contains(.startsLead) && lines[at].han > 0 && lines[at + 1].clues.contains(.startsLead) {
            markLabel(over: at, &lines)
        }
    }

    /// What heads a run of bullets is a rubric of briefs.
    private static func markLabel(over first: Int, _ lines: inout ContiguousArray<TextLine>) {
        guard first > 0, lines[first - 1].ems <= BriefRuns.longestLabel,
            lines[first - 1].clues.isDisjoint(
                with: Clues.furniture.union([
                    .endsSentence, .endsColon, .endsPause, .byline, .signature, .notice, .startsBullet, .verse,
                    .creditOnly, .endsCredit, .date, .briefRubric,
                ]))
        else { return }
        lines[first - 1].clues.insert(.briefRubric)
    }
}
