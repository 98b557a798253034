import Feeds

extension Format {
    /// OPML: the feeds that somebody follows.
    static let opml = Format(type: .opml, role: .feed, suffixes: [".opml", ".opml.gz"]) {
        (file, content) throws(SourceFault) in
        // What had arrived of a file that breaks off is kept.
        var end: SourceFault?
        var bytes: [UInt8] = []
        while content.goesOn(), let part = file.next(&end) { bytes += part }
        let list: OutlineList
        do throws(FeedFault) {
            list = try OutlineList(bytes, as: content.encoding)
        } catch {
            switch error {
            case .nestedEntities: throw .nestedEntities(path: file.path)
            case .itemsAreNoList: throw end ?? .noOutlines(path: file.path)
            case .notAFeed: throw end ?? .damaged(path: file.path, .opml)
            }
        }
        content.note(SourceNote(path: file.path, encoding: list.encoding))
        content.add(outlines: list)
        if let end { throw end }
        if list.isCutShort, !content.isStopped { throw .damaged(path: file.path, .opml) }
    }
}
