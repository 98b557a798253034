import Localization
import Markup
import Newspaper

extension ExportFormat {
    /// EPUB 3 with the NCX of EPUB 2 beside it: sections and stories in the navigation, a document for each story. The same stories
    /// give the same bytes.
    static let epub = ExportFormat(name: "epub", isText: false) { input, write in
        let date = input.list.date
        guard let zip = ZipWriter(date: date) else { throw ZipFault() }
        // It comes first and as it is, so that the file can be told by its first bytes (EPUB 3.3, 4.3).
        try zip.add("mimetype", Array("application/epub+zip".utf8), isStored: true)
        try zip.add("META-INF/container.xml", BookFiles.container.bytes)
        var contents = BookContents(input)
        for position in 0..<input.list.count {
            guard let story = input.list.story(at: position) else { continue }
            let title = story.header.title.flatMap { $0.isEmpty ? nil : $0 } ?? input.texts(.untitled)
            let document = BookFiles.document(story, title: title, language: story.web.language ?? input.language)
            let path = contents.add(story, title: title)
            try zip.add("EPUB/" + path, document.bytes)
        }
        let files = BookFiles(input, contents)
        try zip.add("EPUB/package.opf", files.package.bytes)
        try zip.add("EPUB/nav.xhtml", files.navigation.bytes)
        try zip.add("EPUB/toc.ncx", files.ncx.bytes)
        try zip.add("EPUB/style.css", Array(BookFiles.style.utf8))
        try zip.add("EPUB/picture.svg", Array(BookFiles.picture.utf8))
        let bytes = try zip.finish()
        try write(bytes[...])
    }
}

extension ExportInput {
    /// BCP 47; "und" where nothing tells.
    var language: String { list.language ?? "und" }
}
