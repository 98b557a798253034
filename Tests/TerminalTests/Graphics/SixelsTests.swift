import Screen
import TestSupport
import Testing

@testable import Terminal

struct SixelsTests {
    /// Reads sixels as a terminal does: for each row the colour of each pixel, −1 where nothing is drawn.
    private func drawn(_ bytes: [UInt8]) throws -> (size: [Int], palette: [Int: [Int]], rows: [[Int]]) {
        let text = String(decoding: bytes, as: UTF8.self)
        try #require(text.hasPrefix("\u{1B}P0;1q\"1;1;") && text.hasSuffix("\u{1B}\\"))
        var rest = text.unicodeScalars.dropFirst(11).dropLast(2)
        func number() -> Int {
            var value = 0
            while let digit = rest.first, ("0"..."9").contains(digit) {
                value = value * 10 + Int(digit.value - 48)
                rest.removeFirst()
            }
            return value
        }
        func next() -> Int {
            #expect(rest.first == ";")
            rest.removeFirst()
            return number()
        }
        let size = [number(), next()]
        var (palette, color): ([Int: [Int]], Int) = ([:], 0)
        var rows = [[Int]](repeating: [Int](repeating: -1, count: size[0]), count: size[1])
        var (column, top, count) = (0, 0, 1)
        while let scalar = rest.popFirst() {
            switch scalar {
            case "#":
                color = number()
                if rest.first == ";" {
                    #expect(next() == 2)
                    palette[color] = [next(), next(), next()]
                }
            case "!": count = number()
            case "$": column = 0
            case "-": (column, top) = (0, top + 6)
            case "?"..."~":
                for _ in 0..<count {
                    for bit in 0..<6 where (scalar.value - 63) >> UInt32(bit) & 1 == 1 {
                        #expect(rows[top + bit][column] == -1, "drawn twice")
                        rows[top + bit][column] = color
                    }
                    column += 1
                }
                count = 1
            default: Issue.record("\(scalar)")
            }
        }
        return (size, palette, rows)
    }

    @Test func `what is drawn is the picture, whatever its size and its colours`() throws {
        var random = Seeded(seed: 8)
        for round in 0..<80 {
            let (width, height) = (Int.random(in: 1...40, using: &random), Int.random(in: 1...20, using: &random))
            // Runs, and single pixels.
            var value: UInt8 = 0
            let bytes = (0..<width * height * 3).map { _ in
                if Int.random(in: 0..<4, using: &random) == 0 { value = .random(in: 0...255, using: &random) }
                return value
            }
            let whole = try #require(Bitmap(width: width, height: height, bytes: bytes))
            let bitmap = IndexedBitmap(whole, colors: [2, 5, 256][round % 3])
            let first = Int.random(in: 0..<height, using: &random)
            let rows = first..<Int.random(in: first + 1...height, using: &random)
            let drawn = try drawn(Sixels.sequence(for: bitmap, rows: rows))
            #expect(drawn.size == [width, rows.count])
            #expect(drawn.palette.count == bitmap.palette.count)
            #expect(drawn.palette.values.joined().allSatisfy { (0...100).contains($0) })
            #expect(drawn.rows == rows.map { bitmap.pixels[$0 * width..<($0 + 1) * width].map(Int.init) })
        }
    }

    @Test func `no rows are no sixels`() throws {
        let bitmap = IndexedBitmap(try #require(Bitmap(width: 1, height: 2, bytes: [1, 2, 3, 4, 5, 6])), colors: 2)
        for rows in [0..<0, 1..<3, -1..<1] { #expect(Sixels.sequence(for: bitmap, rows: rows).isEmpty) }
    }
}
