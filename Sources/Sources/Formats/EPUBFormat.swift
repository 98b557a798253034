import Newspaper

extension Format {
    /// EPUB 2 and 3: a book, or what calibre made of a newspaper. Its navigation names sections and stories.
    static let epub = Format(type: .epub, role: .archive, suffixes: [".epub"]) { (file, content) throws(SourceFault) in
        let zip = try ZipArchive(
            try file.stream.randomAccess(), path: file.path, as: .epub, limits: content.budget.limits)
        try content.add(book: zip)
    }
}

extension ContentBuilder {
    /// Adds the stories of a book, and says which of its documents could not be read.
    mutating func add(book zip: ZipArchive) throws(SourceFault) {
        if isLooking { return }
        var reader = try BookReader(BookArchive(zip, budget: budget), encoding: encoding)
        let edition = try reader.read { goesOn() }
        if let text = reader.note { note(SourceNote(path: zip.path, text)) }
        if edition.stories.isEmpty, !isStopped {
            throw reader.faults.first ?? .bookNoText(path: zip.path)
        }
        add(StoriesInMemory(edition), path: zip.path)
        for fault in reader.faults { note(fault) }
    }
}
