extension TextLayout {
    /// The page that begins with the line at `place`. The columns of the last page have even heights.
    ///
    /// No column begins with the last line of a paragraph or ends with the first line of a longer one (clreq 3.2.5:
    /// 孤行不成页), ends with a paragraph that keeps with the next, or begins with a blank line. `columns.height` applies to
    /// this page only; a page with a headline above it has a smaller one.
    package func page(from place: Place, _ columns: Columns) -> ColumnPage {
        var wanted = columns.count * columns.height + 2
        var lines = lines(from: place, count: wanted)
        var full = fill(lines, columns.count, columns.height)
        // Blank lines at the top of a column are skipped, so more lines may be needed.
        while full.used == lines.count, let last = lines.last, !isLast(last) {
            wanted *= 2
            lines = self.lines(from: place, count: wanted)
            full = fill(lines, columns.count, columns.height)
        }
        guard full.used == lines.count else { return ColumnPage(columns: full.columns, next: lines[full.used].place) }
        // The lowest height that holds all lines and divides no paragraph in a forbidden place.
        let least = (lines.count + columns.count - 1) / columns.count / 2
        for height in max(1, least)..<max(least + 1, columns.height) {
            let even = fill(lines, columns.count, height)
            if even.used == lines.count, even.isClean { return ColumnPage(columns: even.columns, next: nil) }
        }
        return ColumnPage(columns: full.columns, next: nil)
    }

    /// The start of the fullest page that ends directly before the line at `place`.
    package func pageStart(before place: Place, _ columns: Columns) -> Place {
        let earlier = lines(before: place, count: columns.count * columns.height)
        guard let end = lines(from: place, count: 1).first?.place else { return place }
        for line in earlier {
            guard let next = page(from: line.place, columns).next, next < end else { return line.place }
        }
        return earlier.first?.place ?? place
    }

    /// The start of the last page.
    package func lastPage(_ columns: Columns) -> Place {
        let start = lastScreen(height: columns.count * columns.height)
        for line in lines(from: start, count: columns.count * columns.height)
        where page(from: line.place, columns).next == nil {
            return line.place
        }
        return start
    }

    /// Fills columns of one height.
    /// - Returns: the columns, the number of lines used, and whether every column ends at a permitted place.
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
                // If no place is permitted, the column is filled to its height.
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

    /// Whether a column may end before the line at `index`.
    private func mayPart(_ lines: [SetLine], at index: Int) -> Bool {
        let above = lines[index - 1]
        let below = lines[index]
        if above.paragraph != below.paragraph { return !paragraphs[above.paragraph].keepsWithNext }
        guard paragraphs[above.paragraph].rows == nil else { return false }
        let isFirstAlone = above.line.source.lowerBound == 0
        return !isFirstAlone && !below.line.endsParagraph && !paragraphs[above.paragraph].isHeadline
    }

    private func isBlank(_ line: SetLine) -> Bool { line.line.glyphs.isEmpty && paragraphs[line.paragraph].rows == nil }
}
