import Screen
import TestSupport
import Testing

struct BitmapTests {
    private static func noise(_ width: Int, _ height: Int, _ random: inout Seeded) throws -> Bitmap {
        let bytes = (0..<width * height * 3).map { _ in UInt8.random(in: 0...255, using: &random) }
        return try #require(Bitmap(width: width, height: height, bytes: bytes))
    }

    private static func plain(_ width: Int, _ height: Int, _ color: [UInt8]) throws -> Bitmap {
        try #require(Bitmap(width: width, height: height, bytes: (0..<width * height).flatMap { _ in color }))
    }

    @Test func `a picture has as many bytes as its size says, and not too many`() {
        #expect(Bitmap(width: 0, height: 0, bytes: []) == nil)
        #expect(Bitmap(width: -1, height: -1, bytes: [1, 2, 3]) == nil)
        #expect(Bitmap(width: 1, height: 1, bytes: [1, 2]) == nil)
        #expect(Bitmap(width: 1, height: 1, bytes: [1, 2, 3, 4]) == nil)
        #expect(Bitmap(width: 100_000, height: 100_000, bytes: []) == nil)
        #expect(Bitmap(width: .max, height: .max, bytes: []) == nil)
        #expect(Bitmap(width: 1, height: 1, bytes: [1, 2, 3])?.bytes == [1, 2, 3])
    }

    @Test func `of a smaller picture each pixel is the mean of those that it takes the place of`() throws {
        let bytes: [UInt8] = [0, 0, 0, 100, 0, 0, 0, 200, 0, 100, 200, 255]
        let picture = try #require(Bitmap(width: 2, height: 2, bytes: bytes))
        #expect(picture.scaled(width: 1, height: 1).bytes == [50, 100, 64])
        #expect(picture.scaled(width: 2, height: 1).bytes == [0, 100, 0, 100, 100, 128])
    }

    @Test func `a picture can be made of any size`() throws {
        var random = Seeded(seed: 3)
        for _ in 0..<300 {
            let picture = try Self.noise(
                .random(in: 1...23, using: &random), .random(in: 1...23, using: &random), &random)
            let wanted = (Int.random(in: -2...40, using: &random), Int.random(in: -2...40, using: &random))
            let scaled = picture.scaled(width: wanted.0, height: wanted.1)
            #expect((scaled.width, scaled.height) == (max(1, wanted.0), max(1, wanted.1)))
            // One colour stays what it is.
            let color = (0..<3).map { _ in UInt8.random(in: 0...255, using: &random) }
            let plain = try Self.plain(picture.width, picture.height, color).scaled(width: wanted.0, height: wanted.1)
            #expect(plain.bytes.indices.allSatisfy { plain.bytes[$0] == color[$0 % 3] })
        }
    }

    @Test func `a picture of no more colours than there may be keeps them`() throws {
        let colors: [[UInt8]] = [[0, 0, 0], [255, 255, 255], [255, 0, 0], [0, 0, 255]]
        for count in 1...4 {
            let bytes = (0..<60).flatMap { colors[$0 % count] }
            let indexed = IndexedBitmap(try #require(Bitmap(width: 10, height: 6, bytes: bytes)), colors: 4)
            #expect(indexed.palette.count == count)
            let shown = indexed.pixels.flatMap { index in
                let color = indexed.palette[Int(index)]
                return [color.red, color.green, color.blue]
            }
            #expect(shown == bytes)
        }
    }

    @Test(arguments: [0, 2, 3, 16, 255, 256, 1000])
    func `whatever the picture, its colours are no more than there may be`(colors: Int) throws {
        var random = Seeded(seed: 4)
        for size in [(1, 1), (1, 7), (7, 1), (31, 17), (64, 48)] {
            let indexed = IndexedBitmap(try Self.noise(size.0, size.1, &random), colors: colors)
            #expect((1...max(2, min(256, colors))).contains(indexed.palette.count))
            #expect(indexed.pixels.count == size.0 * size.1)
            #expect(indexed.pixels.allSatisfy { Int($0) < indexed.palette.count })
        }
    }

    @Test func `colours that are mixed of two are as bright as the picture`() throws {
        let grey = try Self.plain(40, 40, [100, 100, 100])
        let light = IndexedBitmap(grey, palette: [(0, 0, 0), (255, 255, 255)]).pixels.count { $0 == 1 }
        // 100 of 255 are white.
        #expect(abs(light * 255 - 1600 * 100) < 1600 * 8)
        #expect(IndexedBitmap(grey, palette: [(0, 0, 0), (255, 255, 255)], spread: 0).pixels.allSatisfy { $0 == 0 })
    }

    @Test func `a cell shows two pixels, one above the other`() throws {
        let bytes: [UInt8] = [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]
        let picture = try #require(Bitmap(width: 1, height: 4, bytes: bytes))
        var frame = Frame(size: Size(columns: 4, rows: 3))
        frame.putHalfBlocks(picture, rows: 1..<2, column: 2, row: 0)
        #expect(frame.text == "  ▀\n\n")
        #expect(frame.cells[2].style == Style(foreground: .rgb(3, 3, 3), background: .rgb(4, 4, 4)))
        frame.putHalfBlocks(picture, rows: 0..<9, column: 0, row: 1, cells: 2, depth: .twoHundredFiftySix)
        #expect(frame.text == "  ▀\n▀\n▀")
        #expect(frame.cells[4].style == Style(foreground: .indexed(16), background: .indexed(16)))
        #expect(frame.cells[5].isRightHalf)
    }

    @Test func `half blocks outside the frame are left out`() throws {
        var random = Seeded(seed: 6)
        for _ in 0..<200 {
            func any(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &random) }
            let picture = try Self.plain(any(1...12), any(1...12), [7, 8, 9])
            var frame = Frame(size: Size(columns: any(0...9), rows: any(0...5)))
            let first = any(-3...8)
            frame.putHalfBlocks(
                picture, rows: first..<first + any(0...9), column: any(-4...10), row: any(-4...6), cells: any(1...2))
            #expect(frame.cells.count == frame.size.columns * frame.size.rows)
        }
    }
}
