/// How a text layout is cut into newspaper columns.
package struct Columns: Sendable, Hashable {
    /// Columns side by side; at least 1.
    package var count: Int
    /// Lines of each; at least 2.
    package var height: Int

    package init(count: Int, height: Int) {
        self.count = max(1, count)
        self.height = max(2, height)
    }

    /// How many columns of at least `measure` cells go into a width, with `gutter` cells between two (two of them are the
    /// hanging marks', the rest hold the rule), and how wide each then is: even, at most `widest`.
    package static func fitting(width: Int, measure: Int = 40, widest: Int = 52, gutter: Int = 5) -> (
        count: Int, measure: Int
    ) {
        let count = max(1, (width - 2 + gutter) / (measure + gutter))
        let each = (width - 2 - (count - 1) * gutter) / count
        return (count, max(2, min(widest, each & ~1)))
    }
}

/// A page of columns.
package struct ColumnPage: Sendable, Equatable {
    package var columns: [[TextLayout.SetLine]]
    /// Where the next page begins; nil on the last.
    package var next: TextLayout.Place?
}

extension TextLayout {
    /// The page that begins with the line that shows a place. The last page's columns are filled evenly.
    ///
    /// No column begins with the last line of a paragraph or ends with the first of a longer one (clreq 3.2.5: 孤行不成页),
    /// none ends with a paragraph that keeps with the next, and none begins with a blank line. `height` is for this page,
    /// which may have a headline above it.
    package func page(from place: Place, _ columns: Columns) -> ColumnPage {
        var wanted = columns.count * columns.height + 2
        var lines = lines(from: place, count: wanted)
        var full = fill(lines, columns.count, columns.height)
        // Blank lines at a column's head take no room.
        while full.used == lines.count, let last = lines.last, !isLast(last) {
            wanted *= 2
            lines = self.lines(from: place, count: wanted)
            full = fill(lines, columns.count, columns.height)
        }
        guard full.used == lines.count else { return ColumnPage(columns: full.columns, next: lines[full.used].place) }
        // The lowest height that holds all with no column parted wrongly.
        let least = (lines.count + columns.count - 1) / columns.count / 2
        for height in max(1, least)..<max(least + 1, columns.height) {
            let even = fill(lines, columns.count, height)
            if even.used == lines.count, even.isClean { return ColumnPage(columns: even.columns, next: nil) }
        }
        return ColumnPage(columns: full.columns, next: nil)
    }

    /// Where the page begins that ends right before a place: the page before, with as many lines as it can hold.
    package func pageStart(before place: Place, _ columns: Columns) -> Place {
        let earlier = lines(before: place, count: columns.count * columns.height)
        guard let end = lines(from: place, count: 1).first?.place else { return place }
        for line in earlier {
            guard let next = page(from: line.place, columns).next, next < end else { return line.place }
        }
        return earlier.first?.place ?? place
    }

    /// Where the last page begins.
    package func lastPage(_ columns: Columns) -> Place {
        let start = lastScreen(height: columns.count * columns.height)
        for line in lines(from: start, count: columns.count * columns.height)
        where page(from: line.place, columns).next == nil {
            return line.place
        }
        return start
    }

    /// Fills columns of one height, and says how many lines went in, and whether every column ends well.
    private func fill(
        _ lines: [SetLine], _ count: Int, _ height: Int
    ) -> (columns: [[SetLine]], used: Int, isClean: Bool) {
        var columns: [[SetLine]] = []
        var isClean = true
        var start = 0
        for _ in 0..<count {
            while start < lines.count, isBlank(lines[start]) { start += 1 }
            var end = min(lines.count, start + height)
            if end < lines.count {
                while end > start, !mayPart(lines, at: end) { end -= 1 }
                // Where no place is good, the column is full all the same.
                if end == start {
                    end = min(lines.count, start + height)
                    isClean = false
                }
            }
            var column = Array(lines[start..<end])
            while let last = column.last, isBlank(last) { column.removeLast() }
            columns.append(column)
            start = end
        }
        while start < lines.count, isBlank(lines[start]) { start += 1 }
        return (columns, start, isClean)
    }

    /// Whether a column may end before a line.
    private func mayPart(_ lines: [SetLine], at index: Int) -> Bool {
        let above = lines[index - 1]
        let below = lines[index]
        if above.paragraph != below.paragraph { return !paragraphs[above.paragraph].keepsWithNext }
        let isFirstAlone = above.line.source.lowerBound == 0
        return !isFirstAlone && !below.line.endsParagraph && !paragraphs[above.paragraph].isHeadline
    }

    private func isBlank(_ line: SetLine) -> Bool { line.line.glyphs.isEmpty }
}
