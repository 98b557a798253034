import Newspaper
import Screen
import Settings
import Typesetting

/// The pictures of the open story.
extension ReaderState {
    /// How pictures are shown now.
    package var pictureDisplay: PictureDisplay { screen.showsPictures ? screen.pictureDisplay : .none }

    /// The room that the body's pane has for a picture; nil where none are shown.
    var pictureRoom: PictureRoom? {
        let rows = layout.body.rows
        guard pictureDisplay.means != .none, rows >= Self.leastRows else { return nil }
        return PictureRoom(rows: max(3, rows / 2), cell: pictureDisplay.cell)
    }

    /// Rows of a pane that has room for a picture beside words.
    private static let leastRows = 6

    /// Whether the open story has pictures.
    var hasPictures: Bool { position.map { setStory($0).document.hasPictures } ?? false }

    mutating func togglePictures() {
        guard screen.pictureDisplay.means != .none else {
            message = texts(.picturesNeedColours)
            return
        }
        screen.showsPictures.toggle()
        message = texts(screen.showsPictures ? .picturesShown : .picturesHidden)
    }

    mutating func setPictureDisplay(_ display: PictureDisplay) { screen.pictureDisplay = display }

    mutating func insert(_ bitmap: Bitmap?, of picture: PrintedPicture) { body.pictures.insert(bitmap, of: picture) }

    /// What is on the screen and not at hand is asked for, once.
    mutating func askForPictures() -> [Effect] {
        let missing = picturesOnScreen.filter { !body.pictures.isSettled($0) }
        guard missing != body.pictures.asked else { return [] }
        body.pictures.asked = missing
        return [.pictures(missing)]
    }

    private var picturesOnScreen: [PrintedPicture] {
        guard pictureRoom != nil, storyOnScreen != nil, overlays.last(covering: .body) == nil, hasPictures, let position
        else { return [] }
        let set = setStory(position)
        var parts: Set<Int> = []
        return shownLines.filter { parts.insert($0.paragraph).inserted }.flatMap {
            set.document.parts[$0.paragraph].pictures
        }
    }

    /// Draws the pictures of lines that stand one below the other; the others keep their rows.
    func composePictures(
        on lines: some Collection<TextLayout.SetLine>, of set: SetStory, column: Int, row: Int, in frame: inout Frame
    ) {
        var place = row
        var rest = lines[...]
        while let first = rest.first {
            let run = rest.prefix { $0.paragraph == first.paragraph }
            if let stack = set.pictures(of: first.paragraph) {
                let start = first.place.offset
                for (picture, size, top) in stack.pictures {
                    let seen = (top..<top + size.rows).clamped(to: start..<start + run.count)
                    guard !seen.isEmpty else { continue }
                    let left = column + max(0, (set.measure - size.columns) / 2)
                    let area = Area(
                        column: left, row: place + seen.lowerBound - start, columns: size.columns, rows: seen.count)
                    compose(picture, size, seen.lowerBound - top, area, in: &frame)
                }
            }
            place += run.count
            rest = rest.dropFirst(run.count)
        }
    }

    /// Draws what is seen of a picture: of one that is not there yet, or cannot be drawn, its frame.
    private func compose(
        _ picture: PrintedPicture, _ size: Size, _ firstRow: Int, _ area: Area, in frame: inout Frame
    ) {
        guard let bitmap = body.pictures[picture] else { return composeOutline(size, firstRow, area, in: &frame) }
        if pictureDisplay.means == .graphics {
            frame.pictures.append(FramePicture(bitmap, area: area, rows: size.rows, firstRow: firstRow))
        } else {
            let cells = settings.ambiguousIsWide ? 2 : 1
            frame.putHalfBlocks(
                bitmap.scaled(width: size.columns / cells, height: 2 * size.rows),
                rows: firstRow..<firstRow + area.rows, column: area.column, row: area.row, cells: cells,
                depth: appearance.depth)
        }
    }

    private func composeOutline(_ size: Size, _ firstRow: Int, _ area: Area, in frame: inout Frame) {
        let last = area.column + size.columns - 1
        for index in 0..<area.rows {
            let row = area.row + index
            let ends: (String, String)
            switch firstRow + index {
            case 0: ends = ("┌", "┐")
            case size.rows - 1: ends = ("└", "┘")
            default: ends = ("│", "│")
            }
            frame.put(ends.0, cells: 1, column: area.column, row: row, style: theme.border)
            if ends.0 != "│" {
                for column in area.column + 1..<max(area.column + 1, last) {
                    frame.put("─", cells: 1, column: column, row: row, style: theme.border)
                }
            }
            frame.put(ends.1, cells: 1, column: last, row: row, style: theme.border)
        }
    }
}
