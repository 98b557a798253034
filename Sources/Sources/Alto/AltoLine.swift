import Newspaper
import PageLayout

/// A word of a scanned page; of scripts without spaces it may be a whole line, or one character.
struct AltoWord {
    /// Which part of a divided word it is.
    enum Part { case first, second }

    /// Fit to be shown, not only white space.
    var text: String
    /// Nil where it is not said.
    var box: Box?
    var style: AltoStyle
    /// Whether the file says that there is white space before it.
    var followsSpace: Bool
    /// Of a divided word: its part, and the whole.
    var whole: (part: Part, text: String)?

    init(_ text: String, _ box: Box?, _ style: AltoStyle, followsSpace: Bool) {
        (self.text, self.box, self.style, self.followsSpace) = (text, box, style, followsSpace)
    }

    /// The word that this part, without its hyphen, and the next one make up; nil where they are not those of one word.
    func joined(to next: AltoWord) -> String? {
        guard let whole, whole.part == .first, let other = next.whole, other.part == .second else { return nil }
        func letters(_ text: String) -> [Character] { text.filter { $0.isLetter || $0.isNumber || $0 == "-" } }
        // Marks at its ends may be the word's or not.
        return [text + next.text, text + "-" + next.text].first { letters($0) == letters(whole.text) }
    }
}

/// A line of a scanned page.
struct AltoLine {
    /// Nil where it is not said.
    var box: Box?
    /// The number of its text block.
    var block: Int
    var words: [AltoWord] = []
    /// What stands at its end because its last word is divided.
    private var hyphen = ""

    init(box: Box? = nil, block: Int) { (self.box, self.block) = (box, block) }

    /// A hyphen that is at the end of the line for the line's sake.
    mutating func hyphenate(_ content: String) {
        // The file says that printing put it there, however it is written: a soft hyphen goes where the line goes on.
        hyphen = ["\u{AD}", "-", "‐", "¬"].contains(content) ? "\u{AD}" : content
    }

    /// Whether it ends with the first part of a word whose second part begins the next; then takes that part from there.
    mutating func join(to next: inout AltoLine) {
        guard let last = words.indices.last, let first = next.words.first,
            let whole = words[last].joined(to: first)
        else { return }
        words[last].text = whole
        words[last].whole = nil
        hyphen = ""
        next.words.removeFirst()
        // The line begins where it did: it is not indented.
        if let gone = first.box, let box = next.words.first?.box { next.words[0].box = box.union(gone) }
    }

    /// The hyphen belongs to the last word.
    mutating func settleHyphen() {
        if !hyphen.isEmpty, let last = words.indices.last, words[last].text.last != "-" { words[last].text += hyphen }
        hyphen = ""
    }

    /// Letters in it.
    var count: Int { words.reduce(0) { $0 + $1.text.unicodeScalars.count } }

    /// Gives it a box, and each of its words one; false where nothing is known of either.
    mutating func settleBoxes() -> Bool {
        let known = words.compactMap(\.box)
        guard let box = known.dropFirst().reduce(known.first, { $0?.union($1) }) ?? box else { return false }
        let line = self.box ?? box
        self.box = line
        if known.count < words.count { spread(over: line) }
        return true
    }

    /// Puts the words beside each other, or below each other, as long as each has letters.
    private mutating func spread(over line: Box) {
        let isDown = line.height > 1.5 * line.width
        let step = (isDown ? line.height : line.width) / Double(max(1, count + words.count - 1))
        var at = isDown ? line.top : line.left
        for index in words.indices {
            let end = at + step * Double(words[index].text.unicodeScalars.count)
            words[index].box =
                isDown
                ? Box(left: line.left, top: at, right: line.right, bottom: end)
                : Box(left: at, top: line.top, right: end, bottom: line.bottom)
            at = end + step
        }
    }

    /// Whether it runs down the page.
    var isVertical: Bool {
        guard let box, count > 1 else { return false }
        return box.height > 1.6 * box.width
    }

    /// The size of its letters as far as their boxes tell, in the units of the file.
    var size: Double {
        let isVertical = isVertical
        var sizes: [(size: Double, letters: Int)] = []
        for word in words {
            guard let box = word.box else { continue }
            let letters = word.text.unicodeScalars
            if let ink = LetterInk(letters) {
                sizes.append(((isVertical ? box.width : box.height) / ink.height, letters.count))
            }
        }
        // Of Han some are flat.
        return sizes.weighted(at: 0.6) ?? min(box?.height ?? 0, box?.width ?? 0)
    }
}

/// How far letters reach above and below the base line, in ems: boxes of recognised words are as high as their ink.
struct LetterInk {
    private(set) var top = 0.0
    private(set) var bottom = 0.0

    var height: Double { top + bottom }

    private static let low = Set("acegmnopqrsuvwxyzıæœαγεηικμνοπρσςτυχωавгджзиклмнопстхцчшщъыьэюя".unicodeScalars)
    private static let deep = Set("gjpqyçQþµρμβγηφχψςξζруфцщ".unicodeScalars)

    /// Of a word; nil where it has no letter that tells.
    init?(_ word: String.UnicodeScalarView) {
        for scalar in word {
            if (0xAC00...0xD7A3).contains(scalar.value) || scalar.isSquare && scalar.properties.isAlphabetic {
                (top, bottom) = (0.84, 0.08)
                return
            }
            guard scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) else { continue }
            top = max(top, Self.low.contains(scalar) ? 0.48 : 0.7)
            if Self.deep.contains(scalar) { bottom = 0.21 }
        }
        if top == 0 { return nil }
    }
}

extension Unicode.Scalar {
    /// Whether it is as wide as it is high, and no space parts it from its neighbours.
    var isSquare: Bool {
        (0x2E80...0xA4CF).contains(value) || (0xF900...0xFAFF).contains(value) || (0xFE30...0xFE4F).contains(value)
            || (0xFF00...0xFFEF).contains(value) || value >= 0x20000
    }
}

extension [(size: Double, letters: Int)] {
    /// The size that so large a part of the letters is smaller than; nil where there are none.
    func weighted(at part: Double = 0.5) -> Double? {
        var left = Double(reduce(0) { $0 + $1.letters }) * part
        for (size, letters) in sorted(by: { $0.size < $1.size }) {
            left -= Double(letters)
            if left <= 0 { return size }
        }
        return last?.size
    }
}
