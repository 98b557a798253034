import Newspaper

extension PageTextEdition {
    /// Parses an edition source by source. Copies of a builder share what they have read so far: to look at an edition
    /// that is still growing, finish a copy.
    package struct Builder {
        private(set) var language = LanguageGuess()
        private(set) var store = SheetStore()
        private(set) var headers = HeaderChunks()
        private(set) var parts: [StoryPart] = []
        private(set) var laterParts: [Int: [StoryPart]] = [:]
        /// Sheets with stories that other pages may continue.
        private(set) var recent = RecentSheets()
        private var jumps = JumpIndex()
        private let room = Labelling.Room()

        package init() {}

        /// Stories so far.
        package var count: Int { headers.count }

        /// Adds a file of pages. `progress` is called after each page with the bytes of the source that are parsed, and
        /// returns whether to go on; the stories read until then count. Returns whether the source was read to its end.
        @discardableResult
        package mutating func add(_ source: PageSource, progress: (_ bytes: Int) -> Bool = { _ in true }) -> Bool {
            store.sources.append(source)
            return source.utf8.withUnsafeBufferPointer { bytes in
                language.add(bytes)
                return Sheet.read(bytes, room: room) { sheet, start, end in
                    add(sheet, start, path: source.path)
                    return progress(end)
                }
            }
        }

        /// The edition of all that was added.
        package consuming func finish() -> PageTextEdition { PageTextEdition(self) }

        private mutating func add(_ sheet: Sheet, _ start: SheetStart, path: String) {
            let gathering = Gathering(sheet)
            if start.startsPage { store.heads.add(sheet, gathering, path: path) }
            let page = store.heads.pages.count - 1
            let head = store.heads.pages[page]
            let number = Int32(store.places.count)
            store.places.append(
                SheetStore.Place(source: Int32(store.sources.count - 1), page: Int32(page), start: start))
            let parsed = ParsedSheet(sheet, gathering)
            let writer = StoryWriter(sheet.bytes, shape: sheet.shape)
            for place in parsed.drafts.indices {
                let outline = writer.outline(
                    parsed.drafts[place], page: page, section: parsed.sections[place] ?? head.name, date: head.date)
                let part = StoryPart(sheet: number, item: Int32(place))
                if outline.continues != nil || outline.continued != nil {
                    recent.insert(parsed, number: number)
                    let jump = JumpPart(
                        story: count, headline: outline.headline, continues: outline.continues,
                        continued: outline.continued)
                    if let first = jumps.add(jump, page: head.number) {
                        join(part, to: first)
                        continue
                    }
                }
                headers.append(outline.header)
                parts.append(part)
            }
        }

        /// Adds a later part to a story, and makes the story's header again: both parts' words are in it.
        private mutating func join(_ part: StoryPart, to first: Int) {
            laterParts[first, default: []].append(part)
            var story = store.story([parts[first]] + laterParts[first, default: []]) { number in
                if let kept = recent.find(number) { return kept }
                let parsed = store.parsed(number)
                recent.insert(parsed, number: number)
                return parsed
            }
            story.name(date: store.heads.pages[story.page].date)
            headers[first] = story.header
        }
    }
}

/// Headers in chunks, which neither move while their number grows nor are all there twice when a table is made of them.
struct HeaderChunks {
    private var chunks: [[StoryHeader]] = []
    private static let size = 1024

    var count: Int { chunks.isEmpty ? 0 : (chunks.count - 1) * Self.size + chunks[chunks.count - 1].count }

    subscript(place: Int) -> StoryHeader {
        get { chunks[place / Self.size][place % Self.size] }
        set { chunks[place / Self.size][place % Self.size] = newValue }
    }

    mutating func append(_ header: StoryHeader) {
        if count == chunks.count * Self.size {
            chunks.append([])
            chunks[chunks.count - 1].reserveCapacity(Self.size)
        }
        chunks[chunks.count - 1].append(header)
    }

    /// The headers as a table.
    consuming func table() -> HeaderTable {
        var table = HeaderTable()
        table.reserve(count)
        chunks.reverse()
        while let chunk = chunks.popLast() { for header in chunk { table.append(header) } }
        return table
    }
}
