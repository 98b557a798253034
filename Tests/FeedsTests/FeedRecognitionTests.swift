import Feeds
import Testing

struct FeedRecognitionTests {
    private func isFeed(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBytes { Feed.isFeed(head: $0) } }

    @Test(arguments: [
        #"{"version": "https://jsonfeed.org/version/1", "title": "x", "description": "cut o"#,
        "\u{FEFF} \n{\"title\": \"x\", \"items\": [",
        #"{"authors": [{"name": "version"}], "title": "\"items\"", "items":[{"id"#,
        #"{"items": [], "version": 1}"#, #"{"_broadsheet": {"furniture": ["cut o"#,
    ])
    func `a feed is known by its version, its items or our extension`(head: String) {
        #expect(isFeed(Array(head.utf8)))
    }

    @Test(arguments: [
        "", "{", "{}", "[]", "[{\"items\": []}]", "items", "\u{0}\u{1}",
        #"{"type": "FeatureCollection", "features": [{"items": []}]}"#,
        #"{"version": "1.0.0", "name": "items"}"#, #"{"items": {"a": []}}"#, #"{"x": {"items": []}, "y": "version"}"#,
        #"{"version": "1", "x": "https://jsonfeed.org/version/1.1"}"#, "<rss version=\"2.0\">",
    ])
    func `other JSON, and what is no JSON, is no feed`(head: String) {
        #expect(!isFeed(Array(head.utf8)))
        #expect(throws: FeedFault.notAFeed) { try Feed.read(Array(head.utf8)) }
    }

    @Test func `a list of other things under the name of items is no feed`() {
        #expect(throws: FeedFault.notAFeed) {
            try Feed.read(Array(#"{"kind": "List", "items": [{"kind": "Pod", "spec": {"title": "x"}}, 5]}"#.utf8))
        }
    }

    @Test func `a feed without items has no stories`() throws {
        #expect(try Feed.list(Array(#"{"version": "https://jsonfeed.org/version/1.1", "title": "x"}"#.utf8)).isEmpty)
    }
}
