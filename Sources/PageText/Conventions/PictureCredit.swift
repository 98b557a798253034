import Newspaper

/// The people that a picture's credit names: (杨光明 摄), 通讯员 桂一帆 摄, Photo by Dev Anand, Dev Anand/The Ledger.
enum PictureCredit {
    private static let reproduced = Words("Repro")
    /// Before the paper that somebody took the picture for.
    private static let takenFor = Words("for_The for_the")

    /// Where a name ends that stands before a word for the picture, or before its paper: Peter Kowalczyk photo, Ines Calloway for
    /// The Register. Nil where none of them follows.
    static func nameEnd(_ text: FoldedText, from: Int, to: Int) -> Int? {
        for at in stride(from: to - 4, to: from + 3, by: -1) where text.scalars[at - 1] == 0x20 {
            if NewspaperLexicon.takenPhoto.match(text.scalars, at: at, end: to) == to - at { return at - 1 }
            let length = takenFor.match(text.scalars, at: at, end: to)
            if length > 0, at + length + 1 < to, text.scalars[at + length] == 0x20, text.kind(at + length + 1) == .upper
            {
                return at - 1
            }
        }
        return nil
    }

    static func credits(of folded: FoldedText) -> [Credit] {
        var from = 0
        var to = folded.count
        if to > 1, folded.scalars[0] == 0x28 || folded.scalars[0] == 0x5B { from = 1; to -= 1 }
        if to - from > 3, let name = JapaneseNames.photographer(in: folded, from: from, to: to) {
            return [Credit(.photographer, name)]
        }
        var cursor = Cursor(folded, at: from, end: to)
        if cursor.kind == .upper, to > 8, folded.scalars[to - 1] == 0x29, let open = folded.scalars.lastIndex(of: 0x28),
            open > 3,
            let byline = Byline.read(folded, from: open + 1, to: to - 1)
        {
            return byline.credits.map { Credit(.photographer, $0.name) }
        }
        if cursor.consume("/") || cursor.consume("|") { cursor.skipSpaces() }
        if cursor.consume(NewspaperLexicon.photographer) {
            _ = cursor.consume("=") || cursor.consume(":") || cursor.consume("/") || cursor.skipSpaces() > 0
        }
        // Star Photo by Ed Novak
        if let word = NewspaperLexicon.photoBy.find(folded, from: cursor.at, to: to), word.length > 5 {
            cursor.at = word.at
        }
        // Repro: NAME says who owns the picture that was photographed again.
        if cursor.consume(reproduced) { return [] }
        if cursor.consume(NewspaperLexicon.photoBy) {
            cursor.skipSpaces()
            _ = cursor.consume(":") || cursor.consume("=") || cursor.consume("/")
            cursor.skipSpaces()
        }
        // 新华社发(郭牧遥 摄)
        let start = cursor.at
        if cursor.consume(NewspaperLexicon.agency), cursor.consume("发") || cursor.consume("發") {
            var agency = cursor.string(from: start, to: cursor.at)
            agency.removeLast()
            let rest = cursor.string(from: cursor.at, to: to)
            return [Credit(.agency, agency)] + (rest.isEmpty ? [] : FoldedText.with(rest) { credits(of: $0) })
        }
        cursor.at = start
        // (以上图片由…提供) names the source, (本组照片由戴川 摄) the photographer.
        if NewspaperLexicon.provided.isIn(folded, from: from, to: to) { return [] }
        if let by = (start..<to).first(where: { folded.scalars[$0] == 0x7531 }) { cursor.at = by + 1 }
        let isLatin = cursor.kind == .upper
        if isLatin,
            let slash = (cursor.at..<to).first(where: { folded.scalars[$0] == 0x2F || folded.scalars[$0] == 0x7C })
        {
            to = slash
        }
        if isLatin, let end = nameEnd(folded, from: cursor.at, to: to) { to = end }
        if isLatin {
            if NewspaperLexicon.unnamedPhoto.match(cursor.text.scalars, at: cursor.at, end: to) > 0 { return [] }
            if NewspaperLexicon.nobody.match(cursor.text.scalars, at: cursor.at, end: to) >= to - cursor.at {
                return []
            }
            let name = cursor.string(from: cursor.at, to: to)
            return [Credit(.photographer, name.trimmed)]
        }
        guard let byline = Byline.read(folded, from: cursor.at, to: to, frame: .bracket) else { return [] }
        var seen: [String] = []
        for credit in byline.credits where credit.role != .agency && !seen.contains(credit.name) {
            seen.append(credit.name)
        }
        let wrote = NewspaperLexicon.both.isIn(folded) ? byline.credits.filter { $0.role == .reporter } : []
        return seen.map { Credit(.photographer, $0) } + wrote
    }
}
