import Markup
import Newspaper

/// The files of a book but for its ZIP file.
struct BookFiles {
    private let input: ExportInput
    private let contents: BookContents

    init(_ input: ExportInput, _ contents: BookContents) {
        self.input = input
        self.contents = contents
    }

    private static let prolog = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"

    static var container: XMLText {
        var text = XMLText()
        text.append(prolog)
        text.append(
            """
            <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
            <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
            </rootfiles></container>

            """)
        return text
    }

    // MARK: - Stories

    /// A story as a document of its own.
    static func document(_ story: Story, title: String, language: String) -> XMLText {
        var text = XMLText()
        text.beginDocument(title: title, language: language, style: "../style.css")
        func meta(_ name: String, _ content: String?) {
            guard let content else { return }
            text.append("<meta name=\"\(name)\" content=\"")
            text.append(text: content)
            text.append("\"/>\n")
        }
        meta(StoryMarkup.id, story.id.description)
        if story.kind != .story { meta(StoryMarkup.kind, story.kind.rawValue) }
        for credit in story.credits { meta(StoryMarkup.credited, credit.role.rawValue + ": " + credit.name) }
        meta("article:published_time", story.web.published)
        for tag in story.web.tags { meta("article:tag", tag) }
        if let link = story.link.flatMap({ Link($0) }) {
            text.append("<link rel=\"canonical\" href=\"")
            text.append(text: link.address)
            text.append("\"/>\n")
        }
        text.append("</head>\n<body>\n")
        text.append(story, rank: 1, pictures: .placeholder("../picture.svg"))
        text.append("</body>\n</html>\n")
        return text
    }

    // MARK: - Navigation

    /// The navigation of EPUB 3 (7).
    var navigation: XMLText {
        var text = XMLText()
        text.beginDocument(title: input.title, language: input.language, style: "style.css")
        text.append("</head>\n<body>\n<nav epub:type=\"toc\">\n<h1>")
        text.append(text: input.title)
        text.append("</h1>\n<ol>\n")
        for (name, entries) in contents.sections {
            if let name {
                text.append("<li><span>")
                text.append(text: name)
                text.append("</span>\n<ol>\n")
            }
            for entry in entries {
                text.append("<li><a href=\"\(entry.path)\">")
                text.append(text: entry.title)
                text.append("</a></li>\n")
            }
            if name != nil { text.append("</ol></li>\n") }
        }
        // A list has an item at least.
        if contents.sections.isEmpty { text.append("<li><a href=\"nav.xhtml\">–</a></li>\n") }
        text.append("</ol>\n</nav>\n</body>\n</html>\n")
        return text
    }

    /// That of EPUB 2 (OPF 2.0.1, 2.4.1).
    var ncx: XMLText {
        var text = XMLText()
        text.append(Self.prolog)
        text.append("<ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\" version=\"2005-1\">\n<head>\n")
        text.append("<meta name=\"dtb:uid\" content=\"\(identifier)\"/>\n</head>\n<docTitle>")
        text.append("text", text: input.title)
        text.append("</docTitle>\n<navMap>\n")
        var order = 0
        for (number, section) in contents.sections.enumerated() {
            if let name = section.name {
                // A section is where its first story is.
                text.append("<navPoint id=\"section-\(number + 1)\" playOrder=\"\(order + 1)\">\n<navLabel>")
                text.append("text", text: name)
                text.append("</navLabel>\n<content src=\"\(section.entries[0].path)\"/>\n")
            }
            for entry in section.entries {
                order += 1
                text.append("<navPoint id=\"story-\(order)\" playOrder=\"\(order)\">\n<navLabel>")
                text.append("text", text: entry.title)
                text.append("</navLabel>\n<content src=\"\(entry.path)\"/>\n</navPoint>\n")
            }
            if section.name != nil { text.append("</navPoint>\n") }
        }
        if contents.sections.isEmpty {
            text.append("<navPoint id=\"story-1\" playOrder=\"1\"><navLabel><text>–</text></navLabel>")
            text.append("<content src=\"nav.xhtml\"/></navPoint>\n")
        }
        text.append("</navMap>\n</ncx>\n")
        return text
    }

    // MARK: - The package

    /// What identifies the edition: made of its name, its day and its stories, so that it is the same at every export.
    private var identifier: String {
        let words = [input.title, input.list.date ?? ""] + contents.entries.map(\.id.description)
        let bits = ["1", "2"].map { StoryID(feed: $0, item: words.joined(separator: "\n")).bits }
        func digits(_ number: UInt64) -> String {
            let text = String(number, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }
        // A UUID of version 8, whose bits are its maker's (RFC 9562, 5.8).
        let (high, low) = (digits(bits[0]), digits(bits[1] & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000))
        let (first, second) = (high.prefix(8), high.dropFirst(8).prefix(4))
        return "urn:uuid:\(first)-\(second)-8\(high.suffix(3))-\(low.prefix(4))-\(low.suffix(12))"
    }

    /// The package document (EPUB 3.3, 5).
    var package: XMLText {
        var text = XMLText()
        text.append(Self.prolog)
        text.append(
            "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\">\n<metadata "
                + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<dc:identifier id=\"id\">\(identifier)</dc:identifier>\n"
        )
        text.append("dc:title", text: input.title)
        text.append("dc:language", text: input.language)
        text.append("dc:date", text: input.list.date)
        let feed = input.list.feed ?? FeedDetails()
        for author in feed.authors { text.append("dc:creator", text: author.name) }
        text.append("dc:description", text: feed.description)
        for tag in feed.tags { text.append("dc:subject", text: tag) }
        // Where no day is known it is the first that a ZIP file can name, so that each export gives the same.
        text.append("<meta property=\"dcterms:modified\">\(contents.day ?? "1980-01-01")T00:00:00Z</meta>\n")
        text.append(
            """
            </metadata>
            <manifest>
            <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
            <item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
            <item id="style" href="style.css" media-type="text/css"/>
            <item id="picture" href="picture.svg" media-type="image/svg+xml"/>

            """)
        let entries = contents.entries
        for (number, entry) in entries.enumerated() {
            text.append(
                "<item id=\"story-\(number + 1)\" href=\"\(entry.path)\" media-type=\"application/xhtml+xml\"/>\n")
        }
        text.append("</manifest>\n<spine toc=\"ncx\">\n")
        for number in entries.indices { text.append("<itemref idref=\"story-\(number + 1)\"/>\n") }
        if entries.isEmpty { text.append("<itemref idref=\"nav\"/>\n") }
        text.append("</spine>\n</package>\n")
        return text
    }

    // MARK: - Files that are the same in each book

    static let style = """
        header { margin-bottom: 1em; }
        h1, .kicker, .deck, .byline { text-align: center; margin: 0.3em 0; text-indent: 0; }
        p { margin: 0; text-indent: 2em; }
        li > p, dd > p, blockquote > p, .printed-photo { text-indent: 0; }
        blockquote { margin: 0.6em 2em; }
        figure { margin: 1em 0; text-align: center; }
        figure img { width: 4em; }
        figcaption, .printed-photo { font-size: 0.9em; }
        .jump-from, .jump-to { text-align: right; }
        ul.plain { list-style: none; }
        pre { white-space: pre-wrap; }
        td { padding-right: 1em; vertical-align: top; }

        """

    /// Stands for pictures that are on the web.
    static let picture = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40" width="60" height="40"><rect x="1" y="1" width="58" height="38" \
        fill="none" stroke="#888" stroke-width="2"/><path d="M6 34 22 16l10 11 7-7 15 14z" fill="#888"/></svg>

        """
}

extension XMLText {
    /// Begins a document, up to the end of what every head has.
    fileprivate mutating func beginDocument(title: String, language: String, style: String) {
        append(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" "
        )
        append("xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"")
        append(text: language)
        append("\" xml:lang=\"")
        append(text: language)
        append("\">\n<head>\n<meta charset=\"utf-8\"/>\n")
        append("title", text: title.isEmpty ? "–" : title)
        append("<link rel=\"stylesheet\" type=\"text/css\" href=\"\(style)\"/>\n")
    }
}
