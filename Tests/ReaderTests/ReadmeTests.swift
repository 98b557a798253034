import Foundation
import Localization
@testable import Reader
import Settings
import TestSupport
import Testing

/// The README says what the program does.
struct ReadmeTests {
    private func readme() throws -> String {
        try String(contentsOf: projectRoot.appending(path: "README.md"), encoding: .utf8)
    }

    @Test func `its keys are rows of the action table`() throws {
        let texts = Localization(language: "en")
        let rows = Set(
            ActionTable.rows.map { row in
                "| \(row.keys.map { $0.name(in: texts) }.joined(separator: " ")) | \(texts.help(for: row.action)) |"
            })
        let table = try #require(
            try readme().split(separator: "| keys | what they do |\n|---|---|\n").dropFirst().first)
        let lines = table.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }.map(
            String.init)
        #expect(lines.count > 10)
        for line in lines { #expect(rows.contains(line), "\(line)") }
    }

    @Test func `it is short enough to be read`() throws {
        #expect(try readme().split { $0 == " " || $0 == "\n" }.count <= 1500)
    }

    @Test func `its picture is the screen that the sample edition opens with`() throws {
        let golden = try String(
            contentsOf: projectRoot.appending(path: "Tests/Goldens/screens/opened-80x24.txt"), encoding: .utf8)
        #expect(try readme().contains(golden))
    }

    @Test func `the tests that the page of claims names are there`() throws {
        let claims = projectRoot.appending(path: "Sources/broadsheet/broadsheet.docc/Claims.md")
        let lines = try String(contentsOf: claims, encoding: .utf8).split(separator: "\n").filter {
            $0.firstMatch(of: /`\w+Tests`: `/) != nil
        }
        #expect(lines.count > 30)
        let folder = projectRoot.appending(path: "Tests")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var sources: [String: String] = [:]
        for case let file as URL in files where file.pathExtension == "swift" {
            sources[file.deletingPathExtension().lastPathComponent] = try String(contentsOf: file, encoding: .utf8)
        }
        for line in lines {
            let named = try #require(line.firstMatch(of: /`(\w+)`: `([^`]+)`/))
            let source = sources[String(named.1)] ?? ""
            #expect(source.contains("func `\(named.2)`(") || source.contains("\"\(named.2)\""), "\(line)")
        }
    }
}
