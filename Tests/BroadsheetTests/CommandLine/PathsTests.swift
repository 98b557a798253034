import ArgumentParser
import Files
import Testing

@testable import broadsheet

/// Command lines of paths alone are not given to the parser.
struct PathsTests {
    /// Words that command lines have in every order, the commands' names and their look-alikes among them.
    private static let words =
        Broadsheet.subcommandNames + ["LIST", "a.txt", "2026-11-20", "", "-", "~", "a b", "x=y", "报纸.txt", "+", "@f"]

    private static func paths(in arguments: [String]) -> [FileName]? {
        Read.paths(in: arguments.map { Array($0.utf8) })
    }

    @Test func `the words that are no path are help and the subcommands`() {
        let names = Broadsheet.configuration.subcommands.map { $0.configuration.commandName }
        #expect(Broadsheet.subcommandNames == ["help"] + names)
    }

    @Test func `paths alone are read as the parser reads them`() throws {
        for first in Self.words {
            for arguments in [[first]] + Self.words.map({ [first, $0] }) + Self.words.map({ [first, $0, "01.txt"] }) {
                guard let paths = Self.paths(in: arguments) else { continue }
                let command = try #require(try Broadsheet.parseAsRoot(arguments) as? Read, "\(arguments)")
                #expect(command.paths == paths && !command.plain && command.options.given.isEmpty, "\(arguments)")
            }
        }
        #expect(Self.paths(in: []) == [])
        #expect(Self.paths(in: ["-", "list"]) == [FileName("-"), FileName("list")])
    }

    private static let others = [
        ["--plain"], ["a.txt", "--set", "theme=light"], ["a.txt", "--", "-b"], ["list", "a.txt"], ["-h"],
    ]

    @Test(arguments: others)
    func `options and commands are the parser's`(arguments: [String]) {
        #expect(Self.paths(in: arguments) == nil)
    }
}
