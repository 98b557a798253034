import Feeds

extension ExportFormat {
    /// JSON Feed 1.1 with the extension `_broadsheet`: all that is known of the stories, to be read again.
    static let json = ExportFormat(name: "json", isText: true) { input, write in
        try Feed.write(
            input.list, fileName: input.fileName, markup: { $0.body.saysMoreThanText ? $0.body.html : nil }, to: write)
    }
}
