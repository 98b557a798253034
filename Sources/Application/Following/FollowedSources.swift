import Fetching
import Files
import Following
import Glibc
import Localization

/// What the reader follows, as `sources.toml` has it, and what can be done with it: one service for the commands and the reader.
package struct FollowedSources {
    private let environment: ProcessEnvironment
    private var bytes: [UInt8] = []
    private var content = SourcesFile()
    /// Why the file cannot be read; nil where it can, or where there is none.
    package private(set) var fileFault: FileFault?

    /// Reads the file.
    package init(_ environment: ProcessEnvironment) {
        self.environment = environment
        records = SourceRecords(in: environment.fetchingFolder)
        do throws(FileFault) {
            bytes = try FileBytes.read(file, mayWait: false, limit: SourcesFile.limit)
            content = SourcesFile(bytes)
        } catch {
            if error.code != ENOENT { fileFault = error }
        }
    }

    /// In their order.
    package var all: [FollowedSource] { content.sources }
    /// The filters of all of them.
    package var filters: [StoryFilter] { content.filters }
    /// What is wrong with the file.
    package var faults: [SourcesFile.Fault] { content.faults }
    package var file: FileName { environment.sourcesFile }

    /// The sources that somebody means by a name, a number of the list (from 1), or an address; their indices.
    package func indices(of words: String) -> [Int] {
        if let number = Int(words), all.indices.contains(number - 1) { return [number - 1] }
        let address = FollowedSource.Address(words)
        let exact = all.indices.filter { all[$0].address == address || all[$0].name == words }
        if !exact.isEmpty { return exact }
        let wanted = words.lowercased()
        return all.indices.filter { index in
            let name = name(of: all[index]).lowercased()
            return name == wanted || name.hasPrefix(wanted)
        }
    }

    /// What a source is called: by the reader, else by itself, else its address.
    package func name(of source: FollowedSource) -> String {
        source.name ?? records[source].title ?? source.address.text
    }

    // MARK: - Changes

    /// Adds sources at the end of the file; those that are there already are passed over.
    ///
    /// - Returns: how many were added.
    @discardableResult
    package mutating func add(_ sources: [FollowedSource]) throws(FileFault) -> Int {
        var changed = bytes
        var known = Set(all.map(\.address))
        var count = 0
        for source in sources where known.insert(source.address).inserted {
            changed = SourcesFile.adding(source, to: changed)
            count += 1
        }
        if count > 0 { try write(changed) }
        return count
    }

    /// Takes a source out of the file. What has come of it stays.
    package mutating func remove(_ index: Int) throws(FileFault) {
        try write(SourcesFile.removing(line: all[index].line, from: bytes))
    }

    /// Gives a source the address that it has moved to; false where the file's form leaves that to the reader.
    package mutating func move(_ source: FollowedSource, to address: FollowedSource.Address) throws(FileFault) -> Bool {
        // The file may have been changed while sources were asked.
        reread()
        guard let now = all.first(where: { $0.address == source.address }),
            let moved = SourcesFile.moving(line: now.line, to: address, in: bytes)
        else { return false }
        try FetchRound.move(source, to: address, in: environment.fetchingFolder)
        try write(moved)
        return true
    }

    private mutating func reread() { self = FollowedSources(environment) }

    /// Others may read the file as before; a new one nobody else.
    private mutating func write(_ new: [UInt8]) throws(FileFault) {
        let mode = FileStatus(file).map { UInt32($0.mode & 0o777) } ?? 0o600
        try AtomicFile.write(new, to: file, mode: mode)
        bytes = new
        content = SourcesFile(new)
    }

    // MARK: - Fetching

    /// What was remembered of each when the file was read.
    package let records: SourceRecords

    /// The day whose edition is being made, "2026-03-05".
    package var today: String { EditionDay().day(of: environment.now / 1000) ?? "" }

    /// A round of fetching; nil where there is no folder for the editions.
    package var round: FetchRound? {
        guard let editions = environment.editionsFolder else { return nil }
        let folders = FetchRound.Folders(
            editions: editions, state: environment.fetchingFolder, home: environment.home)
        return FetchRound(folders, day: EditionDay(), fetcher: fetcher) { [environment] in environment.now / 1000 }
    }

    /// What asks the web, by the proxies that the environment names.
    package var fetcher: Fetcher {
        var variables: [String: String] = [:]
        for name in ["http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"] {
            variables[name] = environment.variable(name)
        }
        let authorities = environment.path("SSL_CERT_FILE")
        return Fetcher(environment: variables, authorities: authorities)
    }
}
