import Localization
import Newspaper
import Screen
import TestSupport
import Testing

@testable import Reader

/// What the list of stories shows of each.
struct StoriesPaneTests {
    private static let headlines = [
        "Fenwick Lane Museum trustees buy the old grain exchange, promise a roof by spring and free entry for all under twelve",
        "Harbour pilots vote to strike, citing night tides and unlit marks on the outer channel beyond Gull Point",
        "Mayor: no, we never said that the swimming baths would close, only that they would open on fewer days a week",
    ]

    @Test(arguments: [40, 50, 64, 70, 80, 100, 140])
    func `an English headline keeps its words and commas where it is cut`(columns: Int) {
        let edition = Edition(
            stories: Self.headlines.enumerated().map {
                Story(id: StoryID(UInt64($0.offset + 1)), headline: $0.element, body: [Block(.paragraph, "It rained.")])
            })
        let state = ReaderState(
            edition: edition, texts: Localization(language: "en"), size: Size(columns: columns, rows: 30))
        let entries = state.storyEntries(state.layout.stories)
        #expect(entries.count == Self.headlines.count)
        for (entry, headline) in zip(entries, Self.headlines) {
            let shown = entry.title.map(\.text).joined(separator: " ")
            if shown.hasSuffix("…") {
                #expect(headline.hasPrefix(shown.dropLast()), "\(shown)")
            } else {
                #expect(shown == headline)
            }
        }
    }
}
