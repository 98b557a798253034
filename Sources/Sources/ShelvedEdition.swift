import Files
import Newspaper
import PageText

/// An edition that can be opened, and what names tell of it before it is read.
package struct ShelvedEdition: Equatable, Sendable {
    package enum Source: Hashable, Sendable {
        case folder(EditionFolder)
        case feed(FileName)
        /// Files that were named one by one.
        case files([FileName])
        /// Pages that are on no disk, under that name: standard input, the sample.
        case held(String)
    }

    package var source: Source
    /// "2026-03-06"; nil where no name holds a date.
    package var date: String?
    /// The folder's or file's own.
    package var name: String
    /// What the files' names call them: their numbers where they have one.
    package var pages: [Page]

    package init(_ source: Source) {
        self.source = source
        let (name, files): (String, [FileName]) =
            switch source {
            case .folder(let edition): (edition.folder.last.shown, edition.pages)
            case .feed(let file): (file.last.shown, [file])
            case .files(let files): (files.first?.last.shown ?? "", files)
            case .held(let name): (name, [])
            }
        self.name = name
        date = files.first.flatMap { PageParser.page(named: $0.shown).date }
        pages = files.map { file in
            let page = PageParser.page(named: file.last.shown)
            return page.number == nil ? Page(name: String(file.last.shown.prefix { $0 != "." })) : page
        }
    }

    /// What stays the same when pages come and go.
    package var key: [FileName] {
        switch source {
        case .folder(let edition): [edition.folder]
        case .feed(let file): [file]
        case .files(let files): files
        case .held(let name): [FileName(name)]
        }
    }

    /// Looks for changes of its pages; nil where they are on no disk.
    package var watch: EditionWatch? {
        switch source {
        case .folder(let edition): EditionWatch(folder: edition.folder, pages: edition.pages)
        case .feed(let file): EditionWatch(folder: nil, pages: [file])
        case .files(let files): EditionWatch(folder: nil, pages: files)
        case .held: nil
        }
    }

    /// The same edition with the pages that it has now.
    package func with(pages: [FileName]) -> ShelvedEdition {
        guard case .folder(let edition) = source else { return self }
        return ShelvedEdition(.folder(EditionFolder(folder: edition.folder, pages: pages)))
    }
}
