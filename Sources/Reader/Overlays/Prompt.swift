/// A line that the reader types at the foot of the screen, and what it is for.
struct Prompt: Sendable, Equatable {
    enum Purpose: Sendable, Hashable {
        /// Words to find in the open story.
        case story
        /// Words to find in all stories.
        case edition
        /// Words or initials that narrow a list.
        case list
        /// A command that is to read the story.
        case command
    }

    let purpose: Purpose
    /// What stands before and after the cursor.
    private(set) var before = ""
    private(set) var after = ""
    /// How far back in the history the line is; what was typed before that is the draft.
    private var age = 0
    private var draft = ""

    /// Scalars that a line may have; what is typed or pasted beyond them is left out.
    static let limit = 256

    init(_ purpose: Purpose) { self.purpose = purpose }

    var words: String { before + after }

    /// Line breaks and tabs become spaces; other controls are left out.
    mutating func insert(_ text: some Sequence<Unicode.Scalar>) {
        var room = Self.limit - words.unicodeScalars.count
        for scalar in text where room > 0 {
            switch scalar.value {
            case 9, 10, 13: before.unicodeScalars.append(" ")
            case 0..<0x20, 0x7F..<0xA0: continue
            default: before.unicodeScalars.append(scalar)
            }
            room -= 1
        }
    }

    mutating func deleteBackward() { _ = before.popLast() }

    mutating func deleteForward() { if !after.isEmpty { after.removeFirst() } }

    mutating func deleteToStart() { before = "" }

    /// The word before the cursor and the spaces after it.
    mutating func deleteWord() {
        while before.last == " " { before.removeLast() }
        while let last = before.last, last != " " { before.removeLast() }
    }

    mutating func moveLeft() { if let character = before.popLast() { after = String(character) + after } }

    mutating func moveRight() { if !after.isEmpty { before.append(after.removeFirst()) } }

    mutating func moveToStart() { (before, after) = ("", words) }

    mutating func moveToEnd() { (before, after) = (words, "") }

    /// Brings back what was typed earlier, the latest last in `history`; steps are negative towards the past.
    mutating func recall(_ steps: Int, from history: [String]) {
        let wanted = max(0, min(history.count, age - steps))
        guard wanted != age else { return }
        if age == 0 { draft = words }
        age = wanted
        (before, after) = (age == 0 ? draft : history[history.count - age], "")
    }
}
