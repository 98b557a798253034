import Newspaper
import Testing

@testable import PageLayout

struct DrawingTests {
    /// A white picture of a sheet of 200 × 300 points, with rectangles drawn on it.
    private func raster(_ rectangles: (x: Range<Int>, y: Range<Int>, grey: UInt8)...) -> Raster {
        var pixels = [UInt8](repeating: 255, count: 200 * 300)
        for rectangle in rectangles {
            for y in rectangle.y { for x in rectangle.x { pixels[y * 200 + x] = rectangle.grey } }
        }
        return Raster(width: 200, height: 300, pixels: pixels)
    }

    private func sheet(_ lines: [Box] = []) -> Sheet {
        Sheet(width: 200, height: 300, lines: lines.map { SheetLine("字", $0, size: 8) })
    }

    @Test func `a grey area is a picture, and one with text in it a frame`() {
        let grey = raster((20..<100, 40..<120, 180))
        let empty = Drawing(grey, on: sheet())
        #expect(empty.pictures.count == 1 && empty.frames.isEmpty)
        let box = empty.pictures[0]
        #expect(
            abs(box.left - 20) <= 8 && abs(box.right - 100) <= 8 && abs(box.top - 40) <= 8 && abs(box.bottom - 120) <= 8
        )
        let lines = (0..<5).map { Box(left: 30, top: 50 + Double($0) * 11, right: 90, bottom: 60 + Double($0) * 11) }
        let tinted = Drawing(grey, on: sheet(lines))
        #expect(tinted.pictures.isEmpty && tinted.frames.count == 1)
    }

    @Test func `a picture on a tint is a picture`() {
        let drawing = Drawing(raster((16..<184, 16..<280, 235), (40..<120, 80..<160, 150)), on: sheet([]))
        #expect(drawing.pictures.contains { abs($0.left - 40) <= 8 && abs($0.bottom - 160) <= 8 })
    }

    @Test func `thin lines are rules, and four of them a frame`() {
        let drawing = Drawing(
            raster(
                (10..<190, 20..<21, 0), (100..<101, 30..<200, 0), (20..<80, 220..<221, 0), (20..<80, 280..<281, 0),
                (20..<21, 220..<281, 0), (79..<80, 220..<281, 0)), on: sheet())
        #expect(drawing.across.count == 3)
        #expect(drawing.down.count == 3)
        #expect(drawing.frames == [Box(left: 20, top: 220, right: 80, bottom: 281)])
    }

    @Test func `letters are no rules`() {
        let drawing = Drawing(
            raster((30..<150, 50..<54, 0)), on: sheet([Box(left: 28, top: 46, right: 152, bottom: 58)]))
        #expect(drawing.across.isEmpty)
    }
}
