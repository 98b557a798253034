import Localization
import Sources
import TextDecoding
import Testing

@testable import Application

struct NoteWordsTests {
    private let texts = Localization(language: "en")

    private func notes(_ encodings: SourceText.Encoding...) -> [SourceNote] {
        encodings.enumerated().map { SourceNote(path: "p/\($0 + 1).txt", encoding: $1) }
    }

    @Test func `an encoding of one file is said of that file`() {
        #expect(
            texts.words(for: notes(.gb18030, .big5)) == [
                "'1.txt' was decoded from GB18030", "'2.txt' was decoded from Big5",
            ])
    }

    @Test func `an encoding of several files is said once, with their number`() {
        var notes = notes(.gb18030, .utf16LittleEndian, .gb18030, .gb18030)
        notes[2].isEmpty = true
        let words = [
            "3 files were decoded from GB18030", "'2.txt' was decoded from UTF-16LE", "'3.txt' is empty",
        ]
        #expect(texts.words(for: notes) == words && texts.details(of: notes) == words)
    }

    @Test func `an encoding that a document declares is not said`() {
        var notes = notes(.gb18030, .gb18030)
        notes[0].isDeclared = true
        #expect(texts.words(for: notes) == ["'2.txt' was decoded from GB18030"])
    }

    @Test func `a feed that breaks off says how far it was read`() {
        let fault = SourceFault.cutShort(path: "a.rss", .feedXML, stories: 2, last: "Ebb")
        let nameless = SourceFault.cutShort(path: "a.rss", .feedXML, stories: 1, last: nil)
        #expect(texts.words(for: fault).hasPrefix("'a.rss' could only be read in part: 2 stories, up to 'Ebb'; then"))
        #expect(texts.words(for: nameless).hasPrefix("'a.rss' could only be read in part: 1 story; then"))
    }
}
