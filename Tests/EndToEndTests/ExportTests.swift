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
}
