import Screen

/// What the mouse does, as keys: a second press at the same place soon after the first is a double click.
struct ClickCounter {
    private var last: (column: Int, row: Int, moment: Int64)?

    /// Milliseconds between the presses of a double click at most; what window systems have by default.
    private static let interval: Int64 = 400

    /// - Parameter now: milliseconds of a clock that nobody sets.
    mutating func key(for report: MouseReport, now: Int64) -> Key? {
        let (column, row) = (report.column, report.row)
        switch report.event {
        case .wheelUp: return .wheelUp(column: column, row: row)
        case .wheelDown: return .wheelDown(column: column, row: row)
        case .drag:
            last = nil
            return .drag(column: column, row: row)
        case .release: return .release(column: column, row: row)
        case .press:
            if let last, last.row == row, abs(last.column - column) <= 1, now - last.moment <= Self.interval {
                self.last = nil
                return .doubleClick(column: column, row: row)
            }
            last = (column, row, now)
            return .click(column: column, row: row)
        }
    }
}
