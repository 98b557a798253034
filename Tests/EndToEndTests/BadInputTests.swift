import Foundation
import TestSupport
import Testing

/// What the program does with input that is not what it should be: something sensible, and never a crash.
struct BadInputTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func broadsheet(_ arguments: String..., input: Data? = nil) throws -> (
        status: Int32, output: String, error: String
    ) {
        let home = try TemporaryFolder()
        return try run(
            Tmux.program, arguments, input: input,
            environment: ["XDG_STATE_HOME": home.path, "HOME": home.path, "LANG": "en_US.UTF-8"])
    }

    private func file(_ bytes: some Sequence<UInt8>, named name: String = "page.txt") throws -> String {
        let file = folder.appending(path: name)
        try Data(bytes).write(to: file)
        return file.path
    }

    @Test func `no such file: says so, and what to do`() throws {
        let result = try broadsheet("list", "/nowhere/at-all.txt")
        #expect(result.status == 1)
        #expect(result.error == "broadsheet: cannot read '/nowhere/at-all.txt': no such file; check the path\n")
    }

    @Test func `one file of two missing: the other is read, and the status tells`() throws {
        let page = try file(ReadingSessionTests.page.utf8)
        let result = try broadsheet("list", "/nowhere.txt", page)
        #expect(result.status == 1)
        #expect(result.output.contains("渡口改成了桥头"))
        #expect(result.error.contains("'/nowhere.txt'"))
    }

    @Test func `a directory without pages: says what it needs`() throws {
        let result = try broadsheet("list", folder.path)
        #expect(result.status == 1)
        #expect(result.error.contains("no pages in '\(folder.path)'"))
    }

    @Test func `a socket is named as what it is not`() throws {
        let path = folder.appending(path: "s").path
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(100)) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let bound = withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
        }
        #expect(bound == 0)
        let result = try broadsheet("list", path)
        #expect(result.status == 1 && result.error == "broadsheet: cannot read '\(path)': it is not a regular file\n")
    }

    @Test(.enabled(if: getuid() != 0, "root may read everything"))
    func `a file that may not be read`() throws {
        let page = try file(ReadingSessionTests.page.utf8)
        chmod(page, 0)
        let result = try broadsheet("list", page)
        #expect(result.status == 1)
        #expect(result.error.contains("permission denied"))
    }

    @Test func `an empty file: says so`() throws {
        for text in ["", " \n\n"] {
            let page = try file(text.utf8)
            let result = try broadsheet("list", page)
            #expect(result.status == 1 && result.output == "")
            #expect(result.error == "broadsheet: cannot read '\(page)': the file is empty\n")
        }
    }

    @Test func `a feed without stories: says so`() throws {
        let feed = try file(#"{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[]}"#.utf8)
        for command in ["list", "explain", "export"] {
            let result = try broadsheet(command, feed)
            #expect(result.error.contains("no stories in"), "\(command)")
        }
    }

    @Test func `a feed whose items are no list: says so`() throws {
        let feed = try file(
            #"{"version":"https://jsonfeed.org/version/1.1","title":"x","items":{"title":"Tides"}}"#.utf8)
        let result = try broadsheet("list", feed)
        #expect(result.status == 1)
        #expect(result.error == "broadsheet: cannot read '\(feed)': its field 'items' is not a list\n")
    }

    @Test func `a feed has no lines to explain, which is said`() throws {
        let feed = try file(
            #"{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[{"title":"Tides"}]}"#.utf8)
        let result = try broadsheet("explain", feed)
        #expect(result.status == 1 && result.output == "")
        #expect(
            result.error == "broadsheet: nothing to explain in 'page.txt': only printed pages have lines\n")
    }

    @Test func `a feed's first wrong field is named with its item, and another encoding is named`() throws {
        let head = #"{"version":"https://jsonfeed.org/version/1.1","title":"x","items":["#
        let feed = try file((head + #"{"title":"High"},{"title":7.5,"tags":4}]}"#).utf8)
        #expect(
            try broadsheet("list", feed).error
                == "broadsheet: 'page.txt': 2 fields or items of the feed have an unexpected form; the first is 'title' in item 2\n"
        )
        let source = try file((head + #"{"title":"县医院开出夜间门诊","content_text":"每晚开到九点，下班也能从容看病。"}]}"#).utf8)
        let converted = source + ".gb.json"
        try run("/usr/bin/iconv", ["-f", "UTF-8", "-t", "GB18030", "-o", converted, source])
        let result = try broadsheet("list", converted)
        #expect(result.output.contains("县医院开出夜间门诊"))
        #expect(result.error == "broadsheet: 'page.txt.gb.json' was decoded from GB18030\n")
    }

    @Test func `a file of blanks in any script is empty`() throws {
        let result = try broadsheet("list", try file("\u{3000}\u{200B}\n\u{2003}\n".utf8))
        #expect(result.status == 1 && result.error.contains("empty"))
    }

    @Test func `a web page without a word is said to have no text`() throws {
        let page = try file("<!DOCTYPE html><html><title>Tides</title><script>go()</script></html>".utf8)
        let result = try broadsheet("list", page)
        #expect(
            result.status == 1
                && result.error == "broadsheet: cannot read '\(page)': no readable text was found in it\n")
    }

    @Test func `a file that is no page: one line says what it is and what to do`() throws {
        let files: [(String, [UInt8])] = [
            ("a PNG picture; Broadsheet reads", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]),
            ("a PDF document that is damaged or incomplete", Array("%PDF-1.4\n".utf8)),
            ("a PostScript document; convert it to PDF with ps2pdf", Array("%!PS-Adobe-3.0\n".utf8)),
            ("an RTF document; save it as plain text", Array(#"{\rtf1\ansi Tides}"#.utf8)),
            ("JSON, but not a JSON Feed; Broadsheet reads", Array("{\"a\": 1}".utf8)),
            ("data of an unknown kind, not text; Broadsheet reads", (0..<999).map { UInt8($0 * 7 & 0xFF) }),
        ]
        for (words, bytes) in files {
            // The name tells nothing.
            let page = try file(bytes)
            for command in ["list", "show", "export", "explain"] {
                let result = try broadsheet(command, page)
                #expect(result.status == 1 && result.output == "", "\(command) \(words)")
                #expect(result.error.hasPrefix("broadsheet: cannot read '\(page)': it is \(words)"), "\(result.error)")
                #expect(result.error.split(separator: "\n").count == 1)
            }
        }
    }

    @Test func `text in which there is no story is shown as one`() throws {
        let page = try file("砚浦日报\n第3版\n".utf8)
        let result = try broadsheet("show", page)
        #expect(result.status == 0 && result.output.contains("砚浦日报") && result.output.contains("第3版"))
    }

    @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf16])
    func `UTF-16 is read as what it is`(encoding: String.Encoding) throws {
        let data = try #require(ReadingSessionTests.page.data(using: encoding))
        let result = try broadsheet("list", try file(data))
        #expect(result.status == 0)
        #expect(result.output.contains("渡口改成了桥头"))
        #expect(result.error.contains("UTF-16"))
    }

    @Test func `GB18030 is read as what it is`() throws {
        let source = try file(ReadingSessionTests.page.utf8)
        let page = source + ".gb.txt"
        try run("/usr/bin/iconv", ["-f", "UTF-8", "-t", "GB18030", "-o", page, source])
        let result = try broadsheet("list", page)
        #expect(result.status == 0)
        #expect(result.output.contains("渡口改成了桥头"))
        #expect(result.error.contains("GB18030"))
    }

    @Test func `an encoding that cannot be told is named, and a name decides for every command`() throws {
        let text = "Новый мост открыт\n\nСегодня утром люди пришли на площадь, чтобы увидеть новый мост.\n"
        let page = try file(try #require(text.data(using: .windowsCP1251)))
        let unknown = try broadsheet("list", page)
        #expect(unknown.status == 1 && unknown.error.contains("windows-1251: use --encoding NAME"))
        for command in ["read", "list", "show", "export", "explain"] {
            let result = try broadsheet(command, "--encoding", "windows-1251", page)
            #expect(result.status == 0 && result.output.contains("мост"), "\(command): \(result.error)")
            let nonsense = try broadsheet(command, "--encoding=nonsense", page)
            #expect(nonsense.status == 2 && nonsense.output == "")
            #expect(nonsense.error.hasPrefix("broadsheet: unknown encoding 'nonsense'; the main ones are UTF-8, "))
        }
        #expect(
            try broadsheet("--plain", "--encoding", "CP1251", page, input: Data("1\n".utf8)).output.contains("мост"))
    }

    @Test func `bytes that are no text: shown as such, and told`() throws {
        var bytes = Array(ReadingSessionTests.page.utf8)
        bytes.insert(contentsOf: [0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80], at: bytes.count / 2)
        let result = try broadsheet("list", try file(bytes))
        #expect(result.status == 0)
        #expect(result.error.contains("invalid byte sequences"))
    }

    @Test func `NULs and escape sequences are taken out and counted`() throws {
        let bytes = Array("渡口镇\0\0\n\n\u{1B}[31m渡口改成了桥头\u{1B}]0;title\u{7}\n\n本报讯(记者 许南星)桥通了,\u{202E}人来了。\n".utf8)
        let page = try file(bytes)
        for command in ["list", "show", "export", "explain"] {
            let result = try broadsheet(command, page)
            #expect(result.status == 0)
            #expect(!result.output.contains("\u{1B}") && !result.output.contains("\0"))
            #expect(!result.output.contains("\u{202E}"))
        }
        #expect(try broadsheet("list", page).error.contains("removed"))
    }

    @Test func `explain tells what was taken out, kind by kind and once`() throws {
        let page = try file("渡口镇\n\n渡口\u{1B}[31m改成了\u{202E}\u{202C}桥头\u{200B}\n\n桥通了\u{E000},\u{7}人来了。\n".utf8 + [0xFF])
        let result = try broadsheet("explain", page)
        #expect(result.status == 0 && result.error == "")
        let told = result.output.split(separator: "\n").filter { $0.hasPrefix("# ") }
        #expect(
            told == [
                "# 'page.txt' has 1 invalid byte sequence, shown as �",
                "# 'page.txt' has 1 unknown character, shown as 〓",
                "# removed control characters and escape sequences from 'page.txt': 6 characters in all",
                "# removed from 'page.txt': 2 characters that change the writing direction",
                "# removed 1 invisible character from 'page.txt'",
            ])
    }

    @Test func `explain counts the characters of faked bold that are read once`() throws {
        let page = try file("渡渡船船站站开开门门\n\n本报讯(记者 许南星)渡船站开门了,人来人往,高高兴兴。\n".utf8)
        let result = try broadsheet("explain", page)
        #expect(result.status == 0 && result.error == "")
        #expect(result.output.contains("# removed 5 characters from 'page.txt' that faked bold had doubled\n"))
        #expect(try broadsheet("list", page).error == "")
        #expect(try broadsheet("export", page).output.contains("高高兴兴"))
    }

    @Test func `a file without one newline`() throws {
        let page = try file(String(repeating: "清水河上的桥通了,人来人往。", count: 4_000).utf8)
        let result = try broadsheet("show", page)
        #expect(result.status == 0)
        #expect(result.output.utf8.count > 100_000)
    }

    @Test func `a file of 50 MB`() throws {
        let page = try file(
            String(repeating: String(repeating: "桥上人来人往,老周在凉亭里指路。", count: 100) + "\n\n", count: 10_000).utf8)
        let result = try broadsheet("list", page)
        #expect(result.status == 0)
        #expect(result.output.contains("桥上人来人往"))
    }

    @Test func `a file name cannot steer the terminal`() throws {
        let page = try file(ReadingSessionTests.page.utf8, named: "a\u{1B}[31mb\u{202E}.txt")
        let missing = try broadsheet("list", page + "\u{1B}c")
        #expect(!missing.error.contains("\u{1B}") && !missing.error.contains("\u{202E}"))
    }

    @Test func `a file whose name is no UTF-8 opens, and one that is missing is named`() throws {
        // 第3版 in GBK, and the same with one byte more.
        let name = "$(printf '\\265\\3323\\260\\346')"
        let page = try file(ReadingSessionTests.page.utf8)
        try run("/bin/sh", ["-c", "mv '\(page)' '\(folder.path)'/\(name)"])
        let command = "HOME='\(folder.path)/home' LANG=C.UTF-8 '\(Tmux.program)'"
        for words in ["list", "show", "explain", "--plain"] {
            let result = try run("/bin/sh", ["-c", "\(command) \(words) '\(folder.path)'/\(name)"])
            #expect(result.status == 0 && result.output.contains("渡口改成了桥头"), "\(words) \(result.error)")
        }
        let missing = try run("/bin/sh", ["-c", "\(command) list '\(folder.path)'/\(name).txt"])
        #expect(missing.status == 1 && missing.error.contains("/第3版.txt'"))
    }

    @Test func `standard output that is no terminal gets the list`() throws {
        let result = try broadsheet()
        #expect(result.status == 0)
        #expect(result.output.split(separator: "\n").count >= 20)
    }

    @Test(arguments: [["--nonsense"], ["show"], ["show", "x", "y", "z"], ["list", "--width", "3"]])
    func `a command line that will not do ends with status 2 and usage`(arguments: [String]) throws {
        let result = try run(Tmux.program, arguments, environment: ["LANG": "C"])
        #expect(result.status == 2)
        #expect(result.error.contains("broadsheet"))
        #expect(result.output == "")
    }

    @Test func `--version and --help go to standard output`() throws {
        #expect(try broadsheet("--version").output.hasPrefix("0."))
        let help = try broadsheet("--help")
        #expect(help.status == 0 && help.output.contains("broadsheet page.txt"))
    }

    @Test func `a story is shown by number and by id, and an unknown one told`() throws {
        let page = try file(ReadingSessionTests.page.utf8)
        let list = try broadsheet("list", page).output
        let id = try #require(list.split(separator: "\n").first?.split(separator: "\t").last)
        let byNumber = try broadsheet("show", page, "1")
        let byID = try broadsheet("show", page, String(id))
        #expect(byNumber.output == byID.output && byID.output.filter { !$0.isWhitespace }.contains("第一次走着过了河"))
        let unknown = try broadsheet("show", page, "99")
        #expect(unknown.status == 2 && unknown.error.contains("no story '99'"))
    }

    @Test(
        .enabled(if: sanitizerVariables.isEmpty, "sanitizers have an allocator of their own"), .timeLimit(.minutes(5)))
    func `where there is not enough memory, one line says so, and an edition that needs less is read`() throws {
        let words = "broadsheet: not enough memory; open less at once, or raise the limit (ulimit -v)\n"
        let page = try file(ReadingSessionTests.page.utf8)
        for command in ["yes 昨日渡口通车 | '\(Tmux.program)' list -", "'\(Tmux.program)' list '\(page)'"] {
            let isEndless = command.hasPrefix("yes")
            let result = try run(
                "/bin/sh", ["-c", "ulimit -v 300000; \(command)"],
                environment: ["HOME": folder.path, "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"])
            #expect(result.status == (isEndless ? 1 : 0), "\(result.status)")
            #expect(result.error == (isEndless ? words : ""), "\(result.error.prefix(300))")
        }
    }
}
