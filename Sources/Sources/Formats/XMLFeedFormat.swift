import Feeds

extension Format {
    /// RSS, RDF, Atom and CDF. By the name of XML, which pages have as well, a file is told by its content.
    static let xmlFeed = Format(
        type: .feedXML, role: .feed, suffixes: [".rss", ".atom", ".rdf", ".rss.gz", ".atom.gz", ".rdf.gz"]
    ) { (file, content) throws(SourceFault) in
        var reader = XMLFeedReader(as: content.encoding)
        let list: FeedList
        // What had arrived of a file that breaks off is kept.
        var end: SourceFault?
        do throws(FeedFault) {
            while content.goesOn(), let part = file.next(&end) {
                let stories = part.withUnsafeBufferPointer { reader.consume(UnsafeRawBufferPointer($0)) }
                if let stories { content.publish(growing: stories, path: file.path) }
            }
            list = try reader.finish()
        } catch {
            if error == .nestedEntities { throw .nestedEntities(path: file.path) }
            throw end ?? .unsupported(path: file.path, .xml, isPacked: file.depth > 0)
        }
        try content.add(list, of: file, .feedXML, end)
    }
}
