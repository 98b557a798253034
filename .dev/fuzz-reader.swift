import Localization
import Newspaper
import PageText
@testable import Reader
import Screen
import Settings
import TextDecoding
import Typesetting

/// One input: a count of steps, three bytes for each step, then a page; traps where a frame is not whole or a count is wrong.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReader(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    let steps = min(Int(bytes.first ?? 0) % 48, max(0, count - 1) / 3)
    let page = UnsafeBufferPointer(rebasing: bytes.dropFirst(1 + steps * 3))
    let text = TextDecoder.read(page).text
    require(String(validating: text.utf8, as: UTF8.self) != nil, "what was decoded is not UTF-8")
    let source = PageSource(path: "2026-03-06/01.txt", text: text)
    var reader = FuzzedReader(edition: placed(PageParser.edition(from: [source]), by: bytes))
    for step in 0..<steps {
        let place = 1 + step * 3
        reader.step(bytes[place], Int(bytes[place + 1]), Int(bytes[place + 2]))
        reader.check()
    }
    return 0
}

/// The edition with each story somewhere on its page, as a PDF gives it.
private func placed(_ edition: Edition, by bytes: UnsafeBufferPointer<UInt8>) -> Edition {
    var edition = edition
    func box(_ number: Int) -> Box {
        let sides = (0..<4).map { Double(bytes.isEmpty ? 0 : bytes[(number * 4 + $0) % bytes.count]) * 4 }
        return Box(left: sides[0], top: sides[1], right: sides[0] + sides[2], bottom: sides[1] + sides[3])
    }
    for at in edition.pages.indices {
        edition.pages[at].sheet = PageSheet(width: 1024, height: 1536, pictures: [box(at)])
    }
    for at in edition.stories.indices {
        edition.stories[at].places = [
            StoryPlace(page: edition.stories[at].page, box: box(at), heading: box(at + 1), pictures: [box(at + 2)])
        ]
    }
    return edition
}

/// Unlike `precondition`, it says what is wrong in an optimised build too.
private func require(_ holds: Bool, _ message: @autoclosure () -> String) {
    if !holds { fatalError(message()) }
}

/// The state that events are given to, and what is kept of it outside.
struct FuzzedReader {
    private var state: ReaderState
    /// As it was read.
    private let edition: Edition
    private var places: [StoryID: ReadingPlace] = [:]
    /// The search that runs, and what it has not given yet.
    private var search: StorySearch?

    private static let texts = Localization.languages.map { Localization(language: $0) }
    private static let editing: [Key] = [
        .enter, .escape, .backspace, .delete, .left, .right, .up, .down, .home, .end, .control("U"), .control("W"),
        .paste("\u{1B}[31m\n，"),
    ]
    private static let keys = ActionTable.rows.flatMap(\.keys)

    init(edition: Edition) {
        var edition = edition
        for index in edition.stories.indices where index % 3 < 2 {
            edition.stories[index].pictures = Self.pictures(index)
        }
        self.edition = edition
        state = ReaderState(StoriesInMemory(edition), texts: Self.texts[0], size: Size(columns: 80, rows: 24))
        check()
    }

    /// Gives the state one event, chosen by three bytes.
    mutating func step(_ kind: UInt8, _ first: Int, _ second: Int) {
        switch kind % 18 {
        case 0, 1: update(.resized(Self.size(first, second), ambiguousIsWide: [nil, false, true][first % 3]))
        case 2:
            // The button goes down, perhaps twice; it is moved, or goes up.
            let (column, row) = (first & 0x7F, second & 0x3F)
            switch (first >> 7) + (second >> 6) % 4 {
            case 0: press(.click(column: column, row: row))
            case 1: press(.doubleClick(column: column, row: row))
            case 2: press(.drag(column: column, row: row))
            default: press(.release(column: column, row: row))
            }
        case 3: press(.wheelUp(column: first, row: second))
        case 4: press(.wheelDown(column: first, row: second))
        case 5: press(.character(Unicode.Scalar(UInt32(first | second << 8)) ?? " "))
        case 6: press(.function(first % 64))
        case 7:
            // Marks are made elsewhere, of stories that are here and of others.
            var marks = state.stories.marks
            if second & 1 == 1 { marks.starred.formSymmetricDifference([StoryID(UInt64(first))]) }
            for position in 0..<state.stories.count where (first >> (position % 8)) & 1 == 1 {
                marks.read.formSymmetricDifference([state.stories.id(at: position)])
                if second & 2 == 2 { marks.starred.formSymmetricDifference([state.stories.id(at: position)]) }
            }
            update(.marked(marks))
        case 8:
            // The reader quits and comes back, to a terminal of another size or in another language.
            search = nil
            state = ReaderState(
                state.stories.base, marks: state.stories.marks, places: places,
                texts: Self.texts[second % Self.texts.count], depth: second & 128 == 0 ? .direct : .none,
                size: Self.size(first, second))
        case 9:
            // Words of the page are looked for, or what is beside them.
            press(.character(second & 128 == 0 ? "/" : "F"))
            press(.paste(words(first, second & 127)))
            if first & 1 == 1 { press(.enter) }
        case 10: press(Self.editing[first % Self.editing.count])
        case 11:
            // Pages come and go, or the reader chooses among days.
            if second & 128 == 0 {
                update(.updated(StoriesInMemory(changed(first, second)), marks: state.stories.marks, places: places))
            } else {
                update(
                    .editions((0..<first).map { EditionEntry(id: $0, date: Self.date($0, second), name: "副刊\($0)") }))
            }
        case 12:
            // A search gives what it has found, perhaps after another edition has been opened.
            guard var running = search else { break }
            let batch = running.next(bytes: 1 + first * 64)
            search = running.isDone ? nil : running
            update(.found(batch))
        case 13:
            switch first % 10 {
            case 9:
                update(.pictureDisplay(PictureDisplay([.none, .blocks, .graphics][second % 3])))
                update(.drawn)
            case 7: update(.background(isLight: second & 1 == 0))
            case 0: update(.progress(second & 1 == 0 ? nil : "正在打开 \(second)"))
            case 1: update(.message("找不到\u{2026}\u{2026}\(second)"))
            case 2: update(.colours(second & 1 == 0 ? .none : .direct))
            case 4: update(.time(state.attention.now + Int64(second) * 16))
            case 5: update(.notices((0..<second % 40).map { "\($0): \(words(first, $0))" }, title: "设置有误"))
            case 6: update(.unsaved(second))
            case 3: update(.rawPage(second & 1 == 0 ? nil : Self.rawPage, of: id(second)))
            default:
                var preferences = Preferences()
                preferences.reading.columns = second & 1 == 1
                preferences.reading.measure = 16 + second % 184
                update(.preferences(preferences, Self.texts[second % Self.texts.count]))
            }
        default: press(Self.keys[first % Self.keys.count])
        }
    }

    /// The edition with stories taken out or turned round, or with none.
    private func changed(_ first: Int, _ second: Int) -> Edition {
        var edition = edition
        edition.stories.removeAll { _ in first & 3 == 0 }
        if !edition.stories.isEmpty { edition.stories.remove(at: first % edition.stories.count) }
        for index in edition.stories.indices where second & 1 == 1 { edition.stories[index].body.reverse() }
        return edition
    }

    /// A story's id, or one that no story has.
    private func id(_ number: Int) -> StoryID {
        let count = state.stories.count
        return number & 2 == 0 && count > 0 ? state.stories.id(at: number % count) : StoryID(UInt64(number))
    }

    private static let rawPage = RawPage(lines: [
        RawPage.Line(text: "本报讯（记者  某某）", role: .story, kind: .byline, address: address("本报讯")),
        RawPage.Line(text: "桥头的渡船又开了，", role: .body, ruling: .begins, address: address("桥头")),
        RawPage.Line(text: "一天四班。", role: .body, isJoined: true, isMoved: true),
    ])

    private static let bitmap = Bitmap(width: 5, height: 3, bytes: (0..<45).map { UInt8($0 * 5) })

    /// Pictures of a story, of all proportions.
    private static func pictures(_ story: Int) -> [PrintedPicture] {
        (0..<story % 4).map { number in
            let box = Box(
                left: 0, top: 0, right: Double(story * 37 % 900), bottom: Double(number * 211 % 700))
            return PrintedPicture(file: [], page: story, box: box)
        }
    }

    private static func address(_ words: String) -> LineAddress {
        LineAddress(page: [1], words: words, before: "", after: "")
    }

    /// Any day, or none.
    private static func date(_ id: Int, _ second: Int) -> String? {
        id % 7 == 0 ? nil : "20\(10 + second % 20)-1\(id % 3)-\(10 + id % 19)"
    }

    /// Some text of the open story, from anywhere.
    private func words(_ place: Int, _ count: Int) -> String {
        guard let position = state.position, let text = state.stories.story(at: position).body.text(at: place) else {
            return "的"
        }
        return String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(place).prefix(1 + count % 12)))
    }

    /// Mostly sizes that are at hand, and each below; now and then a large one.
    private static func size(_ first: Int, _ second: Int) -> Size {
        second >= 250 ? Size(columns: 1 + first, rows: 70) : Size(columns: 1 + first % 140, rows: 1 + second % 40)
    }

    private mutating func press(_ key: Key) { update(.key(key)) }

    private mutating func update(_ event: ReaderEvent) {
        for effect in state.update(event) {
            switch effect {
            case .place(let story, let place): places[story] = place
            case .search(let request): search = StorySearch(state.stories.base, request)
            case .stopSearch: search = nil
            case .rawPage(let story): update(.rawPage(Self.rawPage, of: story))
            case .starredStories(let wanted):
                let guests = wanted.map {
                    ReadingList.Guest(story: Story(id: $0, headline: "桥头"), page: Page(name: "副刊"), paper: "桥头日报")
                }
                update(.starred(guests, read: Set(wanted.prefix(1)), places: places, missing: guests.count))
            case .openEdition(_, let page):
                update(.opened(StoriesInMemory(edition), marks: state.stories.marks, places: places, page: page))
            case .correct:
                let other = state.stories.count > 1 ? [state.stories.id(at: 0): state.stories.id(at: 1)] : [:]
                update(
                    .corrected(
                        StoriesInMemory(edition), marks: state.stories.marks, places: places, successors: other))
            case .pictures(let wanted):
                for (number, picture) in wanted.enumerated() {
                    update(.picture(picture, number % 3 == 2 ? nil : Self.bitmap))
                }
            case .editions: update(.editions([EditionEntry(id: 0, name: "副刊", isOpen: true)]))
            case .mark, .paneSizes, .themes, .cancel, .copy, .open, .pipe, .redraw, .quit: break
            }
        }
    }

    /// Rows as wide as the screen, no half of a wide cluster alone, nothing that steers a terminal, the cursor inside.
    func check() {
        let frame = state.compose()
        require(frame.size == state.size, "the frame has another size than the screen")
        require(frame.cells.count == frame.size.columns * frame.size.rows, "a row has another width")
        require((0..<frame.size.columns).contains(frame.cursor.column), "the cursor is outside")
        require((0..<frame.size.rows).contains(frame.cursor.row), "the cursor is outside")
        for row in 0..<frame.size.rows {
            let cells = frame[row: row]
            var column = cells.startIndex
            while column < cells.endIndex {
                require(!cells[column].isRightHalf, "a right half stands alone")
                let text = cells[column].text
                if text.utf8.count == 1, text.utf8.first! >= 0x20, text.utf8.first! < 0x7F {
                    column += 1
                    continue
                }
                let width = Typesetting.cells(of: text, ambiguousIsWide: state.settings.ambiguousIsWide)
                require(width == 1 || width == 2, "a cell holds no cluster")
                if width == 2 {
                    let next = column + 1
                    require(next < cells.endIndex && cells[next].isRightHalf, "a left half stands alone")
                }
                for scalar in text.unicodeScalars {
                    require(!Self.isHarmful(scalar), "what steers a terminal is shown")
                }
                column += width
            }
        }
        for picture in frame.pictures {
            let area = picture.area
            require(
                area.column >= 0 && area.row >= 0 && !area.isEmpty && area.column + area.columns <= frame.size.columns
                    && area.row + area.rows < frame.size.rows && picture.firstRow >= 0
                    && picture.firstRow + area.rows <= picture.rows, "a picture is not where it is seen")
        }
        if let find = state.search.find {
            require(find.current.map(find.hits.indices.contains) ?? true, "no such hit")
        }
        checkCounts()
    }

    /// What is maintained with each mark is what counting it anew gives.
    private func checkCounts() {
        let stories = state.stories
        require(stories.sections.indices.contains(state.lists.section), "no such section is open")
        require(state.position.map { $0 >= 0 && $0 < stories.count } ?? true, "no such story is open")
        for section in stories.sections {
            require(
                section.stories.allSatisfy { $0 >= 0 && $0 < stories.count }, "a section has a story that is not there")
            require(
                section.unread == section.stories.count { !stories.isRead($0) },
                "a section's unread stories are miscounted")
        }
        let minutes = (0..<stories.ownCount).reduce(0) {
            stories.isRead($1) ? $0 : $0 + Double(stories.header(at: $1).minutes)
        }
        // Sums of the same numbers in another order differ by their last digits.
        require(abs(minutes - stories.unreadMinutes) < 0.001, "the unread minutes are miscounted")
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
