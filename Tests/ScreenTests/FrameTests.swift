import Screen
import Testing

struct FrameTests {
    @Test func `a new frame is blank and exactly as large as asked`() {
        let frame = Frame(size: Size(columns: 4, rows: 2))
        #expect(frame.cells.count == 8)
        #expect(frame.text == "\n")
    }

    @Test func `a frame has at least one cell`() {
        #expect(Frame(size: Size(columns: 0, rows: -3)).cells.count == 1)
    }

    @Test func `a wide cluster takes two cells`() {
        var frame = Frame(size: Size(columns: 4, rows: 1))
        frame.put("报", cells: 2, column: 1, row: 0, style: .plain)
        #expect(frame.text == " 报")
        #expect(frame.cells[2].isRightHalf)
    }

    @Test func `a wide cluster that does not fit whole is left out`() {
        var frame = Frame(size: Size(columns: 3, rows: 1))
        frame.put("报", cells: 2, column: 2, row: 0, style: .plain)
        frame.put("报", cells: 2, column: -1, row: 0, style: .plain)
        #expect(frame.text == "")
    }

    @Test(arguments: [0, 1, 2, 3])
    func `writing over one half of a wide cluster blanks the other`(column: Int) {
        var frame = Frame(size: Size(columns: 4, rows: 1))
        frame.put("版", cells: 2, column: 1, row: 0, style: .plain)
        frame.put("x", cells: 1, column: column, row: 0, style: .plain)
        #expect(frame.isConsistent)
        #expect(frame.text == ["x版", " x", "  x", " 版x"][column])
    }

    @Test(arguments: [Int.min, -3, 0, 2, 3, 4, 400, Int.max], [0, 1, 3, 400, Int.max])
    func `what lies outside the screen is cut off`(start: Int, extent: Int) {
        let end = start.addingReportingOverflow(extent)
        let inside = (0..<3).map { $0 >= start && (end.overflow || $0 < end.partialValue) }
        for isColumn in [true, false] {
            let area =
                isColumn
                ? Area(column: start, row: -1, columns: extent, rows: 9)
                : Area(column: -1, row: start, columns: 9, rows: extent)
            var frame = Frame(size: Size(columns: 3, rows: 3))
            frame.fill(area, style: Style(attributes: .bold))
            frame.restyle(area) { $0.attributes.insert(.dim) }
            frame.put("x", cells: 1, column: area.column, row: area.row, style: .plain)
            for place in 0..<9 where frame.cells[place].text == " " {
                let isInside = inside[isColumn ? place % 3 : place / 3]
                #expect(frame.cells[place].style.attributes == (isInside ? [.bold, .dim] : []))
            }
        }
    }

    @Test func `the columns in which a row looks otherwise begin and end with whole clusters`() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            var frames = [Frame(size: Size(columns: 12, rows: 2)), Frame(size: Size(columns: 12, rows: 2))]
            for at in frames.indices {
                for _ in 0..<Int.random(in: 0...8, using: &random) {
                    let style = Style(attributes: Bool.random(using: &random) ? .bold : [])
                    let isWide = Bool.random(using: &random)
                    frames[at].put(
                        isWide ? "报" : "x", cells: isWide ? 2 : 1, column: Int.random(in: 0..<12, using: &random),
                        row: 1,
                        style: style)
                }
            }
            #expect(frames[0].columns(of: 0, unlike: frames[1]) == nil)
            let (old, new) = (Array(frames[0][row: 1]), Array(frames[1][row: 1]))
            guard let columns = frames[1].columns(of: 1, unlike: frames[0]) else {
                #expect(old == new)
                continue
            }
            #expect(!new[columns.lowerBound].isRightHalf)
            #expect(columns.upperBound == 12 || !new[columns.upperBound].isRightHalf)
            #expect(columns.upperBound == 12 || !old[columns.upperBound].isRightHalf)
            #expect(old[..<columns.lowerBound] == new[..<columns.lowerBound])
            #expect(old[columns.upperBound...] == new[columns.upperBound...])
            #expect(columns.contains { old[$0] != new[$0] })
        }
    }

    @Test func `no order of writes leaves half a wide cluster`() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            var frame = Frame(size: Size(columns: Int.random(in: 1...9, using: &random), rows: 2))
            for _ in 0..<12 {
                let width = Int.random(in: 1...2, using: &random)
                let column = Int.random(in: -2...10, using: &random)
                let row = Int.random(in: -1...2, using: &random)
                if Bool.random() {
                    frame.put(width == 2 ? "版" : "a", cells: width, column: column, row: row, style: .plain)
                } else {
                    frame.fill(Area(column: column, row: row, columns: width, rows: 1), style: .plain)
                }
                #expect(frame.isConsistent)
            }
        }
    }
}

extension Frame {
    /// Every right half follows a cluster, and none stands at a row's start.
    var isConsistent: Bool {
        guard cells.count == size.columns * size.rows else { return false }
        for row in 0..<size.rows {
            let cells = Array(self[row: row])
            for (column, cell) in cells.enumerated() where cell.isRightHalf {
                if column == 0 || cells[column - 1].text != "版" && cells[column - 1].text != "报" { return false }
            }
            for (column, cell) in cells.enumerated() where cell.text == "版" || cell.text == "报" {
                if column + 1 >= cells.count || !cells[column + 1].isRightHalf { return false }
            }
        }
        return true
    }
}
