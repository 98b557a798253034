import Files
import Glibc

/// Looks whether the files of an edition are others than they were: by their sizes and times, and the folder's own.
///
/// A change counts when it has settled: a file that is still being written has another size each time.
package struct EditionWatch: Sendable {
    private struct Stamp: Hashable {
        var size: off_t
        var seconds: Int
        var nanoseconds: Int
        var inode: ino_t

        init?(_ name: FileName) {
            var status = stat()
            guard name.withCString({ stat($0, &status) }) == 0 else { return nil }
            size = status.st_size
            seconds = status.st_mtim.tv_sec
            nanoseconds = status.st_mtim.tv_nsec
            inode = status.st_ino
        }
    }

    private struct Look: Hashable {
        var folder: Stamp?
        var pages: [FileName]
        var stamps: [Stamp?]
    }

    private let folder: FileName?
    /// What the pages that were read looked like, and what they looked like the last time.
    private var known: Look
    private var last: Look
    /// When to look again, in milliseconds.
    private var next: Int64 = 0

    private static let pause: Int64 = 500
    private static let settling: Int64 = 200

    /// - Parameters:
    ///   - folder: whose pages are the edition; nil for an edition of files that were named one by one.
    ///   - pages: those that were read.
    package init(folder: FileName?, pages: [FileName]) {
        self.folder = folder
        known = Look(folder: folder.flatMap(Stamp.init), pages: pages, stamps: pages.map(Stamp.init))
        last = known
    }

    /// When to look again, as a time in milliseconds.
    package var deadline: Int64 { next }

    /// The pages as they are now, where they are others than those that were read and have stopped changing; nil else.
    package mutating func changes(now: Int64) -> [FileName]? {
        guard now >= next else { return nil }
        var look = last
        if let folder {
            let stamp = Stamp(folder)
            if stamp == nil || stamp != look.folder { look.pages = EditionFinder.edition(in: folder).pages }
            look.folder = stamp
        }
        look.stamps = look.pages.map(Stamp.init)
        defer { last = look }
        // The folder's own time changes with files that are no pages, too.
        guard look.pages != known.pages || look.stamps != known.stamps else {
            next = now + Self.pause
            known.folder = look.folder
            return nil
        }
        next = now + Self.settling
        guard look == last, !look.pages.isEmpty else { return nil }
        known = look
        next = now + Self.pause
        return look.pages
    }
}
