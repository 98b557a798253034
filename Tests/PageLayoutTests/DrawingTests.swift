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

    @Test func `a paper that is tinted all over is white`() {
        let drawing = Drawing(
            raster((0..<200, 0..<300, 238), (20..<100, 40..<120, 150), (20..<180, 200..<201, 0)), on: sheet())
        #expect(drawing.pictures.count == 1 && drawing.frames.isEmpty)
        #expect(drawing.across == [Box(left: 20, top: 200, right: 180, bottom: 201)])
    }

    @Test func `thin rules around a word are a bar behind it`() {
        let drawing = Drawing(
            raster((20..<70, 30..<31, 0), (20..<70, 45..<46, 0), (20..<21, 30..<46, 0), (69..<70, 30..<46, 0)),
            on: sheet([Box(left: 28, top: 33, right: 62, bottom: 43)]))
        #expect(drawing.bars == [Box(left: 20, top: 30, right: 70, bottom: 46)] && drawing.frames.isEmpty)
    }

    @Test func `a dark bar as broad as the tint around it is a bar`() {
        let lines =
            [Box(left: 70, top: 48, right: 130, bottom: 58)]
            + (0..<6).map { Box(left: 30, top: 74 + Double($0) * 12, right: 170, bottom: 84 + Double($0) * 12) }
        let drawing = Drawing(raster((20..<180, 30..<160, 235), (20..<180, 44..<62, 60)), on: sheet(lines))
        #expect(drawing.bars == [Box(left: 20, top: 44, right: 180, bottom: 62)])
        #expect(drawing.pictures.isEmpty)
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

    @Test func `dots and dashes in a row are a rule, and a few are none`() {
        var dots: [(x: Range<Int>, y: Range<Int>, grey: UInt8)] = (0..<40).map {
            (20 + $0 * 4..<22 + $0 * 4, 50..<51, 0)
        }
        dots += (0..<4).map { (20 + $0 * 4..<22 + $0 * 4, 90..<91, 0) }
        var pixels = [UInt8](repeating: 255, count: 200 * 300)
        for dot in dots { for y in dot.y { for x in dot.x { pixels[y * 200 + x] = dot.grey } } }
        let drawing = Drawing(Raster(width: 200, height: 300, pixels: pixels), on: sheet())
        #expect(drawing.across.map(\.top) == [50])
    }

    @Test func `a frame may have round corners`() {
        let drawing = Drawing(
            raster((28..<92, 40..<41, 0), (28..<92, 120..<121, 0), (20..<21, 48..<113, 0), (99..<100, 48..<113, 0)),
            on: sheet())
        #expect(drawing.frames == [Box(left: 20, top: 40, right: 100, bottom: 121)])
    }

    @Test func `what is dark behind a line is a bar, and at the top of a frame a part of it`() {
        let line = Box(left: 40, top: 34, right: 80, bottom: 44)
        let drawing = Drawing(
            raster((20..<180, 30..<48, 60), (20..<180, 48..<140, 235)),
            on: sheet(
                [line]
                    + (0..<6).map { Box(left: 30, top: 54 + Double($0) * 12, right: 170, bottom: 64 + Double($0) * 12) }
            )
        )
        #expect(drawing.bars == [Box(left: 20, top: 30, right: 180, bottom: 48)])
        #expect(drawing.frames.map(\.top) == [30])
    }

    @Test func `a bar at a frame's side hides no frame, and heavy letters no bar`() {
        let body = BodyStyle([SheetLine("新桥", Box(left: 0, top: 0, right: 16, bottom: 8), size: 8)])
        let bar = Box(left: 10, top: 100, right: 30, bottom: 200)
        let framed = Drawing(down: [Box(left: 200, top: 100, right: 201, bottom: 200)], bars: [bar]).withHidden(body)
        #expect(framed.frames == [Box(left: 10, top: 100, right: 201, bottom: 200)])
        #expect(
            Drawing(down: [Box(left: 200, top: 40, right: 201, bottom: 200)], bars: [bar]).withHidden(body).frames
                .isEmpty)
        let edges = [Box(left: 10, top: 10, right: 100, bottom: 13), Box(left: 10, top: 24, right: 100, bottom: 25)]
        #expect(Drawing(across: edges).withHidden(body).bars == [Box(left: 10, top: 10, right: 100, bottom: 25)])
    }
}
