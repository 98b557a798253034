import Newspaper

extension PageTextEdition {
    /// Parses an edition source by source. Copies of a builder share what they have read so far: to look at an edition
    /// that is still growing, finish a copy.
    package struct Builder {
        private(set) var language = LanguageDetector()
        private(set) var store = PageStore()
        private(set) var headers = HeaderChunks()
        private(set) var parts: [StoryPart] = []
        private(set) var laterParts: [Int: [StoryPart]] = [:]
        /// What is above the later parts: their story has a headline already.
        private(set) var laterHeadings: [String] = []
        /// The first page, which an edition is opened at.
        private(set) var recent = RecentPages()
        private var jumps = JumpIndex()
        /// The parts of each story that goes on elsewhere, as it says, until its last one comes.
        private var open: [Int: [PartDraft]] = [:]
        private let workspace = Workspace()

        /// An edition of no pages yet.
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
                return LabeledPage.forEach(in: bytes, settled: source.settled, workspace: workspace) {
                    page, start, end in
                    add(page, start, of: source)
                    return progress(end)
                }
            }
        }

        /// The edition of all that was added.
        package consuming func finish() -> PageTextEdition { PageTextEdition(self) }

        /// Makes the headers of stories whose last part has not come.
        mutating func makeOpenHeaders() {
            for (story, parts) in open where parts.count > 1 { makeHeader(of: story, from: parts) }
        }

        private mutating func add(_ labeledPage: LabeledPage, _ start: PageStart, of source: PageSource) {
            let assembler = ItemAssembler(labeledPage)
            if start.isNewPage { store.heads.add(labeledPage, assembler, of: source) }
            let page = store.heads.pages.count - 1
            let head = store.heads.pages[page]
            let entry = Int32(store.entries.count)
            store.entries.append(
                PageStore.Entry(source: Int32(store.sources.count - 1), page: Int32(page), start: start))
            store.furniture += assembler.furniture.lazy.map { at in
                let line = labeledPage.lines[at]
                return PageStore.LinePlace(source: Int32(store.sources.count - 1), range: line.start..<line.end)
            }
            let parsed = ParsedPage(labeledPage, assembler)
            // The first story is the first to be read.
            if entry == 0 { recent.insert(parsed, entry: entry) }
            let writer = StoryWriter(labeledPage.bytes, shape: labeledPage.shape)
            for item in parsed.drafts.indices {
                let outline = writer.outline(
                    parsed.drafts[item], page: page, section: parsed.sections[item] ?? head.name, date: head.date)
                let part = StoryPart(entry: entry, item: Int32(item))
                if outline.continues != nil || outline.continued != nil {
                    let jump = JumpPart(
                        story: count, headline: outline.headline, continues: outline.continues,
                        continued: outline.continued)
                    let first = jumps.add(jump, page: head.number)
                    let goesOn = outline.continues != nil
                    if goesOn || first != nil { open[first ?? count, default: []].append(PartDraft(part, on: parsed)) }
                    if let first {
                        laterParts[first, default: []].append(part)
                        laterHeadings += [outline.kicker, outline.headline, outline.deck].compactMap(\.self)
                        if !goesOn, let all = open.removeValue(forKey: first) { makeHeader(of: first, from: all) }
                        continue
                    }
                }
                headers.append(outline.header)
                parts.append(part)
            }
        }

        /// Makes a story's header anew from all its parts: once, when all are there, and not with each of them.
        private mutating func makeHeader(of position: Int, from parts: [PartDraft]) {
            var story = store.story(parts)
            story.name(date: store.heads.pages[story.page].date)
            headers[position] = story.header
        }
    }
}
