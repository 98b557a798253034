import ArgumentParser
import Localization
import Testing

@testable import broadsheet

/// What the argument parser really says, provoked through the parser.
struct ParserWordsTests {
    /// Command lines, and the pattern that their message has.
    private static let faults: [([String], pattern: String)] = [
        (["list", "--unred"], "Unknown option '{0}'. Did you mean '{1}'?"),
        (["--nope"], "Unknown option '{0}'"),
        (["show", "x", "--width"], "Missing value for '{0}'"),
        (["list", "--json=3"], "The option '{0}' does not take any value, but '{1}' was specified."),
        (["show", "a", "b", "c"], "Unexpected argument '{0}'"),
        (["show", "a", "b", "c", "d"], "{0} unexpected arguments: {1}"),
        (["show"], "Missing expected argument '{0}'"),
        (["show", "x", "--hanging", "q"], "The value '{0}' is invalid for '{1}'. Please provide one of {2}."),
        (
            ["export", "x", "--format", "q"],
            "The value '{0}' is invalid for '{1}'. Please provide one of the following:\n{2}"
        ),
        (["show", "x", "--width", "q"], "The value '{0}' is invalid for '{1}'"),
        (["---"], "Invalid option: {0}"),
        (["--generate-completion-script=tcsh"], "Can't generate completion scripts for '{0}'.{1}"),
    ]

    private func message(_ arguments: [String]) throws -> String {
        let error = #expect(throws: (any Error).self) { _ = try Broadsheet.parseAsRoot(arguments) }
        return Broadsheet.message(for: try #require(error))
    }

    @Test(arguments: faults)
    func `the parser's message has the pattern that it is known by`(arguments: [String], pattern: String) throws {
        let message = try message(arguments)
        #expect(ParserWords.pattern(of: message) == pattern, "\(message)")
        for language in Localization.languages where language != "en" {
            let words = ParserWords.words(for: message, in: Localization(language: language))
            #expect(words != message && !words.contains("{"), "\(words)")
        }
    }

    @Test func `every pattern is provoked`() {
        #expect(Set(Self.faults.map(\.pattern)) == Set(ParserWords.patterns.map(\.english)))
    }

    @Test func `what has no pattern is said as it is`() {
        let texts = Localization(language: "zh-Hans")
        #expect(ParserWords.words(for: "Something else '3'.", in: texts) == "Something else '3'.")
    }
}
