import Newspaper

/// The pages of one digital paper as they were saved, put together: printed pages in their order, and on each its stories in theirs.
package struct PaperEdition {
    /// A saved page.
    package struct Item {
        /// Its file, fit to be shown.
        package var path: String
        package var page: SavedPage

        /// A page of a digital paper.
        package init(path: String, page: SavedPage) {
            self.path = path
            self.page = page
        }
    }

    /// A story at its place.
    package struct Placed {
        /// Index of the item that has it.
        package var item: Int
        /// Index into `pages`.
        package var page: Int
        package var places: [StoryPlace]
    }

    /// Those that have a story.
    package private(set) var pages: [Page] = []
    /// In the order of print.
    package private(set) var stories: [Placed] = []
    /// PDFs of pages that were read in place of what was saved of them.
    package private(set) var replacing: Set<PaperReference> = []
    /// The PDFs of pages all of whose stories were saved, whose words are exact, and the items that list them.
    package private(set) var covering: [PaperReference: Int] = [:]
    /// Names that PDFs of several pages have, each in a folder of its own.
    private var shared: Set<PaperReference> = []
    /// How many stories that pages list were not saved, and the first item that lists one.
    package private(set) var missing: (count: Int, item: Int)?

    /// Puts pages together.
    ///
    /// - Parameters:
    ///   - items: in the order of their files.
    ///   - documents: the PDFs that have been read, as not all of their stories were saved: their pages are left out.
    package init(_ items: [Item], besides documents: [PaperReference] = []) {
        var sheets = PaperSheets(items)
        sheets.place()
        let ordered = sheets.ordered
        var names: [PaperReference: PaperReference] = [:]
        for pdf in ordered.lazy.compactMap(\.pdf) {
            if let known = names[pdf], known != pdf.inFolder { shared.insert(pdf) }
            names[pdf] = pdf.inFolder
        }
        let documents = Set(documents.map { shared.contains($0) ? $0.inFolder : $0 })
        for sheet in ordered {
            let pdf = sheet.pdf.map { name(of: $0) }
            if sheet.isWhole, let pdf { covering[pdf] = sheet.listItem }
            if let pdf, documents.contains(pdf) {
                replacing.insert(pdf)
                continue
            }
            var placed = sheet.stories
            // Of a page whose stories nobody saved there is its list.
            if placed.isEmpty, let list = sheet.listItem { placed = [(list, [])] }
            guard !placed.isEmpty else { continue }
            if let list = sheet.listItem, sheet.missing > 0 {
                missing = ((missing?.count ?? 0) + sheet.missing, missing?.item ?? list)
            }
            let isPlaced = placed.contains { !$0.boxes.isEmpty }
            let page = pages.count
            pages.append(
                Page(
                    name: sheet.name.name, number: sheet.name.number, date: sheet.date,
                    sheet: isPlaced ? sheet.size.map(Self.sheet) : nil))
            for (item, boxes) in placed {
                stories.append(Placed(item: item, page: page, places: boxes.map { Self.place($0, page) }))
            }
        }
    }

    /// What `replacing` and `covering` call a PDF.
    package func name(of pdf: PaperReference) -> PaperReference { shared.contains(pdf) ? pdf.inFolder : pdf }

    /// Points of a pixel (CSS Values 3, 5.2).
    private static let points = 0.75

    private static func sheet(_ size: (width: Double, height: Double)) -> PageSheet {
        PageSheet(width: size.width * points, height: size.height * points)
    }

    /// What names a story stands at the top of its place.
    private static func place(_ pixels: Box, _ page: Int) -> StoryPlace {
        let box = Box(
            left: pixels.left * points, top: pixels.top * points, right: pixels.right * points,
            bottom: pixels.bottom * points)
        var heading = box
        heading.bottom = box.top + box.height / 4
        return StoryPlace(page: page, box: box, heading: heading)
    }
}

extension PaperPage {
    /// The list of the page's stories, as there is nothing else of them.
    package var blocks: [Block] {
        stories.compactMap { story in
            guard let title = story.title else { return nil }
            let spans = story.address.map { [Span(.link($0), 0..<title.utf8.count)] } ?? []
            return Block(.item, title, mark: "•", spans: spans)
        }
    }
}
