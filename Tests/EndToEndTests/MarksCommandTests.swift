import Foundation
import TestSupport
import Testing

/// `broadsheet marks` on state folders of its own.
struct MarksCommandTests {
    /// A machine: a state folder, and the program run in it.
    private struct Machine {
        let folder: TemporaryFolder

        init(_ logs: [String: String] = [:]) throws {
            folder = try TemporaryFolder()
            try FileManager.default.createDirectory(at: marks, withIntermediateDirectories: true)
            for (name, text) in logs { try Data(text.utf8).write(to: marks.appending(path: name)) }
        }

        var marks: URL { folder.appending(path: "broadsheet/marks") }

        func callAsFunction(_ arguments: String..., input: String = "") throws -> (
            status: Int32, output: String, error: String
        ) {
            try run(
                Tmux.program, ["marks"] + arguments, input: Data(input.utf8),
                environment: ["XDG_STATE_HOME": folder.path, "HOME": folder.path, "LANG": "C", "TZ": "UTC"])
        }

        func file(_ text: String) throws -> String {
            let file = folder.appending(path: "\(UUID().uuidString).log")
            try Data(text.utf8).write(to: file)
            return file.path
        }
    }

    private static let read = "1735689600000\t0123456789ABC\tread\n"
    private static let star = "1735689601000\t0123456789ABC\tstar\n"
    private static let place = "1735689602000\t1123456789ABC\tplace\t3:120:0ABC\n"
    private static let unread = "1735689603000\t0123456789ABC\tunread\n"

    @Test func `a line a mark: story, mark, time, device; what was taken back is none`() throws {
        let machine = try Machine(["birch.log": Self.read + Self.star, "alder.log": Self.place + Self.unread])
        let list = try machine("list")
        #expect(list.status == 0 && list.error == "")
        #expect(
            list.output == """
                0123456789ABC\tstar\t2025-01-01 00:00:01\tbirch
                1123456789ABC\tplace 3:120\t2025-01-01 00:00:02\talder

                """)
    }

    @Test func `the list as JSON`() throws {
        let machine = try Machine(["birch.log": Self.read + Self.place])
        struct Row: Decodable, Equatable {
            var story, mark, time, device: String
            var block, character: Int?
        }
        let rows = try JSONDecoder().decode([Row].self, from: Data(try machine("list", "--json").output.utf8))
        let read = Row(story: "0123456789ABC", mark: "read", time: "2025-01-01T00:00:00Z", device: "birch")
        let place = Row(
            story: "1123456789ABC", mark: "place", time: "2025-01-01T00:00:02Z", device: "birch", block: 3,
            character: 120)
        #expect(rows == [read, place])
        #expect(try Machine()("list", "--json").output == "[\n\n]\n")
    }

    @Test func `no marks are an empty list, an empty log, and nothing to compact`() throws {
        let machine = try Machine()
        #expect(try machine("list") == (0, "", ""))
        #expect(try machine("export") == (0, "", ""))
        #expect(try machine("compact") == (0, "compacted from 0 to 0 bytes\n", ""))
    }

    @Test func `merging takes over what is new, once, in any order`() throws {
        let (one, other) = (try Machine(), try Machine())
        let files = [try one.file(Self.read + Self.star), try one.file(Self.place + Self.unread)]
        #expect(try one("merge", files[0], files[1]).output == "new marks: 4\n")
        #expect(try one("merge", files[1], files[0]).output == "new marks: 0\n")
        #expect(try other("merge", files[1], files[0]).output == "new marks: 3\n")
        #expect(try one("export").output == other("export").output)
        #expect(try one("export").output == Self.star + Self.place + Self.unread)
    }

    @Test func `what is exported is imported from a file and from standard input`() throws {
        let source = try Machine(["birch.log": Self.read + Self.star, "alder.log": Self.place])
        let log = try source("export").output
        let (first, second) = (try Machine(), try Machine())
        #expect(try first("import", try first.file(log)) == (0, "new marks: 3\n", ""))
        #expect(try second("import", "-", input: log) == (0, "new marks: 3\n", ""))
        #expect(try first("export").output == log && second("export").output == log)
        let logs = try FileManager.default.contentsOfDirectory(atPath: first.marks.path)
        #expect(logs.count == 1)
    }

    @Test func `compaction drops what was replaced and keeps what is not understood`() throws {
        let machine = try Machine()
        _ = try machine("import", "-", input: Self.read)
        let own = try #require(try FileManager.default.contentsOfDirectory(atPath: machine.marks.path).first)
        let file = machine.marks.appending(path: own)
        try Data((Self.read + "from a later version\n" + Self.unread).utf8).write(to: file)
        let before = (Self.read + "from a later version\n" + Self.unread).utf8.count
        let after = (Self.unread + "from a later version\n").utf8.count
        #expect(try machine("compact").output == "compacted from \(before) to \(after) bytes\n")
        #expect(try String(contentsOf: file, encoding: .utf8) == Self.unread + "from a later version\n")
    }

    @Test func `a file that is missing or no log is reported, and the others are taken`() throws {
        let machine = try Machine()
        let log = try machine.file(Self.read)
        let missing = try machine("merge", "/nowhere.log", log)
        #expect(missing.status == 1 && missing.output == "new marks: 1\n")
        #expect(missing.error == "broadsheet: cannot read '/nowhere.log': no such file; check the path\n")
        let page = try machine.file("渡口镇\n渡口改成了桥头\n")
        let none = try machine("import", page)
        #expect(none.status == 1 && none.error.contains("it is not a log of marks; marks export prints one"))
        let mixed = try machine("import", try machine.file("strange\n" + Self.star))
        #expect(mixed.status == 0 && mixed.error.contains("has 1 line that is not a mark; it was skipped"))
    }

    @Test func `a mark dated far ahead does not stand in the way of later ones`() throws {
        let machine = try Machine()
        _ = try machine("import", "-", input: "9999999999999\t0123456789ABC\tread\n")
        let time = try #require(try machine("export").output.split(separator: "\t").first.flatMap { Int64($0) })
        #expect(abs(Double(time) / 1000 - Date.now.timeIntervalSince1970) < 600)
    }

    @Test func `a state folder that cannot be written loses nothing quietly`() throws {
        let machine = try Machine()
        try FileManager.default.removeItem(at: machine.marks)
        try Data().write(to: machine.marks)
        let result = try machine("import", "-", input: Self.read)
        #expect(result.status == 1 && result.error.contains("1 mark was not saved to '\(machine.marks.path)'"))
        #expect(result.output == "")
    }

    @Test(arguments: [["merge"], ["import"], ["import", "a", "b"], ["list", "x"], ["nonsense"]])
    func `a command line that will not do ends with status 2`(arguments: [String]) throws {
        let result = try run(Tmux.program, ["marks"] + arguments, environment: ["LANG": "C", "HOME": "/nowhere"])
        #expect(result.status == 2 && result.output == "" && result.error.contains("marks"))
    }

    @Test func `a device's name cannot steer the terminal`() throws {
        let machine = try Machine(["a\u{1B}[31mb\u{202E}c.log": Self.read])
        let list = try machine("list")
        #expect(list.output == "0123456789ABC\tread\t2025-01-01 00:00:00\tabc\n")
    }
}
