/// Stanzas and tables: runs of short lines that are closer to each other than paragraphs are.
enum VerseLines {
    /// Width in Han of a line, at most.
    static let longest = 18

    static func mark(_ lines: inout ContiguousArray<TextLine>, _ shape: PageShape) {
        let others: LineFeatures = [
            .byline, .signature, .creditOnly, .jumpTo, .jumpFrom, .folio, .editors, .contact, .advert, .contents,
            .pageReference, .dateline, .date, .startsNumber, .startsBullet,
        ]
        markTables(&lines)
        var at = 0
        while at < lines.count {
            var end = at
            var close = 0
            while end < lines.count, lines[end].ems <= longest, lines[end].features.isDisjoint(with: others) {
                // A table's rows have no measure of their own.
                let isRow = lines[end].features.contains(.couplet) && lines[end].digits > 0
                // No punctuation inside the line: a caption set to a narrow column would have some.
                let inner = lines[end].pauses - (lines[end].features.contains(.endsPause) ? 1 : 0)
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
            // The first lines of the run may be headings; there is no blank line inside a stanza.
            while at < end, at + 1 < end,
                lines[at + 1].gap > 0
                    || lines[at].features.contains(.bareName) && lines[at].indent < lines[at + 1].indent
            { at += 1 }
            if end - at >= 4, close * 2 >= end - at {
                for place in at..<end { lines[place].features.insert(.verse) }
            }
            at = max(end, at + 1)
        }
    }
}

extension VerseLines {
    /// Three or more rows of cells with the same gaps are a table, and none of its rows is anything else.
    private static func markTables(_ lines: inout ContiguousArray<TextLine>) {
        var from = 0
        while from < lines.count {
            var to = from
            while to < lines.count, lines[to].features.contains(.cells), !lines[to].features.contains(.folio),
                to <= from + 1 || lines[to].gap == lines[to - 1].gap
            {
                to += 1
            }
            if to - from >= 3, lines[from..<to].contains(where: { $0.solid > 0 }) {
                for row in from..<to {
                    lines[row].features.subtract([
                        .weather, .date, .bareName, .penName, .byline, .rubricWord, .pageReference, .contact, .folio,
                    ])
                    lines[row].features.insert(.verse)
                }
                // The short line above a table is its heading.
                if from > 0, lines[from - 1].ems <= 20,
                    lines[from - 1].features.isDisjoint(with: [.endsSentence, .endsColon])
                {
                    lines[from - 1].features.insert(.briefHead)
                }
            }
            from = max(to, from + 1)
        }
    }
}
