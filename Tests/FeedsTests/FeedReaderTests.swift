import Feeds
import Newspaper
import TestSupport
import Testing

/// A document that arrives in parts.
struct FeedReaderTests {
    /// Items with everything that makes splitting hard: brackets, quotation marks and backslashes in strings, nesting.
    private static func item(_ number: Int) -> String {
        #"{"id": "\#(number)", "title": "No. \#(number) \"]}{[\\\" , \\\\", "x": [[{"a": "]\\"}], "}"], "content_text": "夜潮\#(number)。\n\n[{"}"#
    }

    private static func feed(_ count: Int) -> [UInt8] {
        document((0..<count).map(item).joined(separator: ",\n"), head: #""title": "潮", "language": "zh-Hans""#)
    }

    @Test func `the parts in which a document arrives change nothing`() throws {
        let bytes = Self.feed(50)
        let whole = try Feed.read(bytes)
        #expect(whole.stories.count == 50)
        #expect(whole.stories[7].headline == #"No. 7 "]}{[\" , \\"#)
        for size in [1, 2, 3, 7, 64, 1_000] {
            let list = try read(bytes, parts: size).list
            #expect(list.edition == whole, "parts of \(size) bytes")
            #expect(!list.isCutShort && list.faultCount == 0)
        }
    }

    @Test func `items of many sizes are found across the blocks in which bytes are kept`() throws {
        var random = Seeded(seed: 3)
        let texts = (0..<60).map { number in
            "\(number)" + String(repeating: "潮\\\"", count: Int.random(in: 0..<60_000, using: &random))
        }
        let bytes = document(texts.map { #"{"content_text": "\#($0)"}"# }.joined(separator: ","))
        #expect(bytes.count > 3 << 20)
        let list = try read(bytes, parts: 100_000).list
        #expect(list.count == 60)
        for (position, text) in texts.enumerated() {
            #expect(list.story(at: position)?.body.first?.text == text.replacing("\\\"", with: "\""))
        }
    }

    @Test func `lists are given while the document arrives, at growing distances`() throws {
        let (list, given) = try read(Self.feed(6_000), parts: 5_000)
        #expect(list.count == 6_000)
        #expect(given.count == 3)
        #expect((200..<300).contains(given[0].count) && (1_000..<1_400).contains(given[1].count))
        #expect(given.allSatisfy { !$0.isCutShort && $0.title == "潮" && $0.language == "zh-Hans" })
        // A list that was given stays what it was.
        for early in given {
            #expect((0..<early.count).allSatisfy { early.header(at: $0) == list.header(at: $0) })
            #expect(early.story(at: early.count - 1) == list.story(at: early.count - 1))
            #expect(early.position(of: list.header(at: early.count).id) == nil)
        }
    }

    @Test func `few large items are shown before there are 200 of them`() throws {
        let text = String(repeating: "潮", count: 500_000)
        let bytes = document((0..<12).map { #"{"id": "\#($0)", "content_text": "\#(text)"}"# }.joined(separator: ","))
        #expect(try read(bytes, parts: 1 << 20).given.first.map { (1...4).contains($0.count) } == true)
    }

    @Test func `the list so far can be asked for at any time`() throws {
        let bytes = Self.feed(9)
        var reader = FeedReader()
        #expect(reader.list.count == 0)
        #expect(try reader.consume(bytes[..<(bytes.count / 2)]) == nil)
        #expect((2...6).contains(reader.list.count) && !reader.list.isCutShort)
        #expect(reader.list.story(at: 1)?.headline?.hasPrefix("No. 1 ") == true)
    }

    @Test func `a header is what its story says, and a story has its header's id`() throws {
        let list = try Feed.list(
            document(
                #"{"id": 1, "title": "a", "tags": ["Port"], "authors": [{"name": "Q"}, {"name": "R"}, {"name": "Q"}], "content_text": "one"}"#,
                #"{"id": 1, "content_text": "no headline"}"#))
        for position in 0..<list.count {
            let story = try #require(list.story(at: position))
            #expect(story.header == list.header(at: position))
            #expect(list.position(of: story.id) == position)
        }
        #expect(list.sections.map(\.name) == ["Port", nil])
        #expect(list.header(at: 0).writers == ["Q", "R"])
    }

    @Test func `what comes after the items counts, but for their ids`() throws {
        let items = #"[{"id": "7", "title": "a"}]"#
        let early = try Feed.read(Array(#"{"title": "N", "items": \#(items)}"#.utf8))
        let late = try Feed.read(
            Array(#"{"title": "N", "items": \#(items), "feed_url": "https://pier.example/", "language": "en"}"#.utf8))
        #expect(early.stories == late.stories && late.language == "en")
        let last = try read(Array(#"{"items": \#(items), "title": "N", "language": "en"}"#.utf8), parts: 5)
        #expect(last.list.edition.stories == early.stories && last.list.title == "N")
        let none = try Feed.read(Array(#"{"items": \#(items)}"#.utf8))
        #expect(none.stories[0].id == StoryID(date: nil, headline: "a", body: []))
    }

    @Test(arguments: [1, 3, 4, 50, 100_000])
    func `a document in UTF-16, or with a byte order mark, is read`(size: Int) throws {
        let text = String(decoding: Self.feed(5), as: UTF8.self)
        let plain = try Feed.read(Array(text.utf8))
        let marked = try read([0xEF, 0xBB, 0xBF] + text.utf8, parts: size).list
        #expect(marked.edition == plain)
        let wide = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        #expect(try read([0xFF, 0xFE] + wide, parts: size).list.edition == plain)
        let bigEndian = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        #expect(try read([0xFE, 0xFF] + bigEndian, parts: size).list.edition == plain)
        #expect(try read(bigEndian, parts: size).list.edition == plain)
    }

    @Test func `an export without a title is given before it has ended`() throws {
        let bytes = document(Self.item(1), Self.item(2), head: #""_broadsheet": {}"#)
        var reader = FeedReader()
        _ = try reader.consume(bytes.dropLast(2))
        #expect(reader.list.count == 2)
    }

    @Test func `a second list of items is none`() throws {
        let twice = #"{"title": "N", "items": [{"title": "a"}], "items": [{"title": "b"}], "language": "en"}"#
        #expect(try Feed.read(Array(twice.utf8)).stories.map(\.headline) == ["a"])
        #expect(try Feed.read(Array(twice.utf8)).language == "en")
    }

    @Test func `what cannot become a feed is refused at once`() {
        var reader = FeedReader()
        #expect(throws: FeedFault.notAFeed) { try reader.consume(Array("a long text without a brace".utf8)[...]) }
    }

    // MARK: - Hostile bytes

    @Test func `a document that is cut off anywhere gives the stories before the cut`() throws {
        let bytes = Self.feed(3)
        let whole = try Feed.read(bytes).stories
        for length in 0..<bytes.count - 1 {
            do throws(FeedFault) {
                let list = try Feed.list(Array(bytes[..<length]))
                #expect(list.isCutShort)
                #expect(list.edition.stories == Array(whole.prefix(list.count)))
            } catch {
                #expect(length < 60, "cut off after \(length) bytes")
            }
        }
        #expect(try !Feed.list(Array(bytes)).isCutShort)
    }

    @Test func `changed bytes never crash, and what is given is whole`() throws {
        var random = Seeded(seed: 5)
        let bytes = Self.feed(12)
        for _ in 0..<500 {
            var broken = bytes
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<broken.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: broken[place] = UInt8.random(in: 0...255, using: &random)
                case 1: broken[place] = Array("\"\\{}[],:\0".utf8).randomElement(using: &random)!
                case 2: broken.remove(at: place)
                default: broken.insert(Array("\"\\{}[],:u".utf8).randomElement(using: &random)!, at: place)
                }
            }
            guard let (list, _) = try? read(broken, parts: Int.random(in: 1...900, using: &random)) else { continue }
            for position in 0..<list.count {
                let story = try #require(list.story(at: position))
                #expect(story.header == list.header(at: position))
            }
            let whole = try Feed.list(broken)
            #expect((0..<list.count).allSatisfy { whole.header(at: $0) == list.header(at: $0) })
        }
    }

    @Test(arguments: [
        #"{"items":["#, "[", #"{"items":[["#, #"{"a":"#, #"{"items":[{"a":["#, "\"", #"{"items":["\\"#, "\\", "{}", ",",
        "\0", "]", "é",
    ])
    func `any bytes take linear time`(part: String) {
        let start = Array(#"{"title": "N", "items": ["#.utf8)
        for bytes in [
            Array(String(repeating: part, count: 60_000).utf8),
            start + Array(String(repeating: part, count: 60_000).utf8),
        ] {
            let duration = ContinuousClock().measure { _ = try? read(bytes, parts: 4_096) }
            #expect(duration < .seconds(10))
        }
    }

    @Test func `nesting beyond all bounds costs no more than the field that it is in`() throws {
        let deep = String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000)
        let list = try Feed.list(
            document(#"{"title": "a", "x": \#(deep)}"#, deep, #"{"title": "b"}"#, head: #""x": \#(deep), "title": "N""#)
        )
        #expect(list.edition.stories.map(\.headline) == ["a", "b"])
        #expect(list.faults.map(\.item) == [1, 2] && list.faults.map(\.isLeftOut) == [false, true])
    }
}
