import Newspaper

/// What the pages of an edition say of themselves and of the paper, gathered page after page.
struct PageHeads {
    private(set) var pages: [Page] = []
    private(set) var title: String?

    mutating func add(_ sheet: Sheet, _ gathering: Gathering, path: String) {
        let firstItem = gathering.drafts.first?.firstLine ?? sheet.lines.count
        var head = PageHead(sheet, furniture: gathering.furniture, firstItem: firstItem)
        head.complete(from: path)
        pages.append(head.page)
        if title == nil { title = head.banner }
    }
}
