import CLexiconTables
import Foundation
import TestSupport
import Testing

@testable import PageText

@Suite("The embedded lists of words are those of the sources")
struct LexiconTablesTests {
    /// The texts of all lists: `Words("…")` and `Words("""…""")` in the sources.
    private static let lists: [String] = {
        let folder = projectRoot.appending(path: "Sources/PageText")
        let files =
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
        return files.filter { $0.pathExtension == "swift" }.flatMap { file -> [String] in
            let source = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            let short = source.matches(of: /Words\(\s*"([^"\n]+)"/).map { String($0.1) }
            let long = source.matches(of: /Words\(\s*"""\n(.*?)\n *"""/.dotMatchesNewlines()).map { match in
                match.1.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
            }
            return short + long
        }
    }()

    @Test func `the tables are what the lists make`() throws {
        let file = projectRoot.appending(path: "Sources/CLexiconTables/lexicon.c")
        let source = Self.source(Self.lists)
        let isEqual = try String(contentsOf: file, encoding: .utf8) == source
        if !isEqual, ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
            try source.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(isEqual, "run .dev/generate-lexicon-tables")
    }

    @Test func `every list is embedded as it would be made`() {
        #expect(Self.lists.count > 80)
        #expect(Set(Self.lists.map(LexiconTables.key)).count == Set(Self.lists).count)
        for text in Self.lists {
            let key = LexiconTables.key(of: text)
            guard let list = LexiconTables.list(key) else {
                Issue.record("not embedded: \(text)")
                continue
            }
            let made = Words(making: text, key: key)
            #expect(Array(list.scalars) == Array(made.scalars))
            #expect(list.words.map { [$0.from, $0.count] } == made.words.map { [$0.from, $0.count] })
            #expect(list.firsts.map { [$0.scalar, $0.from] } == made.firsts.map { [$0.scalar, $0.from] })
        }
    }

    @Test func `a list that is not embedded is made`() {
        let words = Words("not_embedded 無此表")
        FoldedText.with("so 無此表, Not embedded") { text in
            #expect(words.match(text.scalars, at: 3, end: text.count) == 3)
            #expect(words.match(text.scalars, at: 8, end: text.count) == 12)
            #expect(words.match(text.scalars, at: 0, end: text.count) == 0)
        }
    }

    /// The text of the file that the tables are embedded from, for these lists.
    private static func source(_ lists: [String]) -> String {
        let made = Set(lists).map { Words(making: $0, key: LexiconTables.key(of: $0)) }.sorted { $0.key < $1.key }
        var scalars: [String] = []
        var words: [String] = []
        var firsts: [String] = []
        var rows: [String] = []
        for list in made {
            rows.append(
                "{0x\(String(list.key, radix: 16))u, \(scalars.count), \(list.scalars.count), "
                    + "\(words.count), \(list.words.count), \(firsts.count), \(list.firsts.count)}")
            scalars += list.scalars.map { "\($0)" }
            words += list.words.map { "{\($0.from), \($0.count)}" }
            firsts += list.firsts.map { "{\($0.scalar)u, \($0.from)}" }
        }
        let classes = CharacterClasses.made()
        let (starts, maskCount) = WordStarts.made(classes)
        func array(_ declaration: String, _ values: [String]) -> String {
            var (lines, line) = ([String](), "   ")
            for value in values {
                if line.utf8.count + value.utf8.count > 118 { (lines, line) = (lines + [line], "   ") }
                line += " \(value),"
            }
            return "const \(declaration)[] = {\n\((lines + [line]).joined(separator: "\n"))\n};\n"
        }
        func hexadecimal(_ value: UInt64) -> String { "0x\(String(value, radix: 16))u" }
        /// Equal neighbours as one.
        func runs(_ value: (Int) -> Int) -> [String] {
            var (found, start) = ([String](), 0)
            for place in 1...0x10000 where place == 0x10000 || value(place) != value(start) {
                found.append(
                    start + 1 == place
                        ? "[\(start)] = \(value(start))" : "[\(start) ... \(place - 1)] = \(value(start))")
                start = place
            }
            return found
        }
        return "// Written by .dev/generate-lexicon-tables.\n#include \"CLexiconTables.h\"\n\n"
            + [
                array("uint8_t broadsheet_classes", runs { Int(classes.table[$0]) }),
                "const uint32_t broadsheet_list_count = \(made.count);\n",
                array("struct broadsheet_list broadsheet_lists", rows),
                array("uint32_t broadsheet_lexicon_scalars", scalars),
                array("struct broadsheet_word broadsheet_lexicon_words", words),
                array("struct broadsheet_first broadsheet_lexicon_firsts", firsts),
                "const uint64_t broadsheet_starts_key = \(hexadecimal(LexiconTables.key(of: WordStarts.lists)));\n",
                array("uint16_t broadsheet_starts", runs { Int(starts.table[$0]) }),
                array("uint64_t broadsheet_start_masks", (0..<maskCount).map { hexadecimal(starts.masks[$0]) }),
                array(
                    "uint64_t broadsheet_start_seconds",
                    (0..<WordStarts.secondCount).map { hexadecimal(starts.seconds[$0]) }),
                array(
                    "uint64_t broadsheet_start_pairs",
                    (0..<WordStarts.letters * WordStarts.row).map { hexadecimal(starts.pairs[$0]) }),
                array(
                    "uint64_t broadsheet_start_thirds",
                    (0..<WordStarts.thirdCount).map { hexadecimal(starts.thirds[$0]) }),
            ].joined(separator: "\n")
    }
}
