import TestSupport

@testable import Sources

/// A book as its maker wrote it, to be packed as an EPUB.
struct Book {
    /// Of the package's `metadata`, besides a title.
    var metadata = "<dc:identifier id=\"id\">urn:lamp:7</dc:identifier><dc:language>en</dc:language>"
    var title = "The Lamp Almanac"
    /// Documents in the order of reading: their names in the folder of the package, and what is in their `body`.
    var documents: [(name: String, body: String)] = []
    /// Entries of the navigation: title, reference, entries in it.
    var entries: [Entry] = []
    /// Whether the navigation is an NCX, or that of EPUB 3; nil for none.
    var isNCX: Bool? = false
    /// What the package says in `guide`.
    var guide = ""
    /// Further files by their paths, which come in place of those of the same names.
    var files: [(path: String, bytes: [UInt8])] = []
    var mimetype = true

    struct Entry {
        var title: String
        var reference: String?
        var entries: [Entry]

        init(_ title: String, _ reference: String?, _ entries: [Entry] = []) {
            (self.title, self.reference, self.entries) = (title, reference, entries)
        }
    }

    static let container = """
        <?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
        <rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
        """

    static func document(_ body: String, title: String = "Lamp") -> String {
        """
        <?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" \
        xmlns:epub="http://www.idpf.org/2007/ops"><head><title>\(title)</title></head><body>\(body)</body></html>
        """
    }

    private var lists: String {
        func list(_ entries: [Entry]) -> String {
            let items = entries.map { entry in
                let name =
                    entry.reference.map { "<a href=\"\($0)\">\(entry.title)</a>" } ?? "<span>\(entry.title)</span>"
                return "<li>\(name)\(entry.entries.isEmpty ? "" : list(entry.entries))</li>"
            }
            return "<ol>\(items.joined())</ol>"
        }
        let landmarks = "<nav epub:type=\"landmarks\"><ol><li><a href=\"1.xhtml\">Start</a></li></ol></nav>"
        return Self.document("\(landmarks)<nav epub:type=\"toc\"><h1>Contents</h1>\(list(entries))</nav>")
    }

    private var points: String {
        func points(_ entries: [Entry]) -> String {
            entries.map { entry in
                "<navPoint><navLabel><text>\(entry.title)</text></navLabel><content src=\"\(entry.reference ?? "")\"/>"
                    + points(entry.entries) + "</navPoint>"
            }.joined()
        }
        return """
            <?xml version="1.0"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><docTitle><text>Other</text>\
            </docTitle><navMap>\(points(entries))</navMap><pageList><pageTarget><navLabel><text>9</text></navLabel>\
            <content src="1.xhtml"/></pageTarget></pageList></ncx>
            """
    }

    private var package: String {
        let items = documents.enumerated().map { number, document in
            "<item id=\"d\(number)\" href=\"\(document.name)\" media-type=\"application/xhtml+xml\"/>"
        }
        let references = documents.indices.map { "<itemref idref=\"d\($0)\"/>" }
        let navigation =
            switch isNCX {
            case true?: "<item id=\"ncx\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>"
            case false?: "<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>"
            case nil: ""
            }
        return """
            <?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata \
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf"><dc:title>\(title)</dc:title>\
            \(metadata)</metadata><manifest>\(items.joined())\(navigation)</manifest>\
            <spine\(isNCX == true ? " toc=\"ncx\"" : "")>\(references.joined())</spine><guide>\(guide)</guide></package>
            """
    }

    /// The EPUB.
    var bytes: [UInt8] {
        var all: [(path: String, bytes: [UInt8])] = [
            ("META-INF/container.xml", Array(Self.container.utf8)), ("OEBPS/content.opf", Array(package.utf8)),
        ]
        if let isNCX {
            all.append(isNCX ? ("OEBPS/toc.ncx", Array(points.utf8)) : ("OEBPS/nav.xhtml", Array(lists.utf8)))
        }
        for (name, body) in documents { all.append(("OEBPS/\(name)", Array(Self.document(body).utf8))) }
        var writer = ZipWriter()
        if mimetype { writer.add(Array("mimetype".utf8), Array("application/epub+zip".utf8), method: 0) }
        for (path, bytes) in all where !files.contains(where: { $0.path == path }) {
            writer.add(Array(path.utf8), bytes)
        }
        for (path, bytes) in files { writer.add(Array(path.utf8), bytes) }
        return writer.finish()
    }
}

extension Book {
    /// Two chapters, each in a document of its own.
    static var chapters: Book {
        var book = Book()
        book.documents = [("1.xhtml", "<h1>One</h1><p>Tide.</p>"), ("2.xhtml", "<h1>Two</h1><p>Ebb.</p>")]
        book.entries = [Book.Entry("One", "1.xhtml"), Book.Entry("Two", "2.xhtml")]
        return book
    }
}

extension TemporaryFolder {
    /// What is read of a book.
    func content(of book: Book, _ name: String = "a.epub") throws -> LoadedContent {
        try make(name, book.bytes)
        return load(path(name))
    }
}

extension LoadedContent {
    /// "section: headline", story by story.
    var stories: [String] {
        (0..<list.count).map { position in
            let story = list.story(at: position)!
            return "\(story.section ?? "–"): \(story.headline ?? "–")"
        }
    }

    /// The words of a story's blocks.
    func texts(_ position: Int = 0) -> [String] { list.story(at: position)?.body.map(\.text) ?? [] }
}
