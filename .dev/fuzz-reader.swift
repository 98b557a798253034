import Newspaper
import PageText
import Reader
import Screen
import Settings
import TextDecoding
import Localization
import Typesetting

/// One input: a count of steps, three bytes for each step, then a page; traps where a frame is not whole.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReader(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    let steps = min(Int(bytes.first ?? 0) % 48, max(0, count - 1) / 3)
    let page = UnsafeBufferPointer(rebasing: bytes.dropFirst(1 + steps * 3))
    let intake = TextDecoder.read(page).text
    precondition(String(validating: intake.utf8, as: UTF8.self) != nil, "the gate let bytes through that are no UTF-8")
    let source = PageSource(path: "2026-03-06/01.txt", text: intake)
    var reader = FuzzedReader(edition: PageParser.edition(from: [source]))
    for step in 0..<steps {
        let place = 1 + step * 3
        reader.take(bytes[place], Int(bytes[place + 1]), Int(bytes[place + 2]))
        reader.check()
    }
    return 0
}

/// The state that keys and sizes are given to, and what a sitting would write down of it.
struct FuzzedReader {
    private var state: ReaderState
    /// As it was read.
    private let edition: Edition
    private var places: [StoryID: ReadingPlace] = [:]

    private static let texts = Localization.languages.map { Localization(language: $0) }
    private static let editing: [Key] = [
        .enter, .escape, .backspace, .delete, .left, .right, .up, .down, .home, .end, .control("U"), .control("W"),
        .paste("\u{1B}[31m\n，"),
    ]
    private static let keys = ActionTable.rows.flatMap(\.keys)

    init(edition: Edition) {
        self.edition = edition
        state = ReaderState(edition: edition, texts: Self.texts[0], size: Size(columns: 80, rows: 24))
        check()
    }

    mutating func take(_ kind: UInt8, _ first: Int, _ second: Int) {
        switch kind % 16 {
        case 0, 1:
            state.size = Self.size(first, second)
            press(.resize)
        case 2: press(.click(column: first, row: second))
        case 3: press(.wheelUp(column: first, row: second))
        case 4: press(.wheelDown(column: first, row: second))
        case 5: press(.character(Unicode.Scalar(UInt32(first | second << 8)) ?? " "))
        case 6: press(.function(first % 64))
        case 7:
            // Another reader marks.
            var marks = state.marks
            if second & 1 == 1 { marks.starred.formSymmetricDifference([StoryID(UInt64(first))]) }
            state.take(marks)
            for (index, story) in state.edition.stories.enumerated() where (first >> (index % 8)) & 1 == 1 {
                state.marks.read.formSymmetricDifference([story.id])
            }
        case 8:
            // The reader quits and comes back, to a terminal of another size or in another language.
            state = ReaderState(
                edition: state.edition, marks: state.marks, places: places,
                texts: Self.texts[second % Self.texts.count], depth: second & 128 == 0 ? .direct : .none,
                size: Self.size(first, second))
        case 9:
            // Words of the page are looked for, or what is beside them.
            press(.character(second & 128 == 0 ? "/" : "F"))
            press(.paste(words(first, second & 127)))
            state.goOnFinding()
        case 10: press(Self.editing[first % Self.editing.count])
        case 11:
            // Pages come and go, or the reader chooses among days.
            if second & 128 == 0 {
                var edition = edition
                edition.stories.removeAll { _ in first & 3 == 0 }
                if !edition.stories.isEmpty { edition.stories.remove(at: first % edition.stories.count) }
                for index in edition.stories.indices where second & 1 == 1 { edition.stories[index].body.reverse() }
                state.take(edition, marks: state.marks, places: places)
            } else {
                state.show(editions: (0..<first).map { EditionEntry(id: $0, date: Self.date($0, second), name: "副刊\($0)") })
            }
        default: press(Self.keys[first % Self.keys.count])
        }
    }

    /// Any day, or none.
    private static func date(_ id: Int, _ second: Int) -> String? {
        id % 7 == 0 ? nil : "20\(10 + second % 20)-1\(id % 3)-\(10 + id % 19)"
    }

    /// Some text of a story, from anywhere.
    private func words(_ place: Int, _ count: Int) -> String {
        guard let text = state.story.flatMap({ state.edition.stories[$0].body.text(at: place) }) else { return "的" }
        return String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(place).prefix(1 + count % 12)))
    }

    /// Mostly sizes that are at hand, and each below; now and then a large one.
    private static func size(_ first: Int, _ second: Int) -> Size {
        second >= 250 ? Size(columns: 1 + first, rows: 70) : Size(columns: 1 + first % 140, rows: 1 + second % 40)
    }

    private mutating func press(_ key: Key) {
        for effect in state.press(key) {
            switch effect {
            case .place(let story, let place): places[story] = place
            case .starredStories(let wanted):
                let elsewhere = wanted.map { Edition(pages: [Page(name: "副刊")], stories: [Story(id: $0, headline: "桥头")]) }
                state.show(starred: elsewhere, places: places, missing: elsewhere.count)
            case .openEdition(_, let page):
                state.open(edition, marks: state.marks, places: places, page: page)
            case .editions: state.show(editions: [EditionEntry(id: 0, name: "副刊", isOpen: true)])
            default: break
            }
        }
    }

    /// Rows as wide as the screen, no half of a wide cluster alone, nothing that steers a terminal, the cursor inside.
    func check() {
        let frame = state.compose()
        precondition(frame.size == state.size, "the frame has another size than the screen")
        precondition(frame.cells.count == frame.size.columns * frame.size.rows, "a row has another width")
        precondition((0..<frame.size.columns).contains(frame.cursor.column), "the cursor is outside")
        precondition((0..<frame.size.rows).contains(frame.cursor.row), "the cursor is outside")
        for row in 0..<frame.size.rows {
            let cells = frame[row: row]
            var column = cells.startIndex
            while column < cells.endIndex {
                precondition(!cells[column].isRightHalf, "a right half stands alone")
                let text = cells[column].text
                if text.utf8.count == 1, text.utf8.first! >= 0x20, text.utf8.first! < 0x7F {
                    column += 1
                    continue
                }
                let width = Typesetting.cells(of: text)
                precondition(width == 1 || width == 2, "a cell holds no cluster")
                if width == 2 {
                    let next = column + 1
                    precondition(next < cells.endIndex && cells[next].isRightHalf, "a left half stands alone")
                }
                for scalar in text.unicodeScalars {
                    precondition(!Self.isHarmful(scalar), "what steers a terminal is shown")
                }
                column += width
            }
        }
        if let find = state.find {
            precondition(find.current.map(find.hits.indices.contains) ?? true, "no such hit")
        }
        precondition(state.sections.indices.contains(state.section), "no such section is open")
        precondition(state.story.map(state.edition.stories.indices.contains) ?? true, "no such story is open")
    }

    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x20, 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFE00...0xFE0F, 0xFFF0...0xFFFB, 0xE0000...0xE0FFF:
            true
        default: false
        }
    }
}

extension [Block] {
    /// The text of one of them; nil where there is none.
    func text(at number: Int) -> String? { isEmpty ? nil : self[number % count].text }
}
