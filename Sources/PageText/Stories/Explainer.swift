import Glibc
import Newspaper

/// Puts together what is said of each line of a sheet.
enum Explainer {
    /// - Parameter story: the story that an item of the sheet became.
    static func readings(
        of sheet: Sheet, _ gathering: Gathering, source: Int, room: Labelling.Room, story: (Int) -> Int
    ) -> [LineReading] {
        let reasons = Reasons(sheet: sheet)
        let margins = Labelling(sheet.lines, shape: sheet.shape, room: room).margins(sheet.labels)
        return sheet.lines.enumerated().map { at, line in
            let item = gathering.items[at]
            return LineReading(
                source: source, line: line.number, text: sheet.text(line), kind: sheet.labels[at].kind,
                confidence: 1 - exp(-Double(margins[at]) / 2), rule: reasons.rule(at),
                story: item < 0 ? nil : story(item), isJoined: sheet.labels[at] == .more, isMoved: reasons.isMoved(at))
        }
    }
}
