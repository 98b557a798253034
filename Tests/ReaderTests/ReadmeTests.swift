import Foundation
import Localization
import Reader
import Settings
import TestSupport
import Testing

/// The README says what the program does.
struct ReadmeTests {
    private func readme() throws -> String {
        try String(contentsOf: projectRoot.appending(path: "README.md"), encoding: .utf8)
    }

    @Test func `its keys are those of the action table`() throws {
        let texts = Localization(language: "en")
        let rows = ActionTable.rows.map { row in
            // In a table of Markdown a bar parts two cells.
            let keys = row.keys.map { $0.name(in: texts) }.joined(separator: " ").replacingOccurrences(
                of: "|", with: "\\|")
            return "| \(keys) | \(texts.help(for: row.action)) |"
        }
        let table = "| keys | what they do |\n|---|---|\n" + rows.joined(separator: "\n") + "\n"
        #expect(try readme().contains(table), "it should hold:\n\(table)")
    }

    @Test func `its picture is the screen that the sample edition opens with`() throws {
        let golden = try String(
            contentsOf: projectRoot.appending(path: "Tests/Goldens/screens/opened-80x24.txt"), encoding: .utf8)
        #expect(try readme().contains(golden))
    }

    @Test func `its settings are those of the table`() throws {
        let texts = Localization(language: "en")
        let usual = Preferences()
        var rows = SettingsTable.rows.filter { $0.table == nil }.map { setting in
            "| `\(setting.key)` | `\(setting.value(usual).toml)` | \(texts.description(of: setting)) |"
        }
        for table in SettingsTable.tables {
            let names = SettingsTable.rows.filter { $0.table.map(String.init) == table }.map { "`\($0.key)`" }
            let words = texts.purpose(ofTable: table).split(separator: "\\n").joined(separator: " ")
            rows.append("| `[\(table)]` | | \(words) For \(names.joined(separator: ", ")) |")
        }
        let table = "| setting | usual value | what it is for |\n|---|---|---|\n" + rows.joined(separator: "\n") + "\n"
        #expect(try readme().contains(table), "it should hold:\n\(table)")
    }

    @Test func `the tests that it names are there`() throws {
        let lines = try readme().split(separator: "\n").filter { $0.firstMatch(of: /`\w+Tests`: `/) != nil }
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
