import Newspaper
import PageText

/// Pages that are printed beside each other on one sheet, as they are imposed for the press or saved two at a time.
extension PageLayout {
    /// The pages of a sheet, in the order of their numbers; one where nothing parts it.
    ///
    /// - Parameter number: the sheet's in its document, from 0.
    package static func pages(of sheet: Sheet, number: Int) -> [LaidPage] {
        var sheet = sheet
        sheet.settle()
        return pages(of: sheet, left: 0).map { part in
            var page = part.page
            page.origin = LaidPage.Origin(sheet: number, left: part.left)
            return page
        }
    }

    private static func pages(of sheet: Sheet, left: Double) -> [(page: LaidPage, left: Double)] {
        guard let cut = sheet.cut else { return [(read(sheet), left)] }
        let (first, second) = sheet.parted(at: cut.place)
        let parts = (pages(of: first, left: left), pages(of: second, left: left + cut.place))
        let (one, other) = (parts.0.first?.page.number, parts.1.first?.page.number)
        // One page may have a gutter in its middle too: two have two numbers, or the margins of both between them.
        guard one != nil && other != nil && one != other || cut.isWide else { return [(read(sheet), left)] }
        if let one, let other, other < one { return parts.1 + parts.0 }
        return parts.0 + parts.1
    }
}

extension LaidPage {
    /// A page's number as it can be compared: A08.
    fileprivate struct Number: Comparable {
        var section: String
        var value: Int

        static func < (one: Number, other: Number) -> Bool {
            (one.section, one.value) < (other.section, other.value)
        }
    }

    /// What the page says of its number.
    fileprivate var number: Number? {
        for line in lines where line.role == .furniture {
            guard let number = PageParser.pageNumber(in: line.text) else { continue }
            let section = number.prefix { !$0.isNumber }
            if let value = Int(number.dropFirst(section.count)) {
                return Number(section: String(section), value: value)
            }
        }
        return nil
    }
}

extension Sheet {
    /// Where the sheet may be cut into two pages: near its middle, where no line and no picture is; and whether that is as wide as
    /// the margins of two pages.
    fileprivate var cut: (place: Double, isWide: Bool)? {
        // No page is printed across; the lines of two are more than a few.
        guard width > 1.1 * height, lines.count >= 20, lines.count <= PageLayout.mostLines else { return nil }
        let sizes = lines.map(\.size).sorted()
        let size = sizes[sizes.count / 2]
        // What a printer writes at the edge of a sheet is on no page.
        let printed = lines.filter { $0.box.bottom > 0.02 * height && $0.box.top < 0.98 * height }.map(\.box)
        let pictures = drawing.pictures.filter { $0.width < 0.7 * width }
        let band = (from: 0.38 * width, to: 0.62 * width)
        let boxes = (printed + pictures).filter { $0.right > band.from && $0.left < band.to }
        var (reached, gutter) = (band.from, (from: 0.0, to: 0.0))
        for box in boxes.sorted(by: { $0.left < $1.left }) + [
            Box(left: band.to, top: 0, right: width, bottom: height)
        ] {
            if box.left - reached > gutter.to - gutter.from { gutter = (reached, box.left) }
            reached = max(reached, box.right)
        }
        let (place, breadth) = ((gutter.from + gutter.to) / 2, gutter.to - gutter.from)
        guard breadth > 1.6 * size,
            [printed.count { $0.middle < place }, printed.count { $0.middle > place }].allSatisfy({ $0 >= 8 })
        else { return nil }
        return (place, breadth > 4 * size)
    }

    /// The sheets at the left and at the right of a place.
    fileprivate func parted(at place: Double) -> (Sheet, Sheet) {
        func part(_ area: Box, holds: (Box) -> Bool) -> Sheet {
            func moved(_ boxes: [Box]) -> [Box] {
                boxes.filter { $0.right > area.left && $0.left < area.right }.map { box in
                    Box(
                        left: max(box.left, area.left) - area.left, top: box.top,
                        right: min(box.right, area.right) - area.left, bottom: box.bottom)
                }
            }
            var part = Sheet(width: area.width, height: height)
            part.lines = lines.filter { holds($0.box) }.map { line in
                var line = line
                line.box.left -= area.left
                line.box.right -= area.left
                return line
            }
            part.drawing = Drawing(
                across: moved(drawing.across), down: moved(drawing.down), pictures: moved(drawing.pictures),
                frames: moved(drawing.frames), bars: moved(drawing.bars))
            return part
        }
        return (
            part(Box(left: 0, top: 0, right: place, bottom: height)) { $0.middle < place },
            part(Box(left: place, top: 0, right: max(place, width), bottom: height)) { $0.middle >= place }
        )
    }
}
