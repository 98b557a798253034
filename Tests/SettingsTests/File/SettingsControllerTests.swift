import Files
import Foundation
import Settings
import TestSupport
import Testing

/// Where settings come from, in the order in which they override each other.
struct SettingsControllerTests {
    /// A folder with a settings file.
    private func withFile(_ text: String?, _ body: (_ file: URL) throws -> Void) throws {
        let folder = try TemporaryFolder()
        let file = URL(filePath: folder.path).appending(path: "config.toml")
        if let text { try text.write(to: file, atomically: true, encoding: .utf8) }
        try withExtendedLifetime(folder) { try body(file) }
    }

    @Test func `options override the file, and NO_COLOR overrides both`() throws {
        try withFile("theme = \"light\"\nmeasure = 40\nhanging = \"half\"\n") { file in
            let options =
                try #require(SettingEntry.entries(ofOption: "measure=50"))
                + (SettingEntry.entries(ofOption: "theme=dark") ?? [])
            let controller = SettingsController(file: FileName(file.path), options: options, wantsColor: false)
            #expect(controller.preferences.theme == .plain && controller.preferences.reading.measure == 50)
            #expect(controller.preferences.reading.hanging == .half)
            #expect(
                controller.resolved.origins == [
                    "theme": .environment("NO_COLOR"), "measure": .option("--set measure=50"),
                    "hanging": .file(line: 3),
                ])
        }
    }

    @Test func `a file is read again when it was changed, and only then`() throws {
        try withFile(nil) { file in
            var controller = SettingsController(file: FileName(file.path))
            var hasChanged = controller.reread()
            #expect(controller.preferences == Preferences() && !hasChanged)
            try "measure = 40\n".write(to: file, atomically: true, encoding: .utf8)
            hasChanged = controller.reread()
            #expect(hasChanged && controller.preferences.reading.measure == 40)
            hasChanged = controller.reread()
            #expect(!hasChanged)
            try FileManager.default.removeItem(at: file)
            hasChanged = controller.reread()
            #expect(hasChanged && controller.preferences == Preferences())
        }
    }

    @Test func `a file that cannot be read is reported, and options still apply`() throws {
        try withFile(nil) { file in
            try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
            let options = SettingEntry.entries(ofOption: "measure=50") ?? []
            let controller = SettingsController(file: FileName(file.path), options: options)
            #expect(controller.resolved.fileFault?.path == file.path)
            #expect(controller.preferences.reading.measure == 50 && controller.resolved.faults.isEmpty)
        }
    }

    @Test func `text that is not TOML comes first among the faults`() throws {
        try withFile("theme = = 3\n") { file in
            let options = SettingEntry.entries(ofOption: "mesure=50") ?? []
            let controller = SettingsController(file: FileName(file.path), options: options)
            #expect(
                controller.resolved.faults == [
                    SettingFault(.syntax(column: 9, isLineOnly: true), at: .file(line: 1)),
                    SettingFault(.unknown(name: "mesure", nearest: "measure"), at: .option("--set mesure=50")),
                ])
        }
    }

    @Test(
        arguments: [
            ("theme=light", [("theme", SettingValue.string("light"))]),
            ("theme = \"light\"", [("theme", .string("light"))]),
            ("measure=60", [("measure", .integer(60))]), ("keys.quit=x", [("keys.quit", .string("x"))]),
            ("keys.quit = ['x', 'y']", [("keys.quit", .strings(["x", "y"]))]),
            ("library=a=b", [("library", .string("a=b"))]),
            ("theme", nil),
        ] as [(String, [(String, SettingValue)]?)])
    func `an option is a line of the file, or a name and a bare string`(
        text: String, expected: [(String, SettingValue)]?
    ) {
        let entries = SettingEntry.entries(ofOption: text)
        #expect(entries?.map(\.name) == expected?.map(\.0) && entries?.map(\.value) == expected?.map(\.1))
    }
}
