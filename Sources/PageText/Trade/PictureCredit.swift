import Newspaper

/// Who a picture's credit names: (杨光明 摄), 通讯员 桂一帆 摄, Photo by Dev Anand, Dev Anand/The Ledger.
enum PictureCredit {
    static func credits(of text: String) -> [Credit] { Folded.with(text) { credits(of: $0) } }

    private static let reproduced = Words("Repro")

    private static func credits(of folded: Folded) -> [Credit] {
        var from = 0
        var to = folded.count
        if to > 1, folded.scalars[0] == 0x28 || folded.scalars[0] == 0x5B { from = 1; to -= 1 }
        var cursor = Cursor(folded, at: from, end: to)
        if cursor.kind == .upper, to > 8, folded.scalars[to - 1] == 0x29, let open = folded.scalars.lastIndex(of: 0x28),
            open > 3,
            let byline = Byline.read(folded, from: open + 1, to: to - 1)
        {
            return byline.credits.map { Credit(.photographer, $0.name) }
        }
        if cursor.take("/") || cursor.take("|") { cursor.skipSpaces() }
        if cursor.take(TradeWords.photographer) {
            _ = cursor.take("=") || cursor.take(":") || cursor.take("/") || cursor.skipSpaces() > 0
        }
        // Star Photo by Ed Novak
        if let word = TradeWords.photoBy.find(folded, from: cursor.at, to: to), word.length > 5 { cursor.at = word.at }
        // Whose the picture is that was photographed again.
        if cursor.take(reproduced) { return [] }
        if cursor.take(TradeWords.photoBy) {
            cursor.skipSpaces()
            _ = cursor.take(":") || cursor.take("=") || cursor.take("/")
            cursor.skipSpaces()
        }
        // 新华社发(郭牧遥 摄)
        let start = cursor.at
        if cursor.take(TradeWords.agency), cursor.take("发") || cursor.take("發") {
            var agency = cursor.string(from: start, to: cursor.at)
            agency.removeLast()
            let rest = cursor.string(from: cursor.at, to: to)
            return [Credit(.agency, agency)] + (rest.isEmpty ? [] : credits(of: rest))
        }
        cursor.at = start
        // (以上图片由…提供) names where it came from, (本组照片由戴川 摄) who took it.
        if TradeWords.provided.isIn(folded, from: from, to: to) { return [] }
        if let by = (start..<to).first(where: { folded.scalars[$0] == 0x7531 }) { cursor.at = by + 1 }
        let isLatin = cursor.kind == .upper
        if isLatin,
            let slash = (cursor.at..<to).first(where: { folded.scalars[$0] == 0x2F || folded.scalars[$0] == 0x7C })
        {
            to = slash
        }
        if isLatin {
            if TradeWords.unnamedPhoto.match(cursor.text.scalars, at: cursor.at, end: to) > 0 { return [] }
            if TradeWords.nobody.match(cursor.text.scalars, at: cursor.at, end: to) >= to - cursor.at { return [] }
            let name = cursor.string(from: cursor.at, to: to)
            return [Credit(.photographer, name.trimmed)]
        }
        guard let byline = Byline.read(folded, from: cursor.at, to: to, frame: .bracket) else { return [] }
        var seen: [String] = []
        for credit in byline.credits where credit.role != .agency && !seen.contains(credit.name) {
            seen.append(credit.name)
        }
        let wrote = TradeWords.both.isIn(folded) ? byline.credits.filter { $0.role == .reporter } : []
        return seen.map { Credit(.photographer, $0) } + wrote
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        if isPlainlyTrimmed { return self }
        var text = Substring(self)
        while let first = text.unicodeScalars.first, first.properties.isWhitespace || first == "\u{FEFF}" {
            text.unicodeScalars.removeFirst()
        }
        while let last = text.unicodeScalars.last, last.properties.isWhitespace || last == "\u{FEFF}" {
            text.unicodeScalars.removeLast()
        }
        return String(text)
    }

    /// Both ends are visible ASCII or scalars of U+4000–U+EFFF or, at the end, of U+3001–U+3FFF: most texts are so.
    private var isPlainlyTrimmed: Bool {
        var text = self
        return text.withUTF8 { bytes in
            guard let first = bytes.first, let last = bytes.last else { return true }
            guard (0x21...0x7E).contains(first) || (0xE4...0xEE).contains(first) else { return false }
            if last < 0x80 { return (0x21...0x7E).contains(last) }
            guard bytes.count >= 3 else { return false }
            let lead = bytes[bytes.count - 3]
            return (0xE4...0xEE).contains(lead) || lead == 0xE3 && last != 0x80
        }
    }
}
