import Foundation
import TestSupport
import Testing

/// `broadsheet add`, `fetch`, `sources`, `import` and `remove`, with a server on loopback.
struct FollowingCommandTests {
    private let folder: TemporaryFolder
    private let server: LoopbackServer

    init() throws {
        folder = try TemporaryFolder()
        server = try LoopbackServer { request in
            func feed(_ title: String, _ headlines: [String]) -> [LoopbackServer.Step] {
                let items = headlines.map {
                    "<item><title>\($0)</title><guid>\($0)</guid><description>\($0)。</description></item>"
                }
                let text = "<rss version=\"2.0\"><channel><title>\(title)</title>\(items.joined())</channel></rss>"
                return LoopbackServer.response(200, body: Array(text.utf8))
            }
            switch request.target {
            case "/":
                let page =
                    "<html><head><link rel=alternate type=application/rss+xml href=/quay.xml></head><body><p>欢迎。</p></body></html>"
                return LoopbackServer.response(200, body: Array(page.utf8))
            case "/quay.xml": return feed("渡口日报", ["新桥通车", "书市开张"])
            case "/lamp.xml": return feed("灯塔周刊", ["灯会"])
            default: return LoopbackServer.response(404)
            }
        }
    }

    private func broadsheet(_ arguments: String..., input: String = "") throws -> (
        status: Int32, output: String, error: String
    ) {
        try run(
            Tmux.program, arguments, input: Data(input.utf8),
            environment: ["HOME": folder.path, "LANG": "C", "TZ": "UTC"])
    }

    @Test func `a site is followed, fetched, and read without a path`() throws {
        let nothing = try broadsheet("fetch")
        #expect(nothing.status == 1 && nothing.error.contains("broadsheet add"))
        let added = try broadsheet("add", server.address("/"), "--section", "要闻")
        #expect(added.status == 0 && added.output.contains("渡口日报") && added.output.contains("  新桥通车"))
        #expect(try broadsheet("add", server.address("/quay.xml")).status == 1)
        let unread = try broadsheet("list")
        #expect(unread.status == 1 && unread.error.contains("broadsheet fetch"))
        #expect(try broadsheet("fetch").output == "2 new stories of 1 source\n")
        let list = try broadsheet("list")
        #expect(list.output.contains("要闻\t新桥通车\t渡口日报") && list.status == 0)
        #expect(try broadsheet("fetch").output.hasPrefix("none of 1 source is due"))
        let sources = try broadsheet("sources").output
        for words in ["1 渡口日报  [要闻]", "last just now · next in ", " · 2 a week"] { #expect(sources.contains(words)) }
    }

    @Test func `what fails is said in words, with status 1, and keeps nothing back`() throws {
        try write(
            "[[source]]\naddress = \"\(server.address("/none"))\"\n[[source]]\naddress = \"\(server.address("/lamp.xml"))\"\n"
        )
        let fetched = try broadsheet("fetch")
        #expect(fetched.status == 1 && fetched.output.hasPrefix("1 new story of 1 source\n"))
        #expect(fetched.error.contains("there is nothing (404)"))
        #expect(try broadsheet("sources").output.contains("! there is nothing (404)"))
        let records = folder.appending(path: ".local/state/broadsheet/fetching/records.json")
        let before = try Data(contentsOf: records)
        try write("[[source]\n")
        let broken = try broadsheet("fetch")
        #expect(broken.status == 1 && broken.error.contains("this is not TOML"))
        #expect(try Data(contentsOf: records) == before)
        try write("[[source]]\naddres = \"x\"\n[[filter]]\naction = \"hide\"\n")
        let wrong = try broadsheet("sources")
        #expect(wrong.status == 1)
        #expect(
            wrong.error.contains(
                "'~/.config/broadsheet/sources.toml', line 1: there is nothing called 'addres'; 'address'?"))
        #expect(wrong.error.contains("line 3: this filter has no condition"))
    }

    @Test func `another reader's list comes in, goes out again, and a source is taken out by its name`() throws {
        let lamp = server.address("/lamp.xml")
        let imported = try broadsheet(
            "import", "-", input: "\(lamp) \"~灯塔\" 文化\n\(server.address("/quay.xml"))\nquery:x\n")
        #expect(imported.output == "2 sources added, 0 followed already, 1 passed over\n")
        #expect(try broadsheet("import", "-", input: "\(lamp)\n").output.hasPrefix("0 sources added, 1 followed"))
        #expect(try broadsheet("sources", "--as", "urls").output.contains("\(lamp) \"~灯塔\" \"文化\""))
        #expect(try broadsheet("fetch", "灯塔").output == "1 new story of 1 source\n")
        #expect(try broadsheet("remove", "灯塔").status == 0)
        #expect(try !broadsheet("sources").output.contains("灯塔"))
        #expect(try broadsheet("list").output.contains("灯会"))
        let unknown = try broadsheet("remove", "灯塔")
        #expect(unknown.status == 1 && unknown.error.contains("灯塔"))
    }

    @Test func `the example says all that there is, and is itself a file without a fault`() throws {
        let example = try broadsheet("sources", "--example").output
        #expect(example.split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
        let uncommented = example.split(separator: "\n").filter { !$0.hasPrefix("# ") }.map { $0.dropFirst() }
        try write(uncommented.joined(separator: "\n") + "\n")
        let sources = try broadsheet("sources")
        #expect(sources.status == 0 && sources.error.isEmpty && sources.output.contains("Quay Herald  [Local]"))
    }

    private func write(_ text: String) throws {
        let file = folder.appending(path: ".config/broadsheet/sources.toml")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
}
