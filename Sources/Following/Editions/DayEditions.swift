import Feeds
import Files
import Glibc
import Newspaper

/// The days' editions of what is followed: a folder for each day, `2026-03-05`, with a JSON Feed for each source. Plain files are
/// all that there is: they may be copied, moved and deleted at any time.
package struct DayEditions: Sendable {
    /// The folder with the days.
    package let folder: FileName

    /// Days in a folder, which need not be there yet.
    package init(_ folder: FileName) { self.folder = folder }

    /// Stories of one source that are filed at once.
    package struct Delivery: Sendable {
        package var stories: [Story]
        /// What the source calls itself.
        package var title: String?
        package var language: String?
        package var feed: FeedDetails?
        /// The ids of those that stay in their own section.
        package var moved: Set<StoryID> = []

        /// All stories of a list, those first that it has first.
        package init(_ list: any StoryList) {
            self.init((0..<list.count).compactMap { list.story(at: $0) }, from: list)
        }

        /// Some of them.
        package init(_ stories: [Story], from list: any StoryList) {
            self.stories = stories
            (title, language, feed) = (list.title, list.language, list.feed)
        }
    }

    /// Files stories in a day's edition, before those that the same source has there already. What is there is never changed, and
    /// the file is replaced whole or not at all.
    ///
    /// - Parameters:
    ///   - rank: the source's place among those that are followed, from 0: the order of the day's sections.
    ///   - day: "2026-03-05".
    ///   - isHidden: files them beside the edition, in its folder `.hidden`.
    ///   - note: called with the file's name and all that is in it now, where something was not there.
    /// - Returns: the stories that were not there.
    @discardableResult
    package func file(
        _ delivery: Delivery, of source: FollowedSource, rank: Int, day: String, isHidden: Bool = false,
        note: (FileName, [Story]) -> Void = { _, _ in }
    ) throws(FileFault) -> [Story] {
        guard !delivery.stories.isEmpty else { return [] }
        let folder = isHidden ? folder.appending(day).appending(Self.hidden) : folder.appending(day)
        let name = Self.fileName(of: source)
        // It keeps its place of that day.
        let file = folder.appending(Self.file(named: name, in: folder) ?? FileName(Self.ranked(name, rank)))
        let earlier = try Self.stories(in: file)
        var seen = Set(earlier.map(\.id))
        var new = delivery.stories.filter { seen.insert($0.id).inserted }
        if let most = source.most { new = Array(new.prefix(max(0, most - earlier.count))) }
        guard !new.isEmpty else { return [] }
        let title = source.name ?? delivery.title ?? source.address.text
        for place in new.indices {
            if !delivery.moved.contains(new[place].id) { new[place].section = source.section ?? title }
            new[place].page = 0
            // As a paper names the agency.
            if !new[place].credits.contains(where: { $0.name == title }) {
                new[place].credits.append(Credit(.agency, title))
            }
        }
        var feed = delivery.feed ?? FeedDetails()
        if feed.address == nil, case .web(let address) = source.address { feed.address = address }
        let edition = Edition(
            title: title, language: source.language ?? delivery.language,
            stories: new + earlier, feed: feed)
        var bytes: [UInt8] = []
        do {
            try Feed.write(edition, fileName: name) { bytes += $0 }
        } catch {
            // Nothing that a story holds keeps it from being written.
            return []
        }
        // A round waits for the disk once.
        try AtomicFile.write(bytes, to: file, isDurable: false)
        note(file.last, edition.stories)
        return new
    }

    /// The ids of a source's stories on the last days of which there are editions.
    func recentStories(of source: FollowedSource) throws(FileFault) -> Set<StoryID> {
        let name = Self.fileName(of: source)
        var ids: Set<StoryID> = []
        for day in days.prefix(Self.recentDays) {
            for folder in [folder.appending(day), folder.appending(day).appending(Self.hidden)] {
                guard let file = Self.file(named: name, in: folder) else { continue }
                let list = try Self.list(in: folder.appending(file))
                ids.formUnion((0..<(list?.count ?? 0)).lazy.compactMap { list?.header(at: $0).id })
            }
        }
        return ids
    }

    /// The folder in a day's with what filters have kept from its edition; no edition itself.
    private static let hidden = ".hidden"
    /// The days that there are editions of, the last ones first.
    package var days: [String] { listFolder(folder).names.map(\.shown).filter { !$0.hasPrefix(".") }.sorted(by: >) }

    /// The files of a day, a source each, in the order of the sources.
    func files(on day: String) -> [FileName] {
        let names = listFolder(folder.appending(day)).names.filter { !$0.isHidden }
        return names.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }

    /// What is in one of them; nothing where it cannot be read.
    func stories(in file: FileName, on day: String) -> [Story] {
        (try? Self.stories(in: folder.appending(day).appending(file))) ?? []
    }

    /// What a source has in a day's edition; nothing where it has nothing that can be read.
    package func stories(of source: FollowedSource, on day: String) -> [Story] {
        let folder = folder.appending(day)
        let file = Self.file(named: Self.fileName(of: source), in: folder)
        return file.flatMap { try? Self.stories(in: folder.appending($0)) } ?? []
    }

    /// Days within which a round that was killed is made up for.
    private static let recentDays = 3

    /// The source's file in a day's folder, whatever its rank was that day.
    private static func file(named name: String, in folder: FileName) -> FileName? {
        listFolder(folder).names.first { $0.shown.dropFirst(rankDigits + 1) == name[...] }
    }

    /// The stories of a source's file; none where there is none, or nothing that can be read.
    private static func stories(in file: FileName) throws(FileFault) -> [Story] {
        guard let list = try list(in: file) else { return [] }
        return (0..<list.count).compactMap { list.story(at: $0) }
    }

    private static func list(in file: FileName) throws(FileFault) -> FeedList? {
        do throws(FileFault) {
            let bytes = try FileBytes.read(file, mayWait: false, limit: limit)
            return try? Feed.list(bytes)
        } catch {
            if error.code == ENOENT { return nil }
            throw error
        }
    }

    /// Bytes of a source's day that are read.
    private static let limit = 256 << 20
    private static let rankDigits = 3

    private static func ranked(_ name: String, _ rank: Int) -> String {
        let digits = String(min(max(rank, 0), 999))
        return String(repeating: "0", count: rankDigits - digits.utf8.count) + digits + " " + name
    }

    /// A file's name for a source, the same for the same address: what it is called, and what tells it from others of that name.
    static func fileName(of source: FollowedSource) -> String {
        let called: String
        switch (source.name, source.address) {
        case (let name?, _): called = name
        case (nil, .web(let address)):
            called = String(address.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "/" && $0 != "?" })
        case (nil, .path(let path)): called = path.split(separator: "/").last.map(String.init) ?? "source"
        case (nil, .command(let words)): called = words.first?.split(separator: "/").last.map(String.init) ?? "source"
        }
        var name = ""
        for scalar in called.unicodeScalars where name.utf8.count < 80 {
            let isPlain =
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || "-.".unicodeScalars.contains(scalar) && !name.isEmpty
            if isPlain {
                name.unicodeScalars.append(scalar)
            } else if !name.hasSuffix("-"), !name.isEmpty {
                name += "-"
            }
        }
        let id = StoryID(feed: "source", item: source.address.text).description.suffix(5)
        return (name.isEmpty || name.hasPrefix(".") ? "source" : name) + "-" + id.lowercased() + ".json"
    }
}
