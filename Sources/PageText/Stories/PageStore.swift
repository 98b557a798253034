import Newspaper

/// The sources of an edition and where their pages begin, so that any page can be parsed again by itself.
struct PageStore {
    /// A page, or a piece of a very long one.
    struct Entry {
        /// Index into the sources.
        var source: Int32
        /// Index into the edition's pages.
        var page: Int32
        var start: PageStart
    }

    /// A line of a source.
    struct LinePlace {
        /// Index into the sources.
        var source: Int32
        /// UTF-8 offsets, without white space at its ends.
        var range: Range<Int>
    }

    var sources: [PageSource] = []
    var entries: [Entry] = []
    var heads = PageHeads()
    /// The lines that belong to the pages and to no story.
    var furniture: [LinePlace] = []

    /// The text of a line.
    func text(_ line: LinePlace) -> String {
        sources[Int(line.source)].utf8.withUnsafeBufferPointer { String(of: $0, line.range) }
    }

    /// Parses a page again.
    func parsed(_ entry: Int32) -> ParsedPage {
        withPage(entry, workspace: Workspace()) { page, assembler in ParsedPage(page, assembler) }
    }

    /// Parses a page again and calls the body with it. The page is valid during the call only.
    func withPage<Result>(
        _ entry: Int32, workspace: Workspace, _ body: (LabeledPage, ItemAssembler) -> Result
    ) -> Result {
        let entry = entries[Int(entry)]
        let source = sources[Int(entry.source)]
        return source.utf8.withUnsafeBufferPointer { bytes in
            let page = LabeledPage(at: entry.start, of: bytes, settled: source.settled, workspace: workspace)
            return body(page, ItemAssembler(page))
        }
    }

    /// The story that consists of the parts, at least one, which are in the order of print. Its id is not set.
    func story(_ parts: some Sequence<PartDraft>) -> Story {
        var parts = parts.makeIterator()
        guard let first = parts.next() else { return Story() }
        var whole = story(of: first)
        var isJoined = false
        while let part = parts.next() {
            JumpJoining.append(story(of: part), to: &whole)
            isJoined = true
        }
        if isJoined { JumpJoining.complete(&whole) }
        return whole
    }

    private func story(of part: PartDraft) -> Story {
        let entry = entries[Int(part.entry)]
        let source = sources[Int(entry.source)]
        return source.utf8.withUnsafeBufferPointer { bytes in
            let writer = StoryWriter(bytes, shape: part.shape, pictures: source.pictures)
            var story = writer.story(part.draft, page: Int(entry.page))
            let place = source.places.place(of: part.draft, page: Int(entry.page))
            if let place { story.places = [place] }
            story.section = part.section ?? heads.pages[story.page].name
            return story
        }
    }
}
