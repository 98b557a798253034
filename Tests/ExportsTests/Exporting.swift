import Foundation
import Localization
import Newspaper
import TestSupport
import Testing

@testable import Exports
@testable import Files
@testable import Sources

/// An edition in a format.
func export(_ edition: Edition, as name: String, fileName: String = "paper") throws -> [UInt8] {
    let format = try #require(ExportFormat.named(name))
    var bytes: [UInt8] = []
    let input = ExportInput(
        StoriesInMemory(edition), fileName: fileName, texts: Localization(language: "en"))
    try format.write(input) { bytes += $0 }
    return bytes
}

/// What is read of a file with these bytes.
func read(_ bytes: [UInt8], as name: String) throws -> Edition {
    let folder = try TemporaryFolder()
    let path = folder.path + "/" + name
    try Data(bytes).write(to: URL(filePath: path))
    let content = ContentLoader(limits: ReadingLimits()).load(Catalog.find([FileName(path)]).editions)
    #expect(content.faults.isEmpty, "\(content.faults)")
    let list = content.list
    return Edition(
        title: list.title, language: list.language, pages: list.pages,
        stories: (0..<list.count).compactMap { list.story(at: $0) }, furniture: list.furniture, feed: list.feed)
}

/// An edition with everything that a format has to write.
let sample = Edition(
    title: "The Quay & Post", language: "en",
    pages: [Page(name: "Harbour", number: "1", date: "2026-11-20")],
    stories: [
        Story(
            id: StoryID(7), section: "Harbour", kicker: "After three years", headline: "The tide mill <turns> again",
            deck: "Flour by Sunday", byline: "By Edda Marrow", credits: [Credit(.reporter, "Edda Marrow")],
            body: [
                Block(
                    .paragraph, "The bell rang twice & the wheel moved.",
                    spans: [Span(.emphasis, 4..<8), Span(.link("https://quay.example/?a=1&b=2"), 26..<31)]),
                Block(.crosshead, "Grain", level: 1), Block(.crosshead, "Rye", level: 2),
                Block(.quotation, "It sounds like rain."), Block(.item, "One", mark: "•"),
                Block(.item, "Inner", level: 1, mark: "◦"), Block(.item, "which goes on", level: 1),
                Block(.item, "Third", mark: "3."), Block(.preformatted, "06:10  high\n  12:31 low"),
                Block(.table, "Mill\tSacks\nAlder\t12\nLock\t7"),
                Block(
                    .figure, "The wheel at dusk",
                    illustration: Illustration(address: "https://quay.example/1.jpg", description: "A wheel")),
            ],
            photos: [Photo(caption: "The miller.", credit: "(Photo: T. Reed)")], continues: "Continued on page 3",
            continued: "From page 1", link: "https://quay.example/mill"),
        Story(
            id: StoryID(8), kind: .brief, section: "Harbour",
            body: [Block(.paragraph, "Ferry moves to winter times on Monday.")]),
        Story(id: StoryID(9), headline: "Filed nowhere", body: [Block(.paragraph, "Words.")]),
    ])
