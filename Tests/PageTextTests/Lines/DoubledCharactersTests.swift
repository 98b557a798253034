import TestSupport
import Testing

@testable import PageText

@Suite("Doubled characters of faked bold are read once")
struct DoubledCharactersTests {
    private func merged(_ text: String) -> String {
        DoubledCharacters.merged(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    @Test(arguments: [
        ("渡渡口口大大桥桥通通车车", "渡口大桥通车"), ("x\n　　渡渡口口大大桥桥，，通通车车\ny", "x\n　　渡口大桥，通车\ny"),
        ("渡渡口口大大桥桥通通车车\n要要闻闻\n高兴", "渡口大桥通车\n要闻\n高兴"), ("本本报报讯讯（（记记者者））今天通车", "本报讯（记者）今天通车"),
        ("渡渡口口大大桥桥　通通车车\n", "渡口大桥　通车\n"),
    ])
    func `headlines and leads`(text: String, expected: String) {
        #expect(merged(text) == expected)
    }

    @Test(arguments: ["高高兴兴上班平平安安回家", "人人家家", "要要闻闻", "1122334455", "aabbccddee", "渡口渡口渡口渡口渡口", "", "渡", "渡渡"])
    func `what words have twice stays`(text: String) {
        #expect(merged(text) == text)
    }

    @Test(arguments: Pages.names) func `a page with a doubled headline has the stories of the page`(name: String) throws
    {
        let text = try Pages.source(name).text
        #expect(merged(text) == text)
        guard
            let headline = parse(text).stories.compactMap(\.headline).first(where: { headline in
                headline.unicodeScalars.count >= 6
                    && headline.unicodeScalars.allSatisfy { $0.value > 0x4E00 && $0.value < 0xA000 }
            })
        else { return }
        let doubled = headline.map { "\($0)\($0)" }.joined()
        #expect(parse(text.replacing(headline, with: doubled)) == parse(text))
    }
}
