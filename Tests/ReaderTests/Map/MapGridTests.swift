import Localization
import Newspaper
import Screen
import Settings
import TestSupport
import Testing
import Typesetting

@testable import Reader

/// Boxes become cells: for whatever boxes there are.
struct MapGridTests {
    private func map(_ boxes: [Box], pictures: [Box] = [], title: String = "渡口添了新船 药农过河") -> PageMap {
        PageMap(
            sheet: PageSheet(width: 800, height: 1000, pictures: pictures),
            items: boxes.enumerated().map { number, box in
                PageMap.Item(
                    story: StoryID(UInt64(number)), title: title + "\(number)",
                    place: StoryPlace(
                        page: 0, box: box,
                        heading: Box(left: box.left, top: box.top, right: box.right, bottom: box.top + 12)))
            })
    }

    private func picture(_ map: PageMap, columns: Int = 80) -> PageMapPicture {
        PageMapPicture(map, columns: columns, settings: ReadingSettings(), texts: Localization(language: "zh-Hans"))
    }

    private func frame(_ picture: PageMapPicture, selected: Int? = nil) -> Frame {
        picture.frame(
            look: PageMapPicture.Look(theme: .plain, selected: selected) { _ in false }, settings: ReadingSettings())
    }

    private func random(_ count: Int, largest: Double, _ random: inout Seeded) -> [Box] {
        (0..<count).map { _ in
            let (left, top) = (
                Double.random(in: -100...900, using: &random), Double.random(in: -100...1200, using: &random)
            )
            return Box(
                left: left, top: top, right: left + .random(in: -20...largest, using: &random),
                bottom: top + .random(in: -20...largest, using: &random))
        }
    }

    @Test func `two boxes side by side share the line between them`() {
        let text = frame(
            picture(
                map([Box(left: 0, top: 0, right: 390, bottom: 300), Box(left: 402, top: 0, right: 800, bottom: 300)]),
                columns: 40)
        ).text
        #expect(text.hasPrefix("┌──────────────────┬───────────────────┐\n"))
        #expect(text.hasSuffix("└──────────────────┴───────────────────┘"))
    }

    @Test func `the lines around what is selected are heavy, and end where they should`() {
        let boxes = [
            Box(left: 0, top: 0, right: 390, bottom: 100), Box(left: 402, top: 0, right: 800, bottom: 200),
            Box(left: 0, top: 112, right: 390, bottom: 200),
        ]
        let text = frame(picture(map(boxes, title: ""), columns: 20), selected: 0).text
        #expect(
            text == """
                ┏━━━━━━━━━┱────────┐
                ┃● 0      ┃● 1     │
                ┡━━━━━━━━━┩        │
                │● 2      │        │
                └─────────┴────────┘
                """)
    }

    @Test func `a box in the corner of another leaves it the rest`() {
        let boxes = [
            Box(left: 0, top: 0, right: 800, bottom: 400), Box(left: 400, top: 200, right: 800, bottom: 400),
        ]
        let picture = picture(map(boxes), columns: 40)
        #expect(picture.grid.item(atColumn: 5, row: 1) == 0)
        #expect(picture.grid.item(atColumn: 5, row: picture.rows - 2) == 0)
        #expect(picture.grid.item(atColumn: 30, row: picture.rows - 2) == 1)
    }

    @Test func `a short box shows a line of its headline, a long one that is cut an ellipsis`() {
        let boxes = (0..<30).map { Box(left: 0, top: Double($0) * 9, right: 800, bottom: Double($0) * 9 + 8) }
        let text = frame(picture(map(boxes), columns: 60)).text
        for number in boxes.indices { #expect(text.contains("药农过河\(number) "), "\(number)") }
        let long = String(repeating: "渡口添了新船", count: 30)
        #expect(frame(picture(map([boxes[0]], title: long), columns: 30)).text.contains("…"))
    }

    @Test func `a caption right below its picture has its row, and where there is none the picture makes way`() {
        var map = map([Box(left: 0, top: 0, right: 300, bottom: 162), Box(left: 500, top: 0, right: 800, bottom: 162)])
        map.items[0].place.heading = Box(left: 0, top: 150, right: 300, bottom: 162)
        map.items[0].place.pictures = [Box(left: 0, top: 0, right: 300, bottom: 148)]
        map.items[1].place.pictures = [map.items[1].place.box]
        let text = frame(picture(map, columns: 60)).text
        #expect(text.contains("● 渡口添了新船") && text.contains("药农过河0") && text.contains("药农过河1"))
        #expect(text.contains("│░░░░") && !text.contains("░│\n"))
    }

    @Test(arguments: [10, 33, 80, 200]) func `a map is as wide as there is room`(columns: Int) {
        var random = Seeded(seed: 9)
        let lines = frame(picture(map(self.random(12, largest: 300, &random)), columns: columns)).text.split(
            separator: "\n")
        #expect(lines.map(\.count).max() ?? 0 <= columns)
        let boxes = [
            Box(left: 0, top: 0, right: 385, bottom: 90), Box(left: 400, top: 0, right: 790, bottom: 200),
            Box(left: 400, top: 210, right: 770, bottom: 300),
        ]
        let picture = picture(map(boxes, title: ""), columns: columns)
        #expect(picture.grid.areas[1].column + picture.grid.areas[1].columns == columns)
    }

    @Test func `narrow boxes at the right edge are as wide as others`() {
        let boxes =
            [Box(left: 0, top: 0, right: 700, bottom: 300)]
            + (0..<3).map { Box(left: 720 + Double($0) * 27, top: 310, right: 745 + Double($0) * 27, bottom: 400) }
        let picture = picture(map(boxes))
        #expect(picture.grid.areas.dropFirst().allSatisfy { $0.columns >= 9 })
        #expect(picture.grid.areas.last.map { $0.column + $0.columns } == 80)
    }

    @Test func `a headline breaks no word where there is more room elsewhere in its box`() {
        var map = map([Box(left: 0, top: 0, right: 200, bottom: 300), Box(left: 210, top: 0, right: 800, bottom: 300)])
        map.items[0].title = "Forget the bracket"
        map.items[0].place.pictures = [Box(left: 124, top: 0, right: 200, bottom: 130)]
        let text = frame(picture(map, columns: 60)).text
        #expect(text.contains(" bracket "))
    }

    @Test(arguments: [(0, 300.0), (1, 300), (40, 5), (40, 900), (200, 200), (700, 60), (300, 900)])
    func `whatever the boxes are, the map is drawn, no two texts overlap, and all that is seen is reached`(
        count: Int, largest: Double
    ) {
        var random = Seeded(seed: UInt64(count) + UInt64(largest))
        let boxes = self.random(count, largest: largest, &random)
        var map = map(boxes, pictures: self.random(count / 10, largest: 200, &random))
        for item in map.items.indices where item % 7 == 0 {
            map.items[item].place.pictures = self.random(2, largest: 150, &random)
        }
        for columns in [4, 60, 133] {
            let picture = picture(map, columns: columns)
            #expect(picture.columns == columns && picture.rows <= MapGrid.mostRows)
            #expect(frame(picture, selected: count > 0 ? count / 2 : nil).cells.count == columns * picture.rows)
            var taken = Set<Int>()
            for item in boxes.indices {
                guard let area = picture.focus(of: item), let seen = picture.grid.seen[item], area != seen else {
                    continue
                }
                for row in area.row..<area.row + area.rows {
                    for column in area.column..<area.column + area.columns {
                        #expect(taken.insert(row * columns + column).inserted)
                        #expect(picture.grid.isFree(column, row, for: item))
                    }
                }
            }
            expectConnected(MapPaths(picture.grid.seen))
        }
    }

    /// Whether each can be reached from each, by keys alone.
    private func expectConnected(_ paths: MapPaths) {
        guard let start = paths.items.first else { return }
        func reached(_ next: (Int) -> [Int]) -> Set<Int> {
            var (reached, waiting): (Set<Int>, [Int]) = ([start], [start])
            while let item = waiting.popLast() {
                for other in next(item) where reached.insert(other).inserted { waiting.append(other) }
            }
            return reached
        }
        var (forth, back): ([Int: [Int]], [Int: [Int]]) = ([:], [:])
        for item in paths.items {
            for direction in MapPaths.Direction.allCases {
                guard let other = paths.item(direction, of: item) else { continue }
                forth[item, default: []].append(other)
                back[other, default: []].append(item)
            }
        }
        #expect(reached { forth[$0] ?? [] } == Set(paths.items))
        #expect(reached { back[$0] ?? [] } == Set(paths.items))
    }

    @Test func `of many areas each is reached from each, wherever they are`() {
        var random = Seeded(seed: 5)
        for _ in 0..<150 {
            let areas = (0..<Int.random(in: 1...25, using: &random)).map { _ -> Area? in
                Area(
                    column: .random(in: 0...60, using: &random), row: .random(in: 0...40, using: &random),
                    columns: .random(in: 1...30, using: &random), rows: .random(in: 1...20, using: &random))
            }
            expectConnected(MapPaths(areas))
        }
    }

    @Test func `arrows go to what is beside, above and below`() {
        //  0 0 1
        //  2 3 1
        //  4 3 5
        let paths = MapPaths([
            Area(column: 1, row: 1, columns: 38, rows: 4), Area(column: 41, row: 1, columns: 18, rows: 9),
            Area(column: 1, row: 6, columns: 18, rows: 4), Area(column: 21, row: 6, columns: 18, rows: 9), nil,
            Area(column: 1, row: 11, columns: 18, rows: 4), Area(column: 41, row: 11, columns: 18, rows: 4),
        ])
        #expect(paths.items == [0, 1, 2, 3, 5, 6])
        #expect(paths.item(.right, of: 0) == 1 && paths.item(.down, of: 0) == 2 && paths.item(.up, of: 0) == nil)
        #expect(paths.item(.right, of: 2) == 3 && paths.item(.down, of: 2) == 5 && paths.item(.up, of: 3) == 0)
        #expect(paths.item(.right, of: 5) == 3 && paths.item(.left, of: 6) == 3 && paths.item(.up, of: 6) == 1)
    }

    @Test func `a page that is far higher than broad has no more rows than there may be`() {
        let boxes = (0..<50).map { Box(left: 0, top: Double($0) * 1000, right: 100, bottom: Double($0) * 1000 + 900) }
        let picture = picture(map(boxes))
        #expect(picture.rows <= MapGrid.mostRows)
        #expect(picture.grid.seen.allSatisfy { $0 != nil })
    }
}
