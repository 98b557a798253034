import Newspaper

/// What the pages of an edition say about themselves and about the paper, collected page after page.
struct PageHeads {
    private(set) var pages: [Page] = []
    /// The paper's name, from the first banner.
    private(set) var title: String?

    mutating func add(_ page: LabeledPage, _ assembler: ItemAssembler, of source: PageSource) {
        let firstItem = assembler.drafts.first?.firstLine ?? page.lines.count
        var head = PageHead(page, furniture: assembler.furniture, firstItem: firstItem)
        head.complete(from: source.path)
        pages.append(head.page)
        pages[pages.count - 1].sheet = page.lines.first.flatMap { source.places.sheet(at: $0.start) }
        if title == nil { title = head.banner }
    }
}
