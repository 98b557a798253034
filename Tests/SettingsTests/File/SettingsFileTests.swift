import Files
import Foundation
import Settings
import TestSupport
import Testing

/// TOML text to settings, each with its line.
struct SettingsFileTests {
    private func entries(_ text: String) -> [String] {
        SettingsFile.read(Array(text.utf8)).entries.map { entry in
            guard case .file(let line) = entry.origin else { return "no line" }
            return "\(line) \(entry.name) = \(entry.value.toml)"
        }
    }

    private func faults(_ bytes: some Sequence<UInt8>) -> [SettingFault] { SettingsFile.read(Array(bytes)).faults }

    /// The only fault; nil where there is none, or more than one.
    private func fault(_ bytes: some Sequence<UInt8>) -> SettingFault? {
        let faults = faults(bytes)
        return faults.count == 1 ? faults[0] : nil
    }

    @Test func `each setting has its name and the line where it begins`() throws {
        let text = """
            # mine
            theme = "light"   # at noon

            measure = 60
            [keys]
            quit = ["q",
              # and
              "x",
            ]
            star = 's'
              [ colours ] # all
            text = 7
            "kicker" = "#fff on blue"
            """
        #expect(
            entries(text) == [
                #"2 theme = "light""#, "4 measure = 60", #"6 keys.quit = ["q", "x"]"#, #"10 keys.star = "s""#,
                "12 colours.text = 7", ##"13 colours.kicker = "#fff on blue""##,
            ])
    }

    @Test func `dotted names and tables in braces are tables too`() throws {
        #expect(
            entries("keys.quit = ['x']\ncolours = { text = 'red', star = 'blue' }").sorted()
                == [#"1 keys.quit = ["x"]"#, #"2 colours.star = "blue""#, #"2 colours.text = "red""#])
    }

    @Test func `a string over several lines is one setting, whatever it contains`() throws {
        let text = "a = \"\"\"\n[keys]\nb = 1\n\"\"\"\nc = '''\n# \\\n'''\nd = 2"
        #expect(entries(text) == [#"1 a = "[keys]\u000Ab = 1\u000A""#, ##"5 c = "# \\\u000A""##, "8 d = 2"])
    }

    @Test(arguments: ["1 a = {}"])
    func `a value that no setting accepts keeps its line`(expected: String) {
        for text in ["a = 1.5", "a = 2026-11-23", "a = [1, 2]", "a = ['x', 1]", "[[a]]\nb = 1\nc = 2"] {
            #expect(entries(text) == [expected], "\(text)")
        }
        #expect(entries("[a.b]\nc = 1\nd = 2\n[e]\nf = 3") == ["1 a.b = {}", "5 e.f = 3"])
        #expect(entries("a.b.c.d = 1\ne.f = { g = 1, h = 2 }") == ["1 a.b.c.d = {}", "2 e.f = {}"])
    }

    @Test func `a setting or a table that is given twice is not a fault of the text`() throws {
        #expect(entries("a = 1\na = [\n'x']\nb = 2") == ["1 a = 1", #"2 a = ["x"]"#, "4 b = 2"])
        #expect(entries("[t]\na = 1\n[u]\nb = 2\n[t]\na = 3") == ["2 t.a = 1", "4 u.b = 2", "6 t.a = 3"])
    }

    @Test func `behind a setting that is given twice, what is not TOML is reported at its own place`() {
        #expect(
            fault("a = 1\na = 2\n\nb = \"报\n".utf8)
                == SettingFault(.syntax(column: 7, isLineOnly: true), at: .file(line: 4)))
        #expect(
            fault("[t]\na = 1\n[t]\nb\n".utf8) == SettingFault(.syntax(column: 2, isLineOnly: true), at: .file(line: 4))
        )
    }

    @Test func `a line with a setting that is not TOML costs only itself`() {
        let text = "a = 1\nb = = 2\n[t]\nc = \"x\nd = [x, y]\ne = 'y'\nf =\n"
        #expect(entries(text) == ["1 a = 1", #"6 t.e = "y""#])
        #expect(
            faults(text.utf8) == [
                SettingFault(.syntax(column: 4, isLineOnly: true), at: .file(line: 7)),
                SettingFault(.syntax(column: 5, isLineOnly: true), at: .file(line: 2)),
                SettingFault(.syntax(column: 7, isLineOnly: true), at: .file(line: 4)),
                SettingFault(.syntax(column: 6, isLineOnly: true), at: .file(line: 5)),
            ])
    }

    @Test func `a line that is no setting costs only itself`() {
        let text = "a = 1\nhello\nmouse off\nmeasure: 70\nset b = 3\n= 3\n# 渡\n[t]\nc\nd = 2\n"
        var bytes = Array(text.utf8)
        let place = bytes.firstIndex(of: UInt8(ascii: "#"))! + 2
        // A comment in another encoding says nothing.
        bytes.replaceSubrange(place..<place + 3, with: [0xB6, 0xC9])
        #expect(SettingsFile.read(bytes).entries.map(\.name) == ["a", "t.d"])
        let faults = faults(bytes)
        #expect(Set(faults.map(\.origin)) == Set([2, 3, 4, 5, 6, 9].map { .file(line: $0) }) && faults.count == 6)
        for fault in faults {
            if case .syntax(_, isLineOnly: true) = fault.kind { continue }
            Issue.record("\(fault)")
        }
    }

    @Test func `a word without quotation marks is the value, as what it is, and the other lines apply`() {
        let text = "mouse = off # no\n[t]\na=Light\nb = \"off\"\nb = on\nc = true\n"
        #expect(entries(text) == ["1 mouse = off", "3 t.a = Light", #"4 t.b = "off""#, "5 t.b = on", "6 t.c = true"])
        #expect(faults(text.utf8).isEmpty)
        #expect(SettingsFile.read(Array(text.utf8)).entries.first?.value == .word("off"))
    }

    @Test(arguments: ["a = [\n b = c,\n]\nd = 1\n", "a = '''\nb = c\n'''\nd = e\n", "[t\nb = c\n", "a = [\nb = 1 1\n"])
    func `where a fault may concern other lines, the whole file is ignored`(text: String) throws {
        #expect(entries(text).isEmpty)
        guard case .syntax(_, isLineOnly: false)? = fault(text.utf8)?.kind else {
            Issue.record("\(faults(text.utf8))")
            return
        }
    }

    @Test func `a file in which line after line is wrong is ignored as a whole`() {
        let text = "a = 1\n" + (0..<30).map { "b\($0) = c\n" }.joined()
        #expect(entries(text).isEmpty && faults(text.utf8).count == 1)
    }

    @Test func `carriage returns and a byte order mark are ignored`() throws {
        #expect(entries("\u{FEFF}a = true\r\n\r\n[t]\r\nb = false\r\n") == ["1 a = true", "4 t.b = false"])
        #expect(entries("").isEmpty && entries("\n\n# nothing\n").isEmpty)
    }

    @Test(arguments: [
        (" [ = ]", 1, 4), ("[[.]]", 1, 3), ("[\n", 1, 2), ("报 = 1", 1, 1),
    ])
    func `text that is not TOML is reported with line and column`(text: String, line: Int, column: Int) {
        #expect(fault(text.utf8) == SettingFault(.syntax(column: column), at: .file(line: line)))
    }

    @Test func `text that is not UTF-8 is reported with line and column`() {
        #expect(
            fault(Array("a = 1\nb = '报".utf8) + [0xFF, 0x27])
                == SettingFault(.syntax(column: 7, isLineOnly: true), at: .file(line: 2)))
        #expect(fault("a = \"\0\"".utf8) == SettingFault(.syntax(column: 6, isLineOnly: true), at: .file(line: 1)))
    }

    @Test func `hostile files end soon and harm nothing`() {
        var texts = [
            String(repeating: "[", count: 60_000), "a = " + String(repeating: "[", count: 60_000),
            "a = [\n" + String(repeating: "1,\n", count: 20_000) + "]",
            String(repeating: "a.", count: 30_000) + "b = 1",
            "a = \"\"\"" + String(repeating: "\n", count: 60_000), String(repeating: "[[a]]\n", count: 5_000),
            String(repeating: "{", count: 60_000), "a = '\u{1B}]0;x\u{7}'",
        ]
        texts.append((0..<5_000).map { "k\($0) = 1\n" }.joined())
        for text in texts { _ = fault(text.utf8) }
        var generator = Seeded(seed: 8)
        let letters = Array("a=[]{}\"'\n\t#.,:-_+1e \\ub报")
        for _ in 0..<20_000 {
            let length = Int.random(in: 0..<40, using: &generator)
            _ = fault(String((0..<length).map { _ in letters.randomElement(using: &generator)! }).utf8)
        }
    }

    @Test func `a missing file has no settings, and what is not a file is reported`() throws {
        let folder = try TemporaryFolder()
        #expect(try SettingsFile.load(FileName(folder.appending(path: "nowhere/config.toml").path)).entries.isEmpty)
        #expect(throws: FileFault.self) { try SettingsFile.load(FileName(folder.path)) }
        let pipe = folder.appending(path: "pipe").path
        #expect(mkfifo(pipe, 0o600) == 0)
        #expect(throws: FileFault.self) { try SettingsFile.load(FileName(pipe)) }
    }

    @Test func `a changed, replaced or removed file is noticed once`() throws {
        let folder = try TemporaryFolder()
        let file = folder.appending(path: "config.toml")
        var watch = SettingsWatch(FileName(file.path))
        func changes() -> [Bool] { [watch.hasChanged(), watch.hasChanged()] }
        #expect(changes() == [false, false])
        try "a = 1".write(to: file, atomically: false, encoding: .utf8)
        #expect(changes() == [true, false])
        try "a = 12".write(to: file, atomically: true, encoding: .utf8)
        #expect(changes() == [true, false])
        try FileManager.default.removeItem(at: file)
        #expect(changes() == [true, false])
    }
}
