extension Format {
    /// One compressed file, of any other format.
    static let gzip = Format(type: .gzip, role: .page, suffixes: []) { (file, content) throws(SourceFault) in
        let depth = try file.innerDepth(content.budget.limits)
        let stream = try GzipStream(file.stream, path: file.path, budget: content.budget)
        try content.add(OpenFile(path: file.path, stream: stream, depth: depth))
    }
}
