import Newspaper

/// Who a picture's credit names: (杨光明 摄), 通讯员 桂一帆 摄, Photo by Dev Anand, Dev Anand/The Ledger.
enum PictureCredit {
    static func credits(of text: String) -> [Credit] {
        let folded = Folded(text)
        var from = 0
        var to = folded.count
        if to > 1, folded.scalars[0] == 0x28 || folded.scalars[0] == 0x5B { from = 1; to -= 1 }
        var cursor = Cursor(folded, at: from, end: to)
        if cursor.take(TradeWords.photoBy) {
            _ = cursor.take(":") || cursor.take("=") || cursor.take("/")
            cursor.skipSpaces()
        }
        let isLatin = cursor.kind == .upper
        if isLatin, let slash = (cursor.at..<to).first(where: { folded.scalars[$0] == 0x2F }) { to = slash }
        if isLatin {
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
        var text = Substring(self)
        while let first = text.unicodeScalars.first, first.properties.isWhitespace || first == "\u{FEFF}" {
            text.unicodeScalars.removeFirst()
        }
        while let last = text.unicodeScalars.last, last.properties.isWhitespace || last == "\u{FEFF}" {
            text.unicodeScalars.removeLast()
        }
        return String(text)
    }
}
