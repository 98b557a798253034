import Newspaper
import Testing

@testable import Application

struct BrowserTests {
    @Test func `a command line's words are parted as a shell does it, and nothing else of a shell is done`() {
        #expect(
            Browser.words(of: #"a 'b c' "d \" e" f\ g $(h) ; i"#) == ["a", "b c", "d \" e", "f g", "$(h)", ";", "i"])
        #expect(Browser.words(of: "  ") == [])
    }

    @Test(arguments: [
        ("lynx", ["lynx", "https://a.example/"], Child.Terminal.foreground),
        ("firefox %s &", ["firefox", "https://a.example/"], .background),
        ("x '%s 1' 100%%", ["x", "https://a.example/ 1", "100%"], .foreground),
    ])
    func `a command of BROWSER gets the address where it wants it`(
        browser: String, arguments: [String], terminal: Child.Terminal
    ) throws {
        let link = try #require(Link("https://a.example/"))
        let environment = ProcessEnvironment(variables: { $0 == "BROWSER" ? browser : nil })
        #expect(Browser.commands(for: link, environment) == [.init(arguments: arguments, terminal: terminal)])
    }
}
