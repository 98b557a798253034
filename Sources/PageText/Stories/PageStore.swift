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

    var sources: [PageSource] = []
    var entries: [Entry] = []
    var heads = PageHeads()

    /// Parses a page again.
    func parsed(_ entry: Int32) -> ParsedPage {
        withPage(entry, workspace: Workspace()) { page, assembler in ParsedPage(page, assembler) }
    }

    /// Parses a page again and calls the body with it. The page is valid during the call only.
    func withPage<Result>(
        _ entry: Int32, workspace: Workspace, _ body: (LabeledPage, ItemAssembler) -> Result
    ) -> Result {
        let entry = entries[Int(entry)]
        return sources[Int(entry.source)].utf8.withUnsafeBufferPointer { bytes in
            let page = LabeledPage(at: entry.start, of: bytes, workspace: workspace)
            return body(page, ItemAssembler(page))
        }
    }

    /// The story that consists of the parts, which are in the order of print. Its id is not set.
    ///
    /// - Parameter parsed: returns the parsed page of an entry.
    func story(_ parts: [StoryPart], _ parsed: (Int32) -> ParsedPage) -> Story {
        var story = story(of: parts[0], on: parsed(parts[0].entry))
        for part in parts.dropFirst() {
            JumpJoining.append(self.story(of: part, on: parsed(part.entry)), to: &story)
        }
        return story
    }

    private func story(of part: StoryPart, on page: ParsedPage) -> Story {
        let entry = entries[Int(part.entry)]
        let item = Int(part.item)
        return sources[Int(entry.source)].utf8.withUnsafeBufferPointer { bytes in
            var story = StoryWriter(bytes, shape: page.shape).story(page.drafts[item], page: Int(entry.page))
            story.section = page.sections[item] ?? heads.pages[story.page].name
            return story
        }
    }
}
