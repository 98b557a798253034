import Screen
import TestSupport
import Testing
import Localization

@testable import Settings

/// Settings to preferences, and back to text.
struct SettingsTableTests {
    private func resolved(_ text: String) throws -> ResolvedPreferences {
        SettingsTable.resolved(SettingsFile.read(Array(text.utf8)).entries)
    }

    @Test func `what the listing prints is a file with the same settings`() throws {
        let once = try resolved(
            """
            library = "/papers/\\"old\\""
            language = "zh-Hans"
            theme = "light"
            mark-read = "never"
            measure = 61
            justification = false
            hanging = "half"
            restore-punctuation = false
            columns = true
            ambiguous-width = "wide"
            [colours]
            kicker = "red"
            star = "#f00 on 17"
            mark = "on bright-blue"
            [keys]
            quit = ["x", "ctrl-x", "f10"]
            raw = []
            """)
        #expect(once.faults.isEmpty)
        let again = try resolved(SettingsTable.listing(once) { "\($0)" })
        #expect(again.faults.isEmpty)
        #expect(SettingsTable.listing(again) { _ in "" } == SettingsTable.listing(once) { _ in "" })
        for theme in ThemeName.allCases where theme == once.preferences.theme {
            #expect(
                again.preferences.theme(theme, depth: .direct) == once.preferences.theme(theme, depth: .direct))
        }
        #expect(once.preferences.reading.measure == 60)
    }

    @Test(arguments: Localization.languages)
    func `the example has every setting once, and its values are the defaults`(language: String) throws {
        let texts = Localization(language: language)
        let example = SettingsTable.example(in: texts)
        #expect(try resolved(example).preferences == Preferences())
        let settings = example.split(separator: "\n").map { line in
            line.hasPrefix("#") && !line.hasPrefix("# ") ? line.dropFirst() : line
        }.joined(separator: "\n")
        let resolved = try resolved(settings)
        #expect(resolved.faults.isEmpty)
        #expect(Set(resolved.origins.keys) == Set(SettingsTable.rows.map(\.name)))
        #expect(
            SettingsTable.listing(resolved) { _ in "" } == SettingsTable.listing(ResolvedPreferences()) { _ in "" })
    }

    @Test func `a flag takes on and off as well`() throws {
        let resolved = try resolved(
            "mouse = \"off\"\ncolumns = \"on\"\njustification = false\nrestore-punctuation = \"no\"\n")
        #expect(
            !resolved.preferences.mouse && resolved.preferences.reading.columns
                && !resolved.preferences.reading.isJustified)
        #expect(resolved.faults.count == 1)
    }

    @Test func `a fault is reported with its line and what was meant, and the rest applies`() throws {
        let resolved = try resolved(
            "them = \"dark\"\ntheme = \"ligth\"\nmeasure = 7\ncolumns = \"true\"\nmark-read = 1\nhanging = \"half\"\n"
                + "[colours]\nkicker = \"rde\"\n[keys]\nquit = [\"x\", \"excape\"]\n")
        let texts = Localization(language: "en")
        #expect(
            resolved.faults.map { "\($0.origin): \(texts.words(for: $0))" } == [
                "file(line: 1): unknown setting 'them'. Did you mean 'theme'?",
                "file(line: 2): 'theme' cannot be \"ligth\". Did you mean 'light'? Takes one of \"auto\", \"dark\", \"light\","
                    + " \"high-contrast\", \"plain\".",
                "file(line: 3): 'measure' cannot be 7. Takes a number from 16 to 200.",
                "file(line: 4): 'columns' cannot be \"true\". Did you mean 'true'? Takes true or false, or"
                    + " \"on\" or \"off\".",
                "file(line: 5): 'mark-read' cannot be 1. Takes one of \"end\", \"open\", \"never\".",
                "file(line: 8): 'colours.kicker' cannot be \"rde\". Did you mean 'red'? Takes a colour (a name, 0 to 255,"
                    + " or #rrggbb) and, after \"on\", one for the background.",
                "file(line: 10): 'keys.quit' cannot be \"excape\". Did you mean 'escape'? Takes a list of keys:"
                    + " [\"q\", \"ctrl-x\"].",
            ])
        #expect(resolved.preferences.reading.hanging == .half)
        #expect(resolved.preferences.theme == nil)
        #expect(resolved.preferences.keys == [.quit: [.character("x")]])
    }

    @Test func `a setting that the file gives twice is reported by name and line, and the first one applies`() throws {
        let resolved = try resolved("measure = 40\ntheme = \"light\"\nmeasure = 50\n[keys]\nquit = \"x\"\n")
        let texts = Localization(language: "en")
        #expect(
            resolved.faults.map { "\($0.origin): \(texts.words(for: $0))" } == [
                "file(line: 3): 'measure' is given twice; line 1 applies"
            ])
        #expect(resolved.preferences.reading.measure == 40 && resolved.preferences.theme == .light)
        #expect(resolved.preferences.keys == [.quit: [.character("x")]])
    }

    @Test func `of a setting that is given twice, one that is not accepted does not count`() throws {
        let resolved = try resolved("measure = 15\nmeasure = 201\nmeasure = 40\nmeasure = 50\n")
        let texts = Localization(language: "en")
        #expect(
            resolved.faults.map { "\($0.origin): \(texts.words(for: $0))" } == [
                "file(line: 1): 'measure' cannot be 15. Takes a number from 16 to 200.",
                "file(line: 2): 'measure' cannot be 201. Takes a number from 16 to 200.",
                "file(line: 4): 'measure' is given twice; line 3 applies",
            ])
        #expect(resolved.preferences.reading.measure == 40)
    }

    @Test func `a word without quotation marks is reported with what the setting takes, and so is what has no words`()
        throws
    {
        let resolved = try resolved("mouse = off\ntheme = light\nhanging = hafl\nmeasure = 1e2\ncolumns = true\n")
        let texts = Localization(language: "en")
        #expect(
            resolved.faults.map { "\($0.origin): \(texts.words(for: $0))" } == [
                "file(line: 1): 'mouse' cannot be off without quotation marks. Takes true or false, or \"on\" or \"off\".",
                "file(line: 2): 'theme' cannot be light without quotation marks. Takes one of \"auto\", \"dark\", \"light\","
                    + " \"high-contrast\", \"plain\".",
                "file(line: 3): 'hanging' cannot be hafl without quotation marks. Did you mean 'half'? Takes one of"
                    + " \"full\", \"half\", \"none\".",
                "file(line: 4): 'measure' cannot have this value. Takes a number from 16 to 200.",
            ])
        #expect(resolved.preferences.mouse && resolved.preferences.reading.columns)
    }

    @Test func `a key that two actions were given goes to the first one`() throws {
        let resolved = try resolved("[keys]\nquit = \"x\"\nstar = [\"x\", \"S\"]\n")
        #expect(
            resolved.faults == [
                SettingFault(.conflict(name: "keys.star", key: "x", with: "keys.quit"), at: .file(line: 3))
            ])
        let keymap = Keymap(resolved.preferences.keys)
        #expect(keymap.action(for: .character("x")) == .quit)
        #expect(keymap.action(for: .character("S")) == .star)
        #expect(keymap.action(for: .character("q")) == nil && keymap.action(for: .character("s")) == nil)
    }

    @Test func `a key is removed from the action that has it by default, and reported if it was its last`()
        throws
    {
        let resolved = try resolved("[keys]\nquit = [\"m\", \"k\"]\n")
        #expect(
            resolved.faults == [
                SettingFault(.keyless(name: "keys.toggle-read", key: "m", to: "keys.quit"), at: .file(line: 2))
            ])
        let keymap = Keymap(resolved.preferences.keys)
        #expect(keymap.action(for: .character("m")) == .quit)
        #expect(keymap.keys(for: .up) == [.up])
    }

    @Test func `later entries override earlier ones`() {
        let resolved = SettingsTable.resolved([
            SettingEntry(name: "measure", value: .integer(40), origin: .file(line: 3)),
            SettingEntry(name: "measure", value: .integer(50), origin: .option("--set measure=50")),
        ])
        #expect(resolved.preferences.reading.measure == 50)
        #expect(resolved.origins["measure"] == .option("--set measure=50"))
    }

    @Test func `every key of the table has a name, and the name is the key's`() {
        for row in ActionTable.rows where row.isBindable {
            for key in row.keys { #expect(Key(settingName: key.settingName) == key, "\(key)") }
        }
        for name in Key.names { #expect(Key(settingName: name)?.settingName == name) }
        #expect(Key(settingName: "") == nil && Key(settingName: "ctrl-c") == nil && Key(settingName: "\u{7}") == nil)
    }

    @Test func `no two actions of the table have the same key`() {
        let keys = ActionTable.rows.flatMap(\.keys)
        #expect(Set(keys).count == keys.count)
    }

    @Test(arguments: ["red", "bright-cyan", "terminal", "203", "#ff5f5f"])
    func `a colour's name is read back`(name: String) { #expect(Color(name: name)?.name == name) }

    @Test func `colours are read as people write them, and nothing else is a colour`() {
        #expect(Color(name: "#F0a") == .rgb(255, 0, 170))
        #expect(Color(name: "1") == .indexed(1) && Color(name: "Red") == .indexed(1))
        for name in ["", "#", "#12345", "#gggggg", "256", "-1", "#+fffff", "crimson"] {
            #expect(Color(name: name) == nil, "\(name)")
        }
        for text in ["", "on", "red on", "on on red", "red blue", "red on blue on green"] {
            #expect(ColourChoice(text) == nil, "\(text)")
        }
    }
}
