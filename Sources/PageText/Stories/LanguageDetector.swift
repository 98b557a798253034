/// Detects the language of an edition from a sample of its characters.
struct LanguageDetector {
    private var han = 0
    private var kana = 0
    private var hangul = 0
    private var latin = 0
    private var german = 0
    private var english = 0
    private var simplified = 0
    private var traditional = 0

    /// Characters of one source that are sampled, at most.
    private static let sample = (1 << 16) / 3
    /// Characters that may still be sampled: the first four long sources, or as many more short ones.
    private var left = 4 * sample

    private static let onlySimplified = StaticMarks("们这国说对时会来为过发个开关长东车见门问间现经济产业务动员华报记讯")
    private static let onlyTraditional = StaticMarks("們這國說對時會來為過發個開關長東車見門問間現經濟產業務動員華報記訊")
    private static let germanWords = Words("der die das und nicht mit für von ist ein eine den dem")
    private static let englishWords = Words("the and of to in for that with was is on")

    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard left > 0 else { return }
        let text = FoldedText()
        text.load(bytes, from: 0, to: bytes.count, limit: min(Self.sample, left))
        left -= text.count
        let (onlySimplified, onlyTraditional) = (Self.onlySimplified, Self.onlyTraditional)
        for (at, value) in text.scalars.enumerated() {
            switch text.kind(at) {
            case .han:
                han += 1
                if onlySimplified.contains(value) {
                    simplified += 1
                } else if onlyTraditional.contains(value) {
                    traditional += 1
                }
            case .kana: kana += 1
            case .hangul: hangul += 1
            case .upper, .lower: latin += 1
            default: break
            }
        }
        latin -= Self.lettersOfAddresses(text)
        if latin > han {
            german += Self.germanWords.count(in: text)
            english += Self.englishWords.count(in: text)
        }
    }

    /// Latin letters of addresses on the web and of mailboxes, which are of no language. They may go on over a line's end.
    private static func lettersOfAddresses(_ text: FoldedText) -> Int {
        func isPrinting(_ at: Int) -> Bool { (0x21...0x7E).contains(text.scalars[at]) }
        var (letters, at, goesOn) = (0, 0, false)
        while at < text.count {
            guard isPrinting(at) else {
                goesOn = goesOn && text.scalars[at] == 0x0A && isPrinting(at - 1)
                at += 1
                continue
            }
            var run = 0
            while at < text.count, isPrinting(at) {
                if text.kind(at) == .upper || text.kind(at) == .lower { run += 1 }
                goesOn = goesOn || AddressLines.isSign(text.scalars, at: at)
                at += 1
            }
            if goesOn { letters += run }
        }
        return letters
    }

    /// BCP 47; nil where the sample does not tell.
    var tag: String? {
        if hangul > han + kana, hangul * 2 > latin { return "ko" }
        if kana * 8 > han, han + kana > 0, kana * 4 > latin { return "ja" }
        if han * 2 > latin, han > 0 { return traditional > simplified ? "zh-Hant" : "zh-Hans" }
        if german > english { return "de" }
        return english > 0 ? "en" : nil
    }
}
