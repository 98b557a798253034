import Testing

@testable import Newspaper

private let body = [
    Block(.paragraph, "10月12日,灯里镇的粮站里人来人往。今年全镇的晚稻比上年多收了两成。"),
    Block(.crosshead, "水到了"),
    Block(.paragraph, "“水到了,人就不愁了。”种粮大户郁长河在地头上说。他和合作社的人一起,把三百亩田分成了五块。"),
    Block(.paragraph, "The new channel was dug in spring; its water reached the last field in June."),
]

/// The text from the place on, to the end of the body.
private func rest(_ place: ReadingPlace, _ body: [Block]) -> String {
    let first = String(String.UnicodeScalarView(body[place.block].text.unicodeScalars.dropFirst(place.character)))
    return first + body[(place.block + 1)...].map(\.text).joined()
}

extension ReadingPlace {
    init(block: Int, character: Int, in body: [Block]) {
        var offsets = ScalarOffsets(body)
        self = offsets.place(block: block, character: character)
    }

    func found(in body: [Block]) -> ReadingPlace {
        var offsets = ScalarOffsets(body)
        return offsets.find(self)
    }
}

struct `a reading place` {
    @Test
    func `is found in the same body where it was`() {
        for (block, text) in body.enumerated() {
            for character in 0...text.text.unicodeScalars.count {
                let place = ReadingPlace(block: block, character: character, in: body)
                #expect(place.block == block && place.character == character)
                #expect(place.found(in: body) == place)
            }
        }
    }

    @Test
    func `is found again when paragraphs were joined, cut, moved or given other punctuation`() {
        let place = ReadingPlace(block: 2, character: 12, in: body)
        let joined = [Block(.paragraph, body.map(\.text).joined())]
        let cut = [
            body[0], body[1], Block(.paragraph, String(body[2].text.prefix(14))),
            Block(.paragraph, String(body[2].text.dropFirst(14))), body[3],
        ]
        let moved = [body[3], body[2], body[0]]
        for changed in [joined, cut, moved] {
            let found = place.found(in: changed)
            #expect(rest(found, changed).hasPrefix("种粮大户郁"))
        }
        let restored = body.map { Block($0.kind, $0.text.replacing(",", with: "，").replacing("。", with: " 。")) }
        #expect(rest(place.found(in: restored), restored).trimmingPrefix("”").hasPrefix("种粮大户郁"))
    }

    @Test
    func `is found at the nearest of the places that have the same words`() {
        // The same words ten times, the place in one of them; what comes before has changed.
        let refrain = "水到渠成百花齐放。"
        for number in 0..<10 {
            let song = (0..<10).map { "第\($0)段" + refrain }.joined()
            let before = song.prefix((3 + refrain.count) * number + 3).unicodeScalars.count
            let place = ReadingPlace(block: 0, character: before, in: [Block(.paragraph, song)])
            for text in [song, "新来的几个字" + song, String(song.dropFirst(2))] {
                let changed = [Block(.paragraph, text)]
                let found = place.found(in: changed)
                let rest = rest(found, changed)
                #expect(rest.hasPrefix(refrain) && rest.count { $0 == "渠" } == 10 - number, "\(number)")
            }
        }
    }

    @Test
    func `is found before it as well as after it, whichever is nearer`() {
        func gap(_ count: Int) -> String { String(repeating: "空", count: count) }
        let words = "水到渠成百花齐放"
        let place = ReadingPlace(block: 0, character: 100, in: [Block(.paragraph, gap(100) + words)])
        for (first, second, expected) in [(90, 128, 90), (60, 118, 118), (80, 120, 80), (99, 200, 99), (2, 101, 101)] {
            let text = gap(first) + words + gap(second - first - 8) + words + gap(9)
            #expect(place.found(in: [Block(.paragraph, text)]).character == expected, "\(first) \(second)")
        }
    }

    @Test
    func `is found by the last letters of a story, of which there are few`() {
        let body = [Block(.paragraph, "水到渠成百花齐放。"), Block(.paragraph, "春去也。")]
        let place = ReadingPlace(block: 1, character: 1, in: body)
        let joined = [Block(.paragraph, "序。水到渠成百花齐放。春去也。")]
        #expect(rest(place.found(in: joined), joined) == "去也。")
    }

    @Test
    func `falls back into the bounds of a body that lacks it`() {
        let place = ReadingPlace(block: 3, character: 20, in: body)
        let other = [Block(.paragraph, "别的一篇。")]
        #expect(place.found(in: other) == ReadingPlace(block: 0, character: 0, in: other))
        #expect(place.found(in: []) == ReadingPlace(block: 0, character: 0, in: []))
        let outside = ReadingPlace(block: 99, character: -4, in: body)
        #expect(outside.block == 3 && outside.character == 0)
        #expect(ReadingPlace(block: -1, character: 7, in: body).block == 0)
        #expect(ReadingPlace(block: 0, character: 7_000_000, in: body).character == body[0].text.unicodeScalars.count)
    }
}
