import Screen
import Testing

@testable import Terminal

struct GraphicsLayerTests {
    private let sixels = GraphicsLayer.Form.sixels(colors: 256, cell: .usual)

    private func picture(_ value: UInt8 = 9, row: Int = 3, rows: Int = 2, firstRow: Int = 0) throws -> FramePicture {
        let bitmap = try #require(Bitmap(width: 4, height: 4, bytes: [UInt8](repeating: value, count: 48)))
        let area = Area(column: 5, row: row, columns: 4, rows: rows)
        return FramePicture(bitmap, area: area, rows: 2, firstRow: firstRow)
    }

    private func text(
        _ layer: inout GraphicsLayer, _ pictures: [FramePicture], _ form: GraphicsLayer.Form?, isWritten: Bool = false
    ) -> String {
        String(decoding: layer.sequence(for: pictures, in: form) { _ in isWritten }, as: UTF8.self)
    }

    @Test func `a picture is drawn once, at its place, and the cursor stays`() throws {
        for form in [.kitty, sixels, .blocks(cells: 1)] {
            var layer = GraphicsLayer()
            #expect(text(&layer, [], form).isEmpty)
            let drawn = text(&layer, [try picture()], form)
            #expect(drawn.hasPrefix("\u{1B}7") && drawn.hasSuffix("\u{1B}8") && drawn.contains("\u{1B}[4;6H"))
            #expect(text(&layer, [try picture()], form).isEmpty)
        }
    }

    @Test func `where cells were written it is drawn again, but by kitty`() throws {
        for (form, isDrawn) in [(.kitty, false), (sixels, true), (.blocks(cells: 1), true)] {
            var layer = GraphicsLayer()
            _ = text(&layer, [try picture()], form)
            #expect(text(&layer, [try picture()], form, isWritten: true).isEmpty != isDrawn)
        }
    }

    @Test func `a picture that moves is taken from where it was`() throws {
        var layer = GraphicsLayer()
        let (old, new) = (try picture(), try picture(row: 4))
        _ = text(&layer, [old], sixels)
        #expect(layer.staleRows(for: [old], in: sixels).isEmpty)
        #expect(layer.staleRows(for: [new], in: sixels) == [3..<5])
        #expect(layer.staleRows(for: [], in: sixels) == [3..<5])
        var kitty = GraphicsLayer()
        let first = text(&kitty, [old], .kitty)
        #expect(first.contains("a=t") && first.contains("a=p"))
        #expect(kitty.staleRows(for: [new], in: .kitty).isEmpty)
        let second = text(&kitty, [new], .kitty)
        // It is there already, and not sent again.
        #expect(second.contains("a=d,d=i") && second.contains("a=p") && !second.contains("a=t"))
        #expect(text(&kitty, [], .kitty).contains("a=d,d=i"))
    }

    @Test func `a picture beside one that goes is drawn again, as its rows are written`() throws {
        var layer = GraphicsLayer()
        var beside = try picture(8, row: 4)
        beside.area.column = 20
        _ = text(&layer, [try picture(), beside], sixels)
        #expect(text(&layer, [beside], sixels).contains("\u{1B}[5;21H\u{1B}P"))
        #expect(text(&layer, [beside], sixels).isEmpty)
    }

    @Test func `of many pictures a terminal keeps some`() throws {
        var layer = GraphicsLayer()
        var forgotten = 0
        for value in 0..<20 where text(&layer, [try picture(UInt8(value))], .kitty).contains("a=d,d=I") {
            forgotten += 1
        }
        #expect(forgotten == 12)
        #expect(String(decoding: layer.removal(in: .kitty), as: UTF8.self) == KittyGraphics.removal)
        // All is sent again.
        #expect(text(&layer, [try picture(19)], .kitty).contains("a=t"))
        #expect(layer.removal(in: sixels).isEmpty)
    }

    @Test func `of sixels the rows that are seen are drawn`() throws {
        var layer = GraphicsLayer()
        #expect(text(&layer, [try picture(rows: 1, firstRow: 1)], sixels).contains("\"1;1;40;20#"))
    }

    @Test func `half blocks are as broad as the terminal draws them`() throws {
        for (cells, count) in [(1, 8), (2, 4)] {
            var layer = GraphicsLayer()
            let drawn = text(&layer, [try picture()], .blocks(cells: cells))
            #expect(drawn.count { $0 == "▀" } == count)
            #expect(drawn.contains("\u{1B}[38;2;9;9;9;48;2;9;9;9m▀") && drawn.hasSuffix("\u{1B}[m\u{1B}8"))
        }
    }

    @Test func `where nothing can be drawn nothing is sent`() throws {
        var layer = GraphicsLayer()
        #expect(text(&layer, [try picture()], nil).isEmpty)
    }
}
