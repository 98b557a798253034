import Foundation
import TestSupport
import Testing

/// `broadsheet export`.
struct ExportTests {
    @Test func `an export that is exported again is the same, furniture included`() throws {
        let folder = try TemporaryFolder()
        func export(_ paths: String...) throws -> String {
            let result = try run(
                Tmux.program, ["export"] + paths, environment: ["LC_ALL": "C.UTF-8", "HOME": folder.path])
            try #require(result.status == 0, "\(result.error)")
            return result.output
        }
        let once = try export()
        #expect(!once.contains(#""furniture":[]"#))
        let file = folder.appending(path: "sample.json")
        try once.write(to: file, atomically: true, encoding: .utf8)
        #expect(try export(file.path) == once)
    }

    private func broadsheet(_ arguments: String..., in folder: TemporaryFolder) throws -> (
        status: Int32, output: String, error: String
    ) {
        try run(Tmux.program, arguments, environment: ["LC_ALL": "C.UTF-8", "HOME": folder.path])
    }

    @Test func `an EPUB of the sample has its stories, with their ids`() throws {
        let folder = try TemporaryFolder()
        let file = folder.appending(path: "sample.epub").path
        #expect(try broadsheet("export", "--format", "epub", "-o", file, in: folder) == (0, "", ""))
        #expect(try broadsheet("list", file, in: folder) == broadsheet("list", in: folder))
    }

    @Test(arguments: ["html", "text"])
    func `text goes to standard output or to a file`(format: String) throws {
        let folder = try TemporaryFolder()
        let printed = try broadsheet("export", "--format", format, in: folder)
        let file = folder.appending(path: "out")
        try "old".write(to: file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
        #expect(try broadsheet("export", "--format", format, "--output", file.path, in: folder) == (0, "", ""))
        #expect(try String(contentsOf: file, encoding: .utf8) == printed.output && printed.status == 0)
        #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o640)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).contains { $0.hasSuffix(".new") } == false)
    }

    @Test func `what cannot be written is reported, and leaves nothing`() throws {
        let folder = try TemporaryFolder()
        for output in ["\(folder.path)/no/folder.epub", folder.path] {
            let result = try broadsheet("export", "--format", "epub", "-o", output, in: folder)
            #expect(result.status == 1 && result.error.hasPrefix("broadsheet: cannot write '\(output)': "), "\(result)")
        }
        let result = try broadsheet("export", "--format", "pdf", in: folder)
        #expect(result.status == 2 && result.error.contains("use one of json"))
    }

    @Test func `an EPUB is not written to a terminal`() throws {
        let folder = try TemporaryFolder()
        let pty = try Pty(Tmux.program, ["export", "--format", "epub"], folder: folder)
        defer { pty.end() }
        #expect(pty.wait(for: "epub is not for a terminal; give a file: --output FILE"))
    }
}
