import Following
import Foundation
import Newspaper
import PageText
import Settings
import Sources
import TestSupport
import Testing

@testable import Localization

struct LocalizationTests {
    @Test(arguments: Localization.languages)
    func `every message has words in every language`(language: String) {
        let texts = Localization(language: language)
        for key in MessageKey.allCases {
            #expect(texts.words(for: key.rawValue)?.isEmpty == false, "\(key) in \(language)")
        }
    }

    @Test func `every message is used somewhere in the sources`() throws {
        let folder = projectRoot.appending(path: "Sources")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var names: Set<Substring> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            names.formUnion(text.split(separator: ".").map { $0.prefix { $0.isLetter } })
        }
        for key in MessageKey.allCases { #expect(names.contains("\(key)"), "\(key)") }
    }

    @Test(arguments: Localization.languages)
    func `every kind of file has words`(language: String) {
        let texts = Localization(language: language)
        for type in FileType.allCases {
            #expect(texts.words(for: "file.\(type.rawValue)")?.isEmpty == false, "\(type)")
        }
    }

    @Test(arguments: Localization.languages)
    func `every kind of line and every reason for it has words`(language: String) {
        let texts = Localization(language: language)
        for key in LineKind.allCases.map({ "kind.\($0.rawValue)" }) + Reason.allKeys {
            #expect(texts.words(for: key)?.isEmpty == false, "\(key) in \(language)")
        }
    }

    /// They are given side by side: the same words twice would be one reason that counts two times.
    @Test(arguments: Localization.languages)
    func `no two reasons for a line have the same words, and none is longer than a line's text`(language: String) {
        let texts = Localization(language: language)
        var keys: [String: String] = [:]
        for key in Reason.allKeys {
            let words = texts.words(for: key) ?? ""
            #expect(keys.updateValue(key, forKey: words) == nil, "\(key) in \(language)")
            let cells = words.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
            #expect(cells <= 60, "\(key) in \(language)")
            #expect(!words.contains("·") && !words.contains("%"), "\(key) in \(language)")
        }
    }

    /// Keys of what files are.
    private static let fileTypes = FileType.allCases.map { "file.\($0.rawValue)" }

    @Test(arguments: Localization.languages)
    func `everything that a file may be has words`(language: String) {
        let texts = Localization(language: language)
        for key in Self.fileTypes { #expect(texts.words(for: key)?.isEmpty == false, "\(key) in \(language)") }
    }

    /// Names under which the words of actions, settings and kinds of values are looked up.
    private static let settingNames: Set<String> = Set(
        Action.allCases.map { "action.\($0.rawValue)" }
            + ActionTable.rows.filter(\.isHinted).map { "hint.\($0.action.rawValue)" }
            + SettingsTable.rows.filter { $0.table == nil }.map { "setting.\($0.name)" }
            + SettingsTable.tables.map { "setting.\($0)" } + SettingsTable.rows.map { "takes.\($0.kind.name)" })

    @Test(arguments: Localization.languages)
    func `every action, hint, setting, table of settings and kind of value has words`(language: String) {
        let texts = Localization(language: language)
        for name in Self.settingNames { #expect(texts.words(for: name)?.isEmpty == false, "\(name) in \(language)") }
    }

    @Test func `the setting for the language offers those that there are texts for`() {
        #expect(SettingsTable.languages == Localization.languages)
    }

    @Test(arguments: Localization.languages)
    func `a message has the same arguments in every language`(language: String) {
        let fallback = Localization(language: "en")
        let texts = Localization(language: language)
        for key in MessageKey.allCases {
            #expect(places(in: texts(key)) == places(in: fallback(key)), "\(key) in \(language)")
        }
        for name in Self.settingNames {
            #expect(places(in: texts.named(name)) == places(in: fallback.named(name)), "\(name) in \(language)")
        }
    }

    /// What can be said in the file of sources.
    private static let sourceFields =
        SourcesFile.fields.map { "source.\($0.name)" } + StoryFilter.fields.map { "filter.\($0.name)" }

    /// The numbers in braces, each once, in order.
    private func places(in text: String) -> [Int] {
        Set(text.matches(of: /\{([0-9]+)\}/).compactMap { Int($0.1) }).sorted()
    }

    @Test(arguments: Localization.languages)
    func `a text file has exactly one line for every key, and no others`(language: String) throws {
        let known = Self.settingNames.union(
            MessageKey.allCases.map(\.rawValue) + LineKind.allCases.map { "kind.\($0.rawValue)" }
                + Reason.allKeys + Self.fileTypes + Self.sourceFields)
        let lines = try file(of: language).split(separator: "\n").filter { !$0.hasPrefix("#") }
        let keys = lines.compactMap { $0.split(separator: " = ", maxSplits: 1).first.map(String.init) }
        #expect(keys.count == Set(keys).count, "a key stands there twice")
        #expect(Set(keys).subtracting(known) == [])
        #expect(known.subtracting(keys) == [])
    }

    @Test(arguments: Localization.languages)
    func `no text contains a control character or an invisible one`(language: String) throws {
        let texts = Localization(language: language)
        for scalar in try file(of: language).unicodeScalars where scalar != "\n" {
            let category = scalar.properties.generalCategory
            #expect(
                ![.control, .format, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator].contains(category),
                "U+\(String(scalar.value, radix: 16)) in \(language)")
        }
        for key in MessageKey.allCases { #expect(!texts(key).hasSuffix(" "), "\(key) in \(language)") }
    }

    /// Signs that are told apart in one of the two scripts only, and would be slips in the other.
    @Test func `Simplified and Traditional Chinese keep to their own characters and quotation marks`() throws {
        let simplified = try file(of: "zh-Hans")
        let traditional = try file(of: "zh-Hant")
        for sign in "设录档终输编报读标题长时会这为个来们应该没还对”" {
            #expect(!traditional.contains(sign), "\(sign)")
        }
        for sign in "設錄檔終輸編報讀標題長時會這為個來們應該沒還對「」『』" { #expect(!simplified.contains(sign), "\(sign)") }
        // Words that a reader in Taiwan or Hong Kong would not use.
        for word in ["文件", "設置", "終端裡", "屏幕", "鼠標", "默認", "全角", "半角", "撤銷", "字節", "內存", "程序"] {
            #expect(!traditional.contains(word), "\(word)")
        }
    }

    private func file(of language: String) throws -> String {
        try String(contentsOf: projectRoot.appending(path: "Resources/texts/\(language).txt"), encoding: .utf8)
    }

    @Test func `arguments are put in their places`() {
        #expect(Localization(language: "en")(.unread, 5, 7) == "unread 5/7")
    }

    @Test func `one of a thing is named in the singular`() {
        let texts = Localization(language: "en")
        #expect(texts(.noteMalformed, "a", 1) == "'a' has 1 invalid byte sequence, shown as �")
        #expect(texts(.noteMalformed, "a", 21) == "'a' has 21 invalid byte sequences, shown as �")
        #expect(texts(.marksNotUnderstood, "a", 1).hasSuffix("1 line that is not a mark; it was skipped"))
        // An argument that looks like two forms is no form.
        #expect(texts(.nextStory, "{0:a|b} {0:") == "Next: {0:a|b} {0:")
    }

    @Test func `an argument that looks like a place is left as it is`() {
        #expect(Localization(language: "en")(.nextStory, "{0} {1}") == "Next: {0} {1}")
    }

    @Test(arguments: [
        ("zh_CN.UTF-8", "zh-Hans"), ("zh_SG", "zh-Hans"), ("zh", "zh-Hans"), ("zh-Hans-HK", "zh-Hans"),
        ("zh_TW.UTF-8", "zh-Hant"), ("zh_HK", "zh-Hant"), ("zh_MO@x", "zh-Hant"), ("zh-Hant", "zh-Hant"),
        ("zh_Hant_CN", "zh-Hant"), ("yue_HK.utf8", "zh-Hant"), ("zha_CN", "en"), ("C", "en"), ("C.UTF-8", "en"),
        ("en_GB.UTF-8", "en"), ("de_DE", "en"), ("", "en"), ("_.@", "en"),
    ])
    func `the locale chooses the language`(locale: String, language: String) {
        #expect(Localization(locale: locale).language == language)
    }
}
