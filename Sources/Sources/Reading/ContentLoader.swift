import Files
import Newspaper
import Synchronization
import TextDecoding

/// Reads editions. There is one for the program's life, since standard input can be read only once: what came from it is
/// kept here. Any thread may load.
package final class ContentLoader: Sendable {
    /// The files of editions that are on no disk, by the name of their source.
    private let memory: [String: [MemoryFile]]
    private let standardInput = Mutex<[UInt8]?>(nil)
    private let limits: ReadingLimits
    private let encoding: SourceText.Encoding?
    /// What encrypted PDFs open with: one of these.
    private let passwords: Mutex<[String]>
    private let corrections: CorrectionStore

    /// - Parameters:
    ///   - memory: what editions on no disk consist of, by their sources' names.
    ///   - encoding: how the pages on the disk are written; nil where that is to be found out.
    ///   - password: what encrypted PDFs open with.
    ///   - corrections: what readers have said about the lines of pages.
    package init(
        memory: [String: [MemoryFile]] = [:], limits: ReadingLimits = ReadingLimits(),
        encoding: SourceText.Encoding? = nil, password: String? = nil,
        corrections: CorrectionStore = CorrectionStore()
    ) {
        self.memory = memory
        self.limits = limits
        self.encoding = encoding
        passwords = Mutex(password.map { [$0] } ?? [])
        self.corrections = corrections
    }

    /// One more password that encrypted PDFs may open with.
    package func unlock(with password: String) { passwords.withLock { $0.append(password) } }

    /// Reads editions one after another; a file that cannot be read does not keep the others back.
    ///
    /// - Parameters:
    ///   - report: called before each file, and while stories are made of one; false stops, and what was read until then
    ///     counts.
    ///   - publish: called with the list as it has grown while the rest is being read: first when there is something to
    ///     show, then at growing distances.
    package func load(
        _ editions: [EditionReference], detail: LoadedContent.Detail = .stories,
        report: (LoadStep) -> Bool = { _ in true }, publish: (any StoryList) -> Void
    ) -> LoadedContent {
        withoutActuallyEscaping(publish) { read(editions, detail, report, publish: $0) }
    }

    /// The same where nobody wants to see the list before it is whole.
    package func load(
        _ editions: [EditionReference], detail: LoadedContent.Detail = .stories,
        report: (LoadStep) -> Bool = { _ in true }
    ) -> LoadedContent {
        read(editions, detail, report, publish: nil)
    }

    private func read(
        _ editions: [EditionReference], _ detail: LoadedContent.Detail, _ report: (LoadStep) -> Bool,
        publish: ((any StoryList) -> Void)?
    ) -> LoadedContent {
        withoutActuallyEscaping(report) { report in
            let fileCount = editions.reduce(0) { $0 + max($1.files.count, 1) }
            var builder = ContentBuilder(
                detail, limits, corrections, fileCount: fileCount, report: report, publish: publish)
            read(editions, into: &builder)
            return builder.finish()
        }
    }

    /// What reads PDFs.
    var pdfReader: PDFReader { PDFReader(passwords: passwords.withLock(\.self)) }

    /// The bytes of a document of the editions; nil where it is not there any more as it was.
    func document(
        named name: DocumentName, in editions: [EditionReference], while goesOn: () -> Bool
    ) -> [UInt8]? {
        withoutActuallyEscaping(goesOn) { goesOn in
            var builder = ContentBuilder(
                .sources, limits, corrections, fileCount: 0, report: { _ in goesOn() }, publish: nil)
            builder.look(for: name)
            read(editions, into: &builder)
            return builder.found
        }
    }

    private func read(_ editions: [EditionReference], into builder: inout ContentBuilder) {
        builder.passwords = passwords.withLock(\.self)
        var archive: ZipArchive?
        for edition in editions where !builder.isStopped {
            if case .memory = edition.source { builder.encoding = nil } else { builder.encoding = encoding }
            builder.read(edition) { read(edition, into: &$0, &archive) }
        }
    }

    /// - Parameter archive: the one that is open: it may have thousands of editions, and its directory is read as a whole.
    private func read(
        _ edition: EditionReference, into builder: inout ContentBuilder, _ archive: inout ZipArchive?
    ) {
        switch edition.source {
        case .files(let files):
            for file in files {
                builder.origin = file
                builder.read(file.shown) { builder throws(SourceFault) in
                    let goesOn = builder.patience
                    return file == FileName("-")
                        ? MemoryStream(try self.input(while: goesOn))
                        : try FileStream(file, limit: self.limits.fileBytes, while: goesOn)
                }
            }
        case .folder(let place), .feeds(let place, _), .archive(let place):
            if let name = place.archive {
                builder.origin = name
                do throws(SourceFault) {
                    if archive?.file != name { archive = try ZipArchive(name, limits: limits) }
                    if let archive { builder.read(edition, in: archive, depth: 1) }
                } catch {
                    builder.note(error)
                }
                return
            }
            let files = edition.source == .archive(place) ? [place.path] : edition.files
            for file in files {
                builder.origin = file
                builder.read(file.shown) { _ throws(SourceFault) in
                    try FileStream(file, limit: self.limits.fileBytes)
                }
            }
        case .memory(let name):
            builder.origin = nil
            for file in memory[name] ?? [] { builder.read(file.name) { _ in MemoryStream(file.bytes) } }
        }
    }

    /// All that standard input holds up to its end, or until its reading was stopped; the same at every call.
    private func input(while goesOn: @escaping () -> Bool) throws(SourceFault) -> [UInt8] {
        try standardInput.withLock { kept throws(SourceFault) in
            if let kept { return kept }
            let bytes = try FileStream(FileName("-"), limit: limits.fileBytes, while: goesOn).rest()
            kept = bytes
            return bytes
        }
    }
}
