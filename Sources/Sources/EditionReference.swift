import Files
import Markup
import Newspaper
import PageText

/// An edition that can be opened, and what names tell of it before it is read.
package struct EditionReference: Equatable, Sendable {
    /// Where it is: what stays the same when pages come and go.
    package let source: Source
    /// Its files in the order in which they are read; in an archive, paths there. Empty where only opening it tells.
    package let files: [FileName]
    /// "2026-03-06"; nil where no name holds a date.
    package let date: String?
    /// The folder's or file's own.
    package let name: String
    /// What the files' names say of the pages: their numbers where they have one.
    package let pages: [Page]

    /// - Parameter files: of a source that is no list of files itself.
    package init(_ source: Source, files: [FileName] = []) {
        let path: String
        var files = files
        switch source {
        case .files(let named):
            files = named
            path = named.first?.shown ?? ""
        case .folder(let place), .feeds(let place, _), .archive(let place): path = place.shown
        case .memory(let name): path = name
        }
        self.source = source
        self.files = files
        name = FileName(path).last.shown
        pages = files.map(Self.page)
        date =
            switch source {
            case .feeds(_, let date?): date
            case .folder(let place) where place.archive == nil && !files.isEmpty:
                PageParser.page(named: files[0].shown).date ?? Self.paperDate(files[0])
            case .folder where !files.isEmpty: PageParser.page(named: path).date ?? Self.paperDate(files[0])
            case .memory: nil
            default: PageParser.page(named: path).date
            }
    }

    /// The day in the path of a digital paper's page, whose folders are a month and a day.
    private static func paperDate(_ file: FileName) -> String? {
        let path = file.shown
        return PaperReference(path).flatMap {
            $0.kind == .page || $0.kind == .story ? PaperReference.date(in: path) : nil
        }
    }

    /// What a file's name says of its page: the number, where it has one.
    private static func page(named file: FileName) -> Page {
        let name = file.last.shown
        let page = PageParser.page(named: name)
        return page.number == nil ? Page(name: String(name.prefix { $0 != "." })) : page
    }
}
