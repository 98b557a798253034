import Files
import Newspaper
import PageText

/// An edition that can be opened, and what names tell of it before it is read.
package struct EditionReference: Hashable, Sendable {
    /// Where it is: what stays the same when pages come and go.
    package var source: Source
    /// Its files in the order in which they are read; in an archive, paths there. Empty where only opening it tells.
    package var files: [FileName]
    /// "2026-03-06"; nil where no name holds a date.
    package var date: String?
    /// The folder's or file's own.
    package var name: String

    /// - Parameter files: of a source that is no list of files itself.
    package init(_ source: Source, files: [FileName] = []) {
        self.source = source
        self.files = files
        let path: String
        switch source {
        case .files(let named):
            self.files = named
            path = named.first?.shown ?? ""
        case .folder(let place), .feeds(let place, _), .archive(let place): path = place.shown
        case .memory(let name): path = name
        }
        name = FileName(path).last.shown
        switch source {
        case .feeds(_, let date?): self.date = date
        case .folder(let place) where !files.isEmpty && place.archive == nil:
            date = PageParser.page(named: files[0].shown).date
        case .memory: break
        default: date = PageParser.page(named: path).date
        }
    }

    /// What the files' names say of the pages: their numbers where they have one. Worked out anew at each call.
    package var pages: [Page] {
        files.map { file in
            let name = file.last.shown
            let page = PageParser.page(named: name)
            return page.number == nil ? Page(name: String(name.prefix { $0 != "." })) : page
        }
    }
}
