import Files
import Newspaper
import Synchronization

/// Reads editions. There is one for the program's life, since standard input can be read only once: what came from it is
/// kept here. Any thread may load.
package final class ContentLoader: Sendable {
    /// The files of editions that are on no disk, by the name of their source.
    private let memory: [String: [MemoryFile]]
    private let standardInput = Mutex<[UInt8]?>(nil)
    /// The largest file, in bytes.
    private let limit: Int

    package init(memory: [String: [MemoryFile]] = [:], limit: Int = FileBytes.limit) {
        self.memory = memory
        self.limit = limit
    }

    /// Reads editions one after another; a file that cannot be read does not keep the others back.
    ///
    /// - Parameters:
    ///   - report: called before each file; false stops, and what was read until then counts.
    ///   - publish: called with the list as it has grown while the rest is being read, at growing distances.
    package func load(
        _ editions: [EditionReference], detail: LoadedContent.Detail = .stories,
        report: (LoadStep) -> Bool = { _ in true }, publish: (any StoryList) -> Void = { _ in }
    ) -> LoadedContent {
        withoutActuallyEscaping(report) { report in
            withoutActuallyEscaping(publish) { publish in
                var builder = ContentBuilder(detail: detail, report: report, publish: publish)
                builder.fileCount = editions.reduce(0) { $0 + max($1.files.count, 1) }
                for edition in editions where !builder.isStopped {
                    builder.begin(edition)
                    read(edition, into: &builder)
                    builder.endEdition()
                }
                return builder.finish()
            }
        }
    }

    private func read(_ edition: EditionReference, into builder: inout ContentBuilder) {
        switch edition.source {
        case .files(let files):
            for file in files {
                builder.read(file.shown) { () throws(SourceFault) in
                    file == FileName("-") ? MemoryStream(try self.input()) : try self.open(file, mayWait: true)
                }
            }
        case .folder(let place), .feeds(let place, _):
            guard place.archive == nil else { return }
            for file in edition.files {
                builder.read(file.shown) { () throws(SourceFault) in try self.open(file, mayWait: false) }
            }
        case .archive(let place):
            builder.read(place.shown) { () throws(SourceFault) in try self.open(place.path, mayWait: false) }
        case .memory(let name):
            for file in memory[name] ?? [] { builder.read(file.name) { MemoryStream(file.bytes) } }
        }
    }

    private func open(_ file: FileName, mayWait: Bool) throws(SourceFault) -> any ByteStream {
        try FileStream(file, mayWait: mayWait, limit: limit)
    }

    /// All that standard input holds up to its end; the same at every call.
    private func input() throws(SourceFault) -> [UInt8] {
        try standardInput.withLock { kept throws(SourceFault) in
            if let kept { return kept }
            let bytes = try FileStream(FileName("-"), mayWait: true, limit: limit).rest()
            kept = bytes
            return bytes
        }
    }
}
