import PageParsing
import Testing
import Texts

struct TextsTests {
    @Test(arguments: Texts.languages)
    func `every phrase has words in every language`(language: String) {
        let texts = Texts(language: language)
        for phrase in Phrase.allCases {
            #expect(texts.words(for: phrase.rawValue)?.isEmpty == false, "\(phrase) in \(language)")
        }
    }

    @Test(arguments: Texts.languages)
    func `every kind of line and every reason for it has words`(language: String) {
        let texts = Texts(language: language)
        for key in LineKind.allCases.map({ "kind.\($0.rawValue)" }) + Rule.allCases.map({ "rule.\($0.rawValue)" }) {
            #expect(texts.words(for: key)?.isEmpty == false, "\(key) in \(language)")
        }
    }

    @Test(arguments: Texts.languages)
    func `a phrase takes the same arguments in every language`(language: String) {
        let fallback = Texts(language: "en")
        let texts = Texts(language: language)
        for phrase in Phrase.allCases {
            for number in 0..<4 {
                #expect(
                    texts(phrase).contains("{\(number)}") == fallback(phrase).contains("{\(number)}"),
                    "{\(number)} of \(phrase) in \(language)")
            }
        }
    }

    @Test func `arguments are put in their places`() {
        #expect(Texts(language: "en")(.unread, 5, 7) == "unread 5/7")
    }

    @Test func `an argument that looks like a place is left as it is`() {
        #expect(Texts(language: "en")(.nextStory, "{0} {1}") == "Next: {0} {1}")
    }

    @Test(arguments: [("zh_CN.UTF-8", "zh-Hans"), ("C", "en"), ("en_GB.UTF-8", "en"), ("de_DE", "en"), ("", "en")])
    func `the locale chooses the language`(locale: String, language: String) {
        #expect(Texts(locale: locale).language == language)
    }
}
