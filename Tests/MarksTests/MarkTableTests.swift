import Newspaper
import TestSupport
import Testing

@testable import Marks

struct `the state of all marks` {
    private static func randomEvents(_ count: Int, _ generator: inout Seeded) -> [(MarkEvent, String)] {
        (0..<count).map { _ in
            let mark: Mark =
                switch Int.random(in: 0..<6, using: &generator) {
                case 0: .read
                case 1: .unread
                case 2: .star
                case 3: .unstar
                default:
                    .place(
                        ReadingPlace(
                            block: Int.random(in: 0..<2, using: &generator),
                            character: Int.random(in: 0..<2, using: &generator),
                            anchor: 3))
                }
            // Few times, few stories, few devices: many ties.
            let event = MarkEvent(
                time: newYear + Int64.random(in: 0..<6, using: &generator),
                story: story(Int.random(in: 0..<4, using: &generator)),
                mark: mark)
            return (event, ["alder", "birch", "cedar"].randomElement(using: &generator)!)
        }
    }

    @Test
    func `is the same in whatever order, and however often, events and states are merged`() {
        var generator = Seeded(seed: 11)
        for _ in 0..<400 {
            let events = Self.randomEvents(24, &generator)
            var straight = MarkTable()
            for (event, device) in events { straight.apply(event, from: device) }

            var parts = (0..<4).map { _ in MarkTable() }
            for (event, device) in (events + events.prefix(7)).shuffled(using: &generator) {
                parts[Int.random(in: 0..<4, using: &generator)].apply(event, from: device)
            }
            var merged = MarkTable()
            for part in (parts + parts.prefix(2)).shuffled(using: &generator) { merged.merge(part) }
            #expect(merged == straight)

            var left = parts[0]
            left.merge(parts[1])
            left.merge(parts[2])
            var right = parts[1]
            right.merge(parts[2])
            var outer = parts[0]
            outer.merge(right)
            #expect(left == outer)

            let before = merged
            merged.merge(before)
            #expect(merged == before)
        }
    }

    @Test
    func `keeps the last event of each kind`() {
        var marks = MarkTable()
        marks.apply(MarkEvent(time: newYear + 2, story: story(1), mark: .read), from: "alder")
        let isNews = marks.apply(MarkEvent(time: newYear + 1, story: story(1), mark: .unread), from: "birch")
        #expect(!isNews)
        marks.apply(MarkEvent(time: newYear, story: story(1), mark: .star), from: "birch")
        #expect(marks.state(of: story(1)) == StoryMarks(isRead: true, isStarred: true))
        marks.apply(MarkEvent(time: newYear + 2, story: story(1), mark: .unread), from: "birch")
        #expect(marks.state(of: story(1)) == StoryMarks(isRead: false, isStarred: true))
        #expect(marks.state(of: story(2)) == StoryMarks())
        #expect(marks.starred == [story(1)])
        #expect(marks.count == 2)
    }

    @Test
    func `holds many stories, with ids in a row as well`() {
        var marks = MarkTable()
        for number in 0..<20_000 {
            marks.apply(MarkEvent(time: newYear, story: StoryID(UInt64(number)), mark: .read), from: "alder")
            marks.apply(MarkEvent(time: newYear, story: StoryID(UInt64(number) << 40), mark: .star), from: "alder")
        }
        #expect(marks.count == 40_000)
        for number in 0..<20_000 {
            #expect(marks.state(of: StoryID(UInt64(number))).isRead)
            #expect(marks.state(of: StoryID(UInt64(number) << 40)).isStarred)
        }
        #expect(!marks.state(of: StoryID(20_000)).isRead)
    }

    @Test
    func `is written and read again without a change`() {
        var generator = Seeded(seed: 5)
        for _ in 0..<50 {
            var marks = MarkTable()
            for (event, _) in Self.randomEvents(40, &generator) { marks.apply(event, from: "alder") }
            var again = MarkTable()
            marks.log.withUnsafeBytes { bytes in
                MarkFile.forEachLine(of: bytes) { line, event in
                    #expect(event != nil)
                    if let event { again.apply(event, from: "alder") }
                }
            }
            #expect(again == marks)
        }
    }
}

struct `a line of a log` {
    private static func parse(_ line: String) -> MarkEvent? { Array(line.utf8).withUnsafeBytes { MarkLine.parse($0) } }

    @Test(arguments: [
        ("1735689600000\t0000000000000\tread", Mark.read), ("9999999999999\tFZZZZZZZZZZZZ\tunread", .unread),
        ("1000000000000\t00000000000ab\tstar", .star), ("1735689600000\t9ABCDEFGHJKMN\tunstar", .unstar),
        (
            "1735689600000\t9PQRSTVWXYZ01\tplace\t12:345:7kQ3",
            .place(ReadingPlace(block: 12, character: 345, anchor: 0x3CEE3))
        ),
    ])
    func `is understood`(line: String, mark: Mark) throws {
        let event = try #require(Self.parse(line))
        #expect(event.mark == mark)
        var bytes: [UInt8] = []
        MarkLine.write(event, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self).lowercased() == line.lowercased() + "\n")
        #expect(StoryID(line.dropFirst(14).prefix(13)) == event.story)
    }

    @Test(arguments: [
        "", "1735689600000", "1735689600000\t0000000000000\trea", "1735689600000\t0000000000000\treadd",
        "1735689600000\t0000000000000\tskip", "173568960000\t0000000000000\tread",
        "17356896000000\t0000000000000\tread",
        "0735689600000\t0000000000000\tread", "1735689600:00\t0000000000000\tread",
        "1735689600/00\t0000000000000\tread",
        "1735689600000\tG000000000000\tread", "1735689600000\t000000U000000\tread", "1735689600000\t00000é000000\tread",
        "1735689600000 0000000000000\tread", "1735689600000\t0000000000000 read",
        "1735689600000\t0000000000000\tread\t",
        "1735689600000\t0000000000000\tplace", "1735689600000\t0000000000000\tplace\t1:2:7KQ",
        "1735689600000\t0000000000000\tplace\t:2:7KQ3", "1735689600000\t0000000000000\tplace\t1:2:7KQ33",
        "1735689600000\t0000000000000\tplace\t1234567890:2:7KQ3", "1735689600000\t0000000000000\tplace\t1:2:7KQU",
        "-735689600000\t0000000000000\tread", "1735689600000\t0000000000000\tunreax",
    ])
    func `is not understood`(line: String) {
        #expect(Self.parse(line) == nil)
    }
}
