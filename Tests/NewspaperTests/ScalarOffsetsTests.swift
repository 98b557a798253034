import TestSupport
import Testing

@testable import Newspaper

struct `scalar offsets` {
    private static let step = ScalarOffsets.stride

    /// Texts around the borders between strides, of scalars of every length.
    private static let texts: [String] = {
        let han = String(repeating: "水到渠成，a é 𠮷", count: 1)
        return [
            "", "a", "水", "a水é𠮷", String(repeating: "a", count: step),
            String(repeating: "a", count: step - 1) + "水水",
            String(repeating: "a", count: step + 1), String(repeating: "水", count: step),
            String(repeating: "𠮷a", count: step / 2) + "é", String(repeating: han, count: 20_000),
        ]
    }()

    @Test(arguments: texts.indices)
    func `are what counting from the start gives, forth and back, in any order`(index: Int) {
        let text = Self.texts[index]
        var random = Seeded(seed: 4)
        let starts = text.unicodeScalars.indices.map { text.utf8.distance(from: text.startIndex, to: $0) }
        var offsets = ScalarOffsets([Block(.paragraph, "另一段"), Block(.paragraph, text)])
        let count = text.utf8.count
        var numbers = Set([0, 1, starts.count - 1].filter { $0 >= 0 })
        for _ in 0..<300 where !starts.isEmpty { numbers.insert(Int.random(in: 0..<starts.count, using: &random)) }
        for border in stride(from: Self.step, through: count, by: Self.step) {
            if let near = starts.firstIndex(where: { $0 >= border - 4 }) {
                numbers.formUnion((near..<min(near + 8, starts.count)))
            }
        }
        for number in numbers.shuffled(using: &random) where number < starts.count {
            #expect(offsets.byte(ofScalar: number, inBlock: 1) == starts[number])
            #expect(offsets.scalars(before: starts[number], inBlock: 1) == number)
            let next = number + 1 < starts.count ? starts[number + 1] : count
            for inside in starts[number] + 1..<max(next, starts[number] + 1) {
                #expect(offsets.scalars(before: inside, inBlock: 1) == number, "inside a scalar")
            }
        }
        #expect(offsets.scalars(before: count, inBlock: 1) == starts.count)
        #expect(offsets.scalars(before: .max, inBlock: 1) == starts.count)
        #expect(offsets.scalars(before: -7, inBlock: 1) == 0)
        #expect(offsets.byte(ofScalar: starts.count, inBlock: 1) == count)
        #expect(offsets.byte(ofScalar: .max, inBlock: 1) == count)
        #expect(offsets.byte(ofScalar: -7, inBlock: 1) == 0)
    }

    @Test
    func `make the same place of a byte and of its character`() {
        let body = [Block(.paragraph, "水到了。"), Block(.crosshead, "第一节"), Block(.paragraph, "The new channel 𠮷.")]
        var offsets = ScalarOffsets(body)
        for (index, block) in body.enumerated() {
            for (number, place) in block.text.unicodeScalars.indices.enumerated() {
                let byte = block.text.utf8.distance(from: block.text.startIndex, to: place)
                let made = offsets.place(block: index, byte: byte)
                #expect(made == ReadingPlace(block: index, character: number, in: body))
                #expect(made.character == number && made.block == index)
            }
        }
        #expect(offsets.place(block: 7, byte: 3) == ReadingPlace(block: 2, character: 0, in: body))
        #expect(offsets.place(block: -1, byte: 3) == ReadingPlace(block: 0, character: 0, in: body))
    }

    @Test
    func `take no longer far in a long text, once it has been counted`() {
        let text = String(repeating: "水到渠成，百花齐放。", count: 1_000_000)
        var offsets = ScalarOffsets([Block(.paragraph, text)])
        let clock = ContinuousClock()
        _ = offsets.place(block: 0, byte: text.utf8.count - 30)
        // From the start, each of them would take some milliseconds.
        let time = clock.measure {
            for step in 0..<1000 { _ = offsets.place(block: 0, byte: text.utf8.count - 30 * (step + 1)) }
        }
        #expect(time < .seconds(2), "\(time)")
    }

    @Test
    func `make a place in text without letters, however long it is`() {
        let body = [Block(.paragraph, String(repeating: "。", count: 5_000_000)), Block(.paragraph, "水")]
        var offsets = ScalarOffsets(body)
        let clock = ContinuousClock()
        let time = clock.measure {
            for step in 0..<100 { #expect(offsets.place(block: 0, byte: 3 * step).character == step) }
        }
        #expect(time < .seconds(2), "\(time)")
    }
}
