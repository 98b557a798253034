import Markup
import Newspaper
import TextDecoding

extension Format {
    /// A page of the web that somebody saved: its article as one story.
    static let html = Format(
        type: .html, role: .page, suffixes: [".html", ".htm", ".xhtml", ".html.gz"]
    ) { (file, content) throws(SourceFault) in
        let bytes = try file.stream.rest()
        let text = PageEncoding.read(bytes, as: content.encoding)
        if let noise = bytes.withUnsafeBufferPointer({ FileType.noise($0, text) }) {
            throw .unsupported(path: file.path, noise, isPacked: file.depth > 0, likely: text.likely)
        }
        try content.add(SavedPage(text.utf8, file: file.path), text, of: file)
    }

    /// The same with its pictures in one file.
    static let webArchive = Format(
        type: .webArchive, role: .page, suffixes: [".mht", ".mhtml"]
    ) { (file, content) throws(SourceFault) in
        guard let archive = WebArchive(try file.stream.rest()) else { throw .damaged(path: file.path, .webArchive) }
        let text = PageEncoding.read(archive.page, as: content.encoding, declared: archive.encoding)
        try content.add(SavedPage(text.utf8, address: archive.address, file: file.path), text, of: file)
    }
}

extension ContentBuilder {
    /// Adds a page's article as a list of one story; the page of a digital paper waits for the others of its edition.
    fileprivate mutating func add(_ page: SavedPage, _ text: SourceText, of file: OpenFile) throws(SourceFault) {
        guard !page.blocks.isEmpty || page.paper?.list != nil else {
            throw .noText(path: file.path)
        }
        note(SourceNote(path: file.path, text))
        if page.paper != nil { return add(PaperEdition.Item(path: file.path, page: page)) }
        add(StoriesInMemory(Edition(title: page.site, language: page.language, stories: [page.story])), path: file.path)
    }
}

extension SavedPage {
    /// The article as a story; its id is its address's, so that it keeps it when its text is corrected, else its words'.
    var story: Story {
        var story = Story(
            section: section ?? site, headline: headline, byline: byline,
            credits: authors.map { Credit(.reporter, $0) } + photographers.map { Credit(.photographer, $0) }
                + editors.map { Credit(.editor, $0) },
            body: blocks, link: address)
        story.web.published = published
        story.web.modified = modified
        story.web.image = picture
        story.web.tags = tags
        if let address {
            story.id = StoryID(feed: "", item: address)
        } else {
            story.name(date: published.map { String($0.prefix(10)) })
        }
        return story
    }
}
