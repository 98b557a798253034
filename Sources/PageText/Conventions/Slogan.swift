/// What a paper says of itself at the head of its pages: 地域とともに, Unabhängige Zeitung für die Region, Serving the valley since 1887.
enum Slogan {
    static let endings = Words("とともに と共に とともに歩む と共に歩む とともに生きる と共に生きる に寄り添う に寄り添って とあゆむ と歩む をつなぐ をむすぶ を結ぶ")
    static let papers = Words("Zeitung Tageszeitung Heimatzeitung Lokalzeitung Wochenzeitung newspaper")
    static let praise = Words(
        "Unabhängige Überparteiliche Die Ihre Unsere Deine Your The A Independent Hometown Wir Seit Heimatzeitung Tageszeitung"
    )
    static let since = Words(
        "since Since SINCE seit Seit SEIT Founded founded Established established gegründet Gegründet")

    static var lists: [Words] { [endings, papers, praise, since] }

    /// Whether a short line without punctuation is one.
    static func isOne(_ text: FoldedText, _ line: TextLine) -> Bool {
        if line.kana == 0, line.solid + line.hangul > 0 { return false }
        guard line.pauses == 0, !line.features.contains(.endsSentence),
            line.features.isDisjoint(with: [.byline, .date])
        else {
            return false
        }
        if line.kana > 0 { return isJapanese(text, line) }
        return isLatin(text, line)
    }

    private static func isJapanese(_ text: FoldedText, _ line: TextLine) -> Bool {
        guard text.count <= 12, line.digits == 0, line.spaces == 0 else { return false }
        return (1..<text.count).contains { endings.match(text.scalars, at: $0, end: text.count) == text.count - $0 }
    }

    /// Its own kind and no verb: six words that praise a paper, or the year it began in.
    private static func isLatin(_ text: FoldedText, _ line: TextLine) -> Bool {
        guard (2...7).contains(line.spaces), text.count <= 48 else { return false }
        if text.kind(text.count - 1) == .digit, let word = since.find(text), word.at + word.length + 5 == text.count,
            (text.count - 4..<text.count).allSatisfy({ text.kind($0) == .digit })
        {
            return true
        }
        return praise.match(text.scalars, at: 0, end: text.count) > 0 && papers.isIn(text) && line.digits == 0
    }
}
