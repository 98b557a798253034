import Newspaper
import PageLayout

/// What a line of a scanned page gives a sheet: the line as it is, its parts where white space is wide enough to be a column's,
/// or, of a line down the page, each of its characters.
struct AltoRuns {
    private(set) var lines: [SheetLine] = []
    private let line: AltoLine
    private let size: Double
    private let scale: Double

    /// - Parameters:
    ///   - line: with boxes, in the units of the file.
    ///   - size: of its letters, in points.
    ///   - scale: points a unit.
    init(_ line: AltoLine, size: Double, scale: Double = 1) {
        (self.line, self.size, self.scale) = (line, max(0.1, size), scale)
        let isSquare = line.words.reduce(0) { $0 + $1.text.unicodeScalars.count { $0.isSquare } } * 2 >= line.count
        if line.isVertical { isSquare ? addCharacters() : addTurned() } else { addParts() }
    }

    /// The whole line, whatever its words' places.
    var whole: [SheetLine] {
        var text = ""
        for word in line.words { text += (text.isEmpty ? "" : space(between: text, and: word, gap: nil)) + word.text }
        return [sheetLine(text, Box(left: 0, top: 0, right: 1, bottom: 1))]
    }

    private func addingParts() -> [SheetLine] {
        var found: [SheetLine] = []
        for word in line.words {
            guard let box = word.box?.scaled(scale) else { continue }
            guard let last = found.indices.last, box.left - found[last].box.right < 1.6 * size else {
                found.append(sheetLine(word.text, box))
                continue
            }
            found[last].text +=
                space(between: found[last].text, and: word, gap: box.left - found[last].box.right) + word.text
            found[last].box = found[last].box.union(box)
        }
        return found
    }

    private mutating func addParts() {
        lines = addingParts()
        for at in lines.indices {
            let box = lines[at].box
            guard box.height < 1.1 * size, let ink = LetterInk(lines[at].text.unicodeScalars) else { continue }
            // As high as the type, not as its ink.
            let baseLine = box.bottom - ink.bottom * size
            lines[at].box = Box(
                left: box.left, top: min(box.top, baseLine - 0.88 * size), right: box.right,
                bottom: max(box.bottom, baseLine + 0.22 * size))
        }
    }

    /// Latin letters that run down the page: the line stands where it begins.
    private mutating func addTurned() {
        guard var box = line.box?.scaled(scale) else { return }
        box.bottom = min(box.bottom, box.top + size)
        lines = [sheetLine(whole[0].text, box)]
    }

    private mutating func addCharacters() {
        for word in line.words {
            guard var box = word.box?.scaled(scale) else { continue }
            // As wide as the type, not as its ink.
            let middle = (box.left + box.right) / 2
            box = Box(left: middle - size / 2, top: box.top, right: middle + size / 2, bottom: box.bottom)
            let letters = word.text.unicodeScalars.split { $0.properties.isWhitespace }
            // A number across the line is one character.
            if letters.count == 1, letters[0].count <= 3, letters[0].allSatisfy({ $0.value < 0x80 }),
                box.height < 1.4 * size
            {
                lines.append(sheetLine(String(letters[0]), box))
                continue
            }
            let characters = Array(word.text)
            let step = box.height / Double(max(1, characters.count))
            for (number, character) in characters.enumerated() where !character.isWhitespace {
                let top = box.top + step * Double(number)
                lines.append(
                    sheetLine(
                        String(character), Box(left: box.left, top: top, right: box.right, bottom: top + step)))
            }
        }
    }

    /// White space before a word.
    ///
    /// - Parameter gap: in points, from the word before it; nil where that is not known.
    private func space(between text: String, and word: AltoWord, gap: Double?) -> String {
        guard let last = text.unicodeScalars.last, let first = word.text.unicodeScalars.first else { return "" }
        if last.isSquare || first.isSquare {
            // Between Han a file may say that there is white space where there is none.
            guard let gap else { return "" }
            if gap > 0.75 * size { return "　" }
            let isLatin = [last, first].contains { $0.value < 0x2000 && $0.properties.isAlphabetic }
            return isLatin && word.followsSpace && gap > 0.35 * size ? " " : ""
        }
        // A word is a word; parts of one stand side by side.
        guard let gap, !word.followsSpace else { return " " }
        return gap > 0.1 * size ? " " : ""
    }

    private func sheetLine(_ text: String, _ box: Box) -> SheetLine {
        let bold = line.words.reduce(0) { $0 + ($1.style.isBold == true ? $1.text.utf8.count : -$1.text.utf8.count) }
        return SheetLine(text, box, size: size, isBold: bold > 0, font: line.words.first?.style.family ?? "")
    }
}
