import Newspaper

/// A small grey picture of a sheet: what is drawn on it besides text.
package struct Raster: Sendable {
    package let width: Int
    package let height: Int
    /// Row after row, 0 for black, 255 for white.
    package let pixels: [UInt8]

    /// - Precondition: there are `width * height` pixels.
    package init(width: Int, height: Int, pixels: [UInt8]) {
        precondition(pixels.count == width * height)
        (self.width, self.height, self.pixels) = (width, height, pixels)
    }
}

/// Rules, boxes and pictures of a sheet.
package struct Drawing: Sendable {
    /// Lines across and down the page.
    package private(set) var across: [Box] = []
    package private(set) var down: [Box] = []
    package private(set) var pictures: [Box] = []
    /// What a rule goes around, and what is tinted.
    package private(set) var frames: [Box] = []
    /// Bars behind a line or two.
    package private(set) var bars: [Box] = []

    /// What is known to be drawn.
    package init(
        across: [Box] = [], down: [Box] = [], pictures: [Box] = [], frames: [Box] = [], bars: [Box] = []
    ) {
        (self.across, self.down, self.pictures, self.frames, self.bars) = (across, down, pictures, frames, bars)
    }

    /// Makes numbers of what are none.
    mutating func settle() {
        across = across.map(\.settled)
        down = down.map(\.settled)
        pictures = pictures.map(\.settled)
        frames = frames.map(\.settled)
        bars = bars.map(\.settled)
    }

    /// Whether nothing is known to be drawn.
    package var isEmpty: Bool { across.isEmpty && down.isEmpty && pictures.isEmpty && frames.isEmpty }

    /// Finds them on a picture of the sheet.
    package init(_ raster: Raster, on sheet: Sheet) {
        guard raster.width > 0, raster.height > 0, sheet.width > 0, sheet.height > 0 else { return }
        var scan = RasterScan(raster, sheet)
        var chips: [Box] = []
        for area in scan.areas() {
            let inside = sheet.lines.filter { area.contains(middleOf: $0.box) }
            let lines = inside.count
            // A bar behind a line or two is neither.
            if let line = inside.first, area.height < 2.8 * line.box.height { continue }
            // Nor is a square with a name on it, or what heavy letters on a tint cover.
            let letters = inside.reduce(0) { $0 + $1.text.unicodeScalars.count }
            if let line = inside.first, letters < 7,
                lines == 1 || letters == lines || lines == 2 && area.width < 5 * line.box.height,
                area.width < 7 * line.box.height,
                area.height < (letters == lines && area.width < 3 * line.box.height ? 20 : lines == 2 ? 5 : 7)
                    * line.box.height
            {
                chips.append(area)
                continue
            }
            let covered = sheet.lines.reduce(0) {
                $0 + $1.box.sharedWidth(with: area) * $1.box.sharedHeight(with: area)
            }
            if covered > 0.5 * area.width * area.height, lines < 3 { continue }
            let isText = lines > 2 || lines > 0 && area.height < 80
            let isPicture = !isText || area.height > 60 && area.width > 60 && !scan.isEven(area)
            if isPicture { pictures.append(area) } else { frames.append(area) }
        }
        bars = scan.bars(
            sheet.lines.filter { line in
                line.text.unicodeScalars.count < 24 && !pictures.contains { $0.contains(middleOf: line.box) }
            }, tints: frames)
        bars += chips
        // What is beside the words on a bar is no picture.
        pictures.removeAll { picture in
            bars.contains {
                $0.sharedWidth(with: picture) * $0.sharedHeight(with: picture) > 0.6 * picture.width * picture.height
            }
        }
        scan.clear(pictures + frames)
        across = scan.rules(isAcross: true)
        down = Self.joined(scan.rules(isAcross: false))
        for frame in framed() + labels(scan) {
            let inside = sheet.lines.filter { frame.contains(middleOf: $0.box) }
            if inside.count == 1, frame.height < 2.8 * inside[0].box.height, inside[0].text.unicodeScalars.count < 9 {
                bars.append(frame)
            } else if frame.height > 20 {
                frames.append(frame)
            }
        }
        dropPartsOfPictures()
        // A bar at the top of a frame belongs to it.
        for at in frames.indices {
            let bar = bars.first {
                abs($0.left - frames[at].left) < 6 && abs($0.right - frames[at].right) < 6
                    && $0.top < frames[at].top && abs($0.bottom - frames[at].top) < 10
            }
            if let bar { frames[at].top = bar.top }
        }
    }

    /// Rules down the page without the gaps that letters beside them have made.
    private static func joined(_ rules: [Box]) -> [Box] {
        var joined: [Box] = []
        for rule in rules.sorted(by: { ($0.top, $0.left) < ($1.top, $1.left) }) {
            let last = joined.lastIndex {
                abs($0.left - rule.left) < 1.5 && abs($0.right - rule.right) < 1.5 && rule.top - $0.bottom < 14
                    && min($0.height, rule.height) > 14
            }
            if let last { joined[last] = joined[last].union(rule) } else { joined.append(rule) }
        }
        return joined
    }

    /// Light and dark parts of one picture have been found as several.
    private mutating func dropPartsOfPictures() {
        for at in pictures.indices.reversed() {
            let part = pictures[at]
            let isPart = pictures.enumerated().contains { other, whole in
                other != at && (whole.width * whole.height > part.width * part.height || other < at && whole == part)
                    && whole.sharedWidth(with: part) * whole.sharedHeight(with: part) > 0.8 * part.width * part.height
            }
            if isPart { pictures.remove(at: at) }
        }
    }

    /// Rectangles of rules.
    private func framed() -> [Box] {
        var found: [Box] = []
        for (at, top) in across.enumerated() {
            for bottom in across[(at + 1)...] where bottom.top - top.top > 10 {
                guard abs(top.left - bottom.left) < 4, abs(top.right - bottom.right) < 4 else { continue }
                let height = bottom.top - top.top
                // Round corners begin before the sides do.
                let corner = min(12, 0.2 * height, 0.2 * top.width)
                func side(_ edge: Double, corner: Double) -> Box? {
                    down.filter {
                        $0.left > min(edge, edge - corner) - 4 && $0.left < max(edge, edge - corner) + 4
                            && abs($0.top - top.top) < abs(corner) + 4
                            && abs($0.bottom - bottom.bottom) < abs(corner) + 4
                    }.min { abs($0.left - edge) < abs($1.left - edge) }
                }
                if let left = side(top.left, corner: corner), let right = side(top.right - 1, corner: -corner) {
                    found.append(
                        Box(
                            left: min(left.left, top.left), top: top.top, right: max(right.right, top.right),
                            bottom: bottom.bottom))
                    break
                }
            }
        }
        return found
    }

    /// Small rectangles of rules whose sides are too short to be rules themselves.
    private func labels(_ scan: RasterScan) -> [Box] {
        var found: [Box] = []
        for (at, top) in across.enumerated() where top.width < 140 {
            for bottom in across[(at + 1)...] where bottom.top - top.top > 8 && bottom.top - top.top < 26 {
                guard abs(top.left - bottom.left) < 3, abs(top.right - bottom.right) < 3,
                    scan.isInked(at: top.left, from: top.bottom, to: bottom.top),
                    scan.isInked(at: top.right - 1, from: top.bottom, to: bottom.top)
                else { continue }
                found.append(Box(left: top.left, top: top.top, right: top.right, bottom: bottom.bottom))
                break
            }
        }
        return found
    }

    /// The same on a sheet that has been turned, its right edge to the top.
    func turned(_ width: Double) -> Drawing {
        func turn(_ box: Box) -> Box { box.turned(width) }
        var turned = Drawing()
        turned.across = down.map(turn)
        turned.down = across.map(turn)
        turned.pictures = pictures.map(turn)
        turned.frames = frames.map(turn)
        turned.bars = bars.map(turn)
        return turned
    }
}

extension Box {
    /// Whether the middle of another box is inside.
    package func contains(middleOf box: Box) -> Bool {
        let (x, y) = (box.middle, (box.top + box.bottom) / 2)
        return x > left && x < right && y > top && y < bottom
    }
}

/// A raster while it is looked through.
private struct RasterScan {
    private let width: Int
    private let height: Int
    /// Points a pixel.
    private let scale: Double
    /// Grey, on a white paper.
    private let shades: [UInt8]
    /// 1 where something is drawn.
    private var ink: [UInt8]
    /// 1 where that is light, as what stands behind text is.
    private let light: [UInt8]
    /// 1 where there is text.
    private var text: [UInt8]

    /// Pixels along the edge of what is looked at at once.
    private static let tile = 8
    /// Rules of one direction that count; a page has some dozens.
    private static let mostRules = 400

    init(_ raster: Raster, _ sheet: Sheet) {
        width = raster.width
        height = raster.height
        scale = sheet.width / Double(raster.width)
        // A paper that is tinted all over is white here.
        let lift = 255 - Self.paper(raster)
        shades = lift == 0 ? raster.pixels : raster.pixels.map { UInt8(min(255, Int($0) + lift)) }
        ink = shades.map { $0 < 250 ? 1 : 0 }
        light = shades.map { $0 < 250 && $0 >= 215 ? 1 : 0 }
        text = [UInt8](repeating: 0, count: ink.count)
        for line in sheet.lines {
            let inset = 0.08 * line.box.height
            fill(
                Box(
                    left: line.box.left - 1, top: line.box.top + inset, right: line.box.right + 1,
                    bottom: line.box.bottom - inset))
        }
    }

    /// The pixel of a place in points, within a row or a column.
    private func place(_ value: Double, _ limit: Int) -> Int {
        Int(max(0, min(Double(limit), (value / scale).rounded())))
    }

    /// The shade of most of the sheet, where that is light and covers two fifths of it; else white.
    private static func paper(_ raster: Raster) -> Int {
        var counts = [Int](repeating: 0, count: 256)
        for pixel in raster.pixels { counts[Int(pixel)] += 1 }
        let most = (220...255).max { counts[$0] < counts[$1] } ?? 255
        // Tints are printed evenly, but for a shade or two.
        return counts[most] * 5 > raster.pixels.count * 2 ? most : 255
    }

    /// Whether at least half of what no text covers is of one shade, or three beside it: a tint, and no picture.
    func isEven(_ area: Box) -> Bool {
        var counts = [Int](repeating: 0, count: 256)
        var all = 0
        for y in place(area.top + 2, height)..<max(place(area.top + 2, height), place(area.bottom - 2, height)) {
            for x in place(area.left + 2, width)..<max(place(area.left + 2, width), place(area.right - 2, width))
            where text[y * width + x] == 0 {
                counts[Int(shades[y * width + x])] += 1
                all += 1
            }
        }
        guard let most = counts.indices.max(by: { counts[$0] < counts[$1] }) else { return true }
        let near = counts[max(0, most - 3)...min(255, most + 3)].reduce(0, +)
        return near * 2 >= all
    }

    /// Marks what is in a box as text.
    private mutating func fill(_ box: Box) {
        let (left, right) = (place(box.left, width), place(box.right, width))
        guard left < right else { return }
        for row in place(box.top, height)..<max(place(box.top, height), place(box.bottom, height)) {
            for column in left..<right { text[row * width + column] = 1 }
        }
    }

    mutating func clear(_ boxes: [Box]) {
        for box in boxes {
            // Its edge may be as thick as a rule.
            fill(Box(left: box.left - 2, top: box.top - 2, right: box.right + 2, bottom: box.bottom + 2))
        }
        for at in ink.indices where text[at] == 1 { ink[at] = 0 }
    }

    /// What is behind lines that stand on something dark or tinted, where it is little higher than they are.
    func bars(_ lines: [SheetLine], tints: [Box]) -> [Box] {
        var bars: [Box] = []
        for line in lines where !bars.contains(where: { $0.contains(middleOf: line.box) }) {
            let middle = Int(((line.box.top + line.box.bottom) / 2 / scale).rounded())
            let reach = Int(line.box.height * 2.8 / scale)
            var (left, right) = (Int(line.box.left / scale) - 2, Int(line.box.right / scale) + 2)
            guard left > 0, right < width, middle > 0, middle < height, reach > 3 else { continue }
            // What is dark ends where what is light begins.
            let isLight = light[middle * width + left]
            func isInk(_ x: Int, _ y: Int) -> Bool { ink[y * width + x] == 1 && light[y * width + x] == isLight }
            if line.text.unicodeScalars.count == 1 { (left, right) = (left + 1, right - 1) }
            guard isInk(left, middle), isInk(right, middle) else { continue }
            func extent(_ x: Int) -> (top: Int, bottom: Int)? {
                var (top, bottom) = (middle, middle)
                while top > 0, bottom - top <= reach, isInk(x, top - 1) { top -= 1 }
                while bottom + 1 < height, bottom - top <= reach, isInk(x, bottom + 1) { bottom += 1 }
                return bottom - top < reach && Double(bottom - top) * scale > 0.6 * line.box.height
                    ? (top, bottom) : nil
            }
            guard let (top, bottom) = extent(left), let other = extent(right), abs(other.top - top) < 3 else {
                if line.text.unicodeScalars.count == 1, let bar = barDown(behind: line, isInk),
                    isLight == 0 || !tints.contains(where: { $0.contains(middleOf: bar) })
                {
                    bars.append(bar)
                }
                continue
            }
            // All of its edge is covered, not only what is between two words.
            guard bottom - top > 4,
                [top + 1, bottom - 1].allSatisfy({ y in
                    (left...right).count { isInk($0, y) } * 10 > (right - left + 1) * 9
                })
            else { continue }
            let quarter = (top + middle) / 2
            while left > 0, isInk(left - 1, quarter) { left -= 1 }
            while right + 1 < width, isInk(right + 1, quarter) { right += 1 }
            let bar = Box(
                left: Double(left) * scale, top: Double(top) * scale, right: Double(right + 1) * scale,
                bottom: Double(bottom + 1) * scale)
            // What is tinted all over has no bars but darker ones.
            if isLight == 1, tints.contains(where: { $0.contains(middleOf: bar) }) { continue }
            bars.append(bar)
        }
        return bars
    }

    /// What is behind a character, where it is little wider than that, and goes on down the page.
    private func barDown(behind line: SheetLine, _ isInk: (Int, Int) -> Bool) -> Box? {
        let middle = Int(((line.box.top + line.box.bottom) / 2 / scale).rounded())
        let most = Int(2.8 * max(line.box.width, line.size) / scale)
        var (left, right) = (Int(line.box.left / scale) - 2, Int(line.box.right / scale) + 2)
        while left > 0, right - left <= most, isInk(left - 1, middle) { left -= 1 }
        while right + 1 < width, right - left <= most, isInk(right + 1, middle) { right += 1 }
        guard right - left <= most else { return nil }
        let longest = Int(24 * line.size / scale)
        var (top, bottom) = (middle, middle)
        while top > 0, bottom - top <= longest, isInk(left + 1, top - 1), isInk(right - 1, top - 1) { top -= 1 }
        while bottom + 1 < height, bottom - top <= longest, isInk(left + 1, bottom + 1), isInk(right - 1, bottom + 1) {
            bottom += 1
        }
        guard bottom - top <= longest, Double(bottom - top) * scale > 1.6 * line.size, left > 3, right + 3 < width
        else {
            return nil
        }
        // What is tinted on all sides has no edges here.
        let beyond = (top...bottom).count { isInk(left - 3, $0) || isInk(right + 3, $0) }
        guard beyond * 5 < bottom - top else { return nil }
        return Box(
            left: Double(left) * scale, top: Double(top) * scale, right: Double(right + 1) * scale,
            bottom: Double(bottom + 1) * scale)
    }

    /// Whether a line goes down the page there, give or take a point.
    func isInked(at x: Double, from top: Double, to bottom: Double) -> Bool {
        let (first, last) = (max(0, Int(top / scale)), min(height - 1, Int(bottom / scale)))
        guard first < last else { return false }
        let column = Int((x / scale).rounded())
        return (column - 1...column + 1).contains { x in
            (0..<width).contains(x)
                && (first...last).count { shades[$0 * width + x] < 200 } * 10 >= (last - first + 1) * 9
        }
    }

    /// Parts of the page that are covered all over.
    func areas() -> [Box] { areas(isLight: false) + areas(isLight: true) }

    /// Those that are light, or those that are not.
    private func areas(isLight: Bool) -> [Box] {
        let (columns, rows) = (width / Self.tile, height / Self.tile)
        guard columns > 0, rows > 0 else { return [] }
        var isFull = [Bool](repeating: false, count: columns * rows)
        for row in 0..<rows {
            for column in 0..<columns {
                var (count, lights) = (0, 0)
                for y in row * Self.tile..<(row + 1) * Self.tile {
                    let start = y * width + column * Self.tile
                    for at in start..<start + Self.tile {
                        count += Int(ink[at])
                        lights += Int(light[at])
                    }
                }
                isFull[row * columns + column] =
                    count * 10 >= Self.tile * Self.tile * 9 && (lights * 2 > count) == isLight
            }
        }
        var areas: [Box] = []
        var stack: [Int] = []
        for first in isFull.indices where isFull[first] {
            isFull[first] = false
            stack = [first]
            var (left, right, top, bottom, count) = (columns, 0, rows, 0, 0)
            while let at = stack.popLast() {
                let (row, column) = (at / columns, at % columns)
                (left, right, top, bottom) = (min(left, column), max(right, column), min(top, row), max(bottom, row))
                count += 1
                for near in [at - columns, at + columns, column > 0 ? at - 1 : -1, column + 1 < columns ? at + 1 : -1]
                where isFull.indices.contains(near) && isFull[near] {
                    isFull[near] = false
                    stack.append(near)
                }
            }
            // Broad and high, and full for the most part.
            guard right - left > 3, bottom - top > 1,
                count * (isLight ? 4 : 2) > (right - left + 1) * (bottom - top + 1)
            else { continue }
            areas.append(
                edges(
                    left * Self.tile, top * Self.tile, (right + 1) * Self.tile, (bottom + 1) * Self.tile,
                    isLight: isLight))
        }
        return areas
    }

    /// The box of an area that is known to a tile, to the pixel: where half of a row, or of a column, is covered.
    private func edges(_ left: Int, _ top: Int, _ right: Int, _ bottom: Int, isLight: Bool) -> Box {
        /// 1 where it is as dark, or as light, as the area.
        func shade(_ at: Int) -> Int { ink[at] == 1 && (light[at] == 1) == isLight ? 1 : 0 }
        func isCovered(_ row: Int) -> Bool {
            (left..<right).reduce(0) { $0 + shade(row * width + $1) } * 2 > right - left
        }
        func isCoveredDown(_ column: Int) -> Bool {
            (top..<bottom).reduce(0) { $0 + shade($1 * width + column) } * 2 > bottom - top
        }
        var box = (left: left, top: top, right: right, bottom: bottom)
        for _ in 0..<Self.tile {
            if box.top > 0, isCovered(box.top - 1) { box.top -= 1 }
            if box.bottom < height, isCovered(box.bottom) { box.bottom += 1 }
            if box.left > 0, isCoveredDown(box.left - 1) { box.left -= 1 }
            if box.right < width, isCoveredDown(box.right) { box.right += 1 }
        }
        return Box(
            left: Double(box.left) * scale, top: Double(box.top) * scale, right: Double(box.right) * scale,
            bottom: Double(box.bottom) * scale)
    }

    /// Straight lines, thinner than a letter is high; dots and dashes too, where there are many of them.
    func rules(isAcross: Bool) -> [Box] {
        let (length, breadth) = isAcross ? (width, height) : (height, width)
        func at(_ along: Int, _ over: Int) -> Int { isAcross ? over * width + along : along * width + over }
        let least = Int(24 / scale)
        let leastBroken = Int(60 / scale)
        let gap = Int(5 / scale)
        var rules: [(from: Int, to: Int, first: Int, last: Int)] = []
        var open: [Int] = []
        for over in 0..<breadth {
            var next: [Int] = []
            var along = 0
            while along < length {
                guard ink[at(along, over)] == 1 else { along += 1; continue }
                let from = along
                while along < length, ink[at(along, over)] == 1 { along += 1 }
                if along - from < least {
                    // A dash: the rule goes on behind white space as short as it is itself, or little longer.
                    let dash = along - from
                    var (end, next, dashes) = (along, along, 1)
                    while next < length, next - end <= min(gap, 2 * dash + 1) {
                        guard ink[at(next, over)] == 1 else { next += 1; continue }
                        let start = next
                        while next < length, ink[at(next, over)] == 1 { next += 1 }
                        guard next - start <= 2 * dash + 1 else { break }
                        (end, dashes) = (next, dashes + 1)
                    }
                    guard end - from >= leastBroken, dashes > 6 else { continue }
                    along = end
                }
                if let known = open.first(where: { rules[$0].from < along && from < rules[$0].to }) {
                    rules[known].last = over
                    rules[known].from = min(rules[known].from, from)
                    rules[known].to = max(rules[known].to, along)
                    next.append(known)
                } else if rules.count < 4 * Self.mostRules {
                    next.append(rules.count)
                    rules.append((from, along, over, over))
                }
            }
            open = next
        }
        return rules.filter { Double($0.last - $0.first + 1) * scale <= 6 }.prefix(Self.mostRules).map { rule in
            let (from, to) = (Double(rule.from) * scale, Double(rule.to) * scale)
            let (first, last) = (Double(rule.first) * scale, Double(rule.last + 1) * scale)
            return isAcross
                ? Box(left: from, top: first, right: to, bottom: last)
                : Box(left: first, top: from, right: last, bottom: to)
        }
    }
}
