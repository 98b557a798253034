import Glibc
import Files
import Newspaper

/// The stories of a source that have been filed on some day, by their ids: a file of lines, the last seen last. A feed gives the
/// same stories for weeks, and each is filed once.
struct SeenStories {
    private let file: FileName
    private(set) var ids: [StoryID]
    private var known: Set<StoryID>

    /// Ids that are kept of a source: more than any feed gives at a time.
    static let limit = 20_000

    /// - Parameter folder: with a file for each source.
    init(of source: FollowedSource, in folder: FileName) {
        file = folder.appending(Self.name(of: source))
        let bytes = (try? FileBytes.read(file, mayWait: false, limit: (Self.limit + 1) * (StoryID.digits + 1))) ?? []
        ids = bytes.split(separator: 0x0A).compactMap { StoryID(String(decoding: $0, as: UTF8.self)) }
        known = Set(ids)
    }

    func contains(_ id: StoryID) -> Bool { known.contains(id) }

    /// Whether nothing has been filed yet.
    var isEmpty: Bool { ids.isEmpty }

    /// Takes stories for seen; what has not been given any more for longest is forgotten first.
    mutating func add(_ new: [StoryID]) {
        let added = Set(new)
        ids.removeAll(where: added.contains)
        ids = Array((ids + new).suffix(Self.limit))
        known = Set(ids)
    }

    func save() throws(FileFault) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(ids.count * (StoryID.digits + 1))
        for id in ids { bytes += Array(id.description.utf8) + [0x0A] }
        try AtomicFile.write(bytes, to: file, isDurable: false)
    }

    /// The ids of a source that has moved are those of its new address.
    static func move(_ source: FollowedSource, to other: FollowedSource, in folder: FileName) {
        _ = folder.appending(name(of: source)).withCString { old in
            folder.appending(name(of: other)).withCString { rename(old, $0) }
        }
    }

    private static func name(of source: FollowedSource) -> String {
        StoryID(feed: "source", item: source.address.text).description.lowercased()
    }
}
