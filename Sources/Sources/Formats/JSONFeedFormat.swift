import Feeds

extension Format {
    /// JSON Feed (jsonfeed.org).
    static let jsonFeed = Format(type: .jsonFeed, role: .feed, suffixes: [".json", ".json.gz"]) {
        (file, content) throws(SourceFault) in
        var reader = FeedReader()
        let list: FeedList
        // What had arrived of a file that breaks off is kept.
        var end: SourceFault?
        do throws(FeedFault) {
            while content.goesOn(), let part = file.next(&end) {
                let stories = try part.withUnsafeBufferPointer { bytes throws(FeedFault) in
                    try reader.consume(UnsafeRawBufferPointer(bytes))
                }
                if let stories { content.publish(growing: stories, path: file.path) }
            }
            list = try reader.finish()
        } catch {
            switch error {
            case .notAFeed, .nestedEntities: throw end ?? .unsupported(path: file.path, .json, isPacked: file.depth > 0)
            case .itemsAreNoList: throw end ?? .noItems(path: file.path)
            }
        }
        try content.add(list, of: file, .jsonFeed, end)
    }
}

extension ContentBuilder {
    /// Adds the stories of a feed, and what was wrong with it.
    ///
    /// - Parameter end: why no more of it could be read; nil where it was read to its end.
    mutating func add(_ list: FeedList, of file: OpenFile, _ type: FileType, _ end: SourceFault?) throws(SourceFault) {
        var note = SourceNote(path: file.path, encoding: list.encoding)
        note.isDeclared = list.isDeclared
        (note.feedFaults, note.feedFaultCount) = (list.faults, list.faultCount)
        self.note(note)
        add(list, path: file.path)
        let cut: SourceFault? = list.isCutShort && !isStopped ? .damaged(path: file.path, type) : nil
        guard let fault = end ?? cut else { return }
        guard case .damaged(let path, let type) = fault, list.count > 0 else { throw fault }
        throw .cutShort(path: path, type, stories: list.count, last: list.header(at: list.count - 1).title)
    }
}
