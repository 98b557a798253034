import Localization
import Testing

@testable import broadsheet

struct MarkedTextTests {
    private let texts = Localization(language: "en")

    @Test func `names of messages between two signs become words, and all else stays`() {
        let words = texts(.readAbstract)
        #expect(MarkedText.translated(MarkedText.mark(.readAbstract), by: texts) == words)
        #expect(
            MarkedText.translated("a@b @readAbstract@readAbstract@@ @", by: texts) == "a@b \(words)readAbstract@@ @")
        for text in ["", "@", "@@", "@nothing@", "x@readAbstract"] {
            #expect(MarkedText.translated(text, by: texts) == text)
        }
    }

    @Test(arguments: Localization.languages)
    func `help, manual and completions hold words and no mark`(language: String) throws {
        let texts = Localization(language: language)
        let tree = try CommandTree.read(in: texts)
        var printed = [ManualPage(tree: tree, texts: texts).roff]
        func addHelp(_ command: CommandTree) {
            printed.append(HelpPage(command: command, texts: texts, columns: 80).text)
            command.commands.forEach(addHelp)
        }
        addHelp(tree)
        for shell in Completions.Shell.allCases { printed.append(shell.script(in: texts)) }
        for text in printed {
            for key in MessageKey.allCases { #expect(!text.contains(MarkedText.mark(key)), "\(key)") }
        }
        #expect(printed[1].contains(texts(.commandAbstract)))
        #expect(Completions.Shell.zsh.script(in: texts).contains(texts(.jsonHelp)))
    }
}
