import Glibc

/// Reports which of some files and folders have changed: written to, made, removed, renamed or replaced. A folder changes
/// with the names in it, and when a file in it is closed after it was written to; not with what is in folders below it. What
/// is written all the time is reported all the time only where it is named.
///
/// The kernel reports changes (inotify), so that nothing is done while nothing happens: the program sleeps on `descriptor`
/// and asks for `changes` when it is readable. Symbolic links are watched with what they lead to; files that lie in a
/// watched folder as links to elsewhere are not, unless they are named too. A path that leads nowhere is watched for.
///
/// What inotify does not report is looked at now and then: files of network file systems, and those beyond the system's
/// limits. `pollInterval` says when. Not for use on several threads.
package final class FileWatch {
    private let inotify: Inotify?
    private lazy var networkMounts = NetworkMounts.current()
    /// How each path is watched.
    private var paths: [FileName: Set<Anchor>] = [:]
    /// What is done with the reports of each of inotify's watches.
    private var folders: [Int32: WatchedFolder] = [:]
    /// Paths that inotify does not report, as they were when they were last looked at.
    private var polled: [FileName: FileSnapshot] = [:]
    /// In milliseconds of the monotonic clock.
    private var lastPoll: Int64 = 0

    /// A part of what is watched for a path: a name in a folder, or all names in it.
    private struct Anchor: Hashable {
        var watch: Int32
        var name: FileName?
    }

    private struct WatchedFolder {
        /// Paths that change with that name in the folder.
        var names: [FileName: Set<FileName>] = [:]
        /// Paths that change with any name in it.
        var all: Set<FileName> = []

        var paths: Set<FileName> { names.values.reduce(all) { $0.union($1) } }
    }

    /// - Parameter usesInotify: false to look at everything now and then instead.
    package init(usesInotify: Bool = true) { inotify = usesInotify ? Inotify() : nil }

    /// Readable when something may have changed; nil where the system reports nothing.
    package var descriptor: Int32? { inotify?.descriptor }

    /// After how many milliseconds `changes` has to be called even if `descriptor` is not readable; nil where it need not.
    /// A second, or five where more than a few files have to be looked at.
    package var pollInterval: Int32? {
        guard !polled.isEmpty else { return nil }
        return polled.values.reduce(0) { $0 + $1.count } <= 64 ? 1000 : 5000
    }

    /// Watches these paths from now on, and no longer those from before that are not among them.
    package func watch(_ wanted: [FileName]) {
        let wanted = Set(wanted)
        for path in paths.keys where !wanted.contains(path) {
            release(path, keeping: [])
            paths[path] = nil
            polled[path] = nil
        }
        if polled.isEmpty { lastPoll = Self.now }
        arm(wanted.filter { paths[$0] == nil })
    }

    /// The watched paths that have changed since the last call, each once. Does not wait. It may name one that is as it was.
    package func changes() -> [FileName] {
        var changed: Set<FileName> = []
        /// Paths that may lead elsewhere now.
        var moved: Set<FileName> = []
        for event in inotify?.events() ?? [] {
            if event.isOverflow {
                changed.formUnion(paths.keys)
                moved.formUnion(paths.keys)
            }
            guard let folder = folders[event.watch] else { continue }
            if event.isOfFolder || event.isEnd {
                changed.formUnion(folder.paths)
                moved.formUnion(folder.paths)
                if event.isEnd { folders[event.watch] = nil }
            } else if let name = event.name {
                if !event.isUnfinished { changed.formUnion(folder.all) }
                if let named = folder.names[name] {
                    changed.formUnion(named)
                    if event.isOfEntries { moved.formUnion(named) }
                }
            }
        }
        let different = pollIfDue()
        changed.formUnion(different)
        arm(moved.union(different))
        return Array(changed).inOrder()
    }

    private func pollIfDue() -> [FileName] {
        // A little early: a caller's clock may be another one.
        guard let pollInterval, Self.now - lastPoll >= Int64(pollInterval) - 20 else { return [] }
        lastPoll = Self.now
        return polled.compactMap { path, known in FileSnapshot(path) == known ? nil : path }
    }

    // MARK: - Watching one path

    /// Has paths watched as they lead now.
    private func arm(_ paths: some Sequence<FileName>) {
        var folders: [FileName: Route] = [:]
        for path in paths { arm(path, &folders) }
    }

    private func arm(_ path: FileName, _ known: inout [FileName: Route]) {
        var links = 40
        var route = Route(isReported: false)
        if let inotify { route = finalRoute(to: path, inotify, &known, &links) }
        for anchor in route.anchors {
            if let name = anchor.name {
                folders[anchor.watch, default: WatchedFolder()].names[name, default: []].insert(path)
            } else {
                folders[anchor.watch, default: WatchedFolder()].all.insert(path)
            }
        }
        release(path, keeping: route.anchors)
        paths[path] = route.anchors
        polled[path] = route.isReported && !isOnNetwork(path) ? nil : FileSnapshot(path)
    }

    /// The way to what a path leads to, as it was looked up.
    private struct Route {
        /// All that decides where it leads: links, what is missing, and the last component.
        var anchors: Set<Anchor> = []
        /// Where it leads, without links; nil where a part is missing.
        var end: FileName?
        /// Whether inotify reports all of the anchors.
        var isReported = true
    }

    /// The route to a path, with what is watched at its end.
    private func finalRoute(
        to path: FileName, _ inotify: Inotify, _ known: inout [FileName: Route], _ links: inout Int
    ) -> Route {
        var route = route(to: path, isOnTheWay: false, inotify, &known, &links)
        guard let end = route.end else { return route }
        if FileStatus(end)?.isFolder == true {
            if let watch = inotify.watch(end, .closing) {
                route.anchors.insert(Anchor(watch: watch, name: nil))
            } else {
                route.isReported = false
            }
        } else if inotify.watch(end.parent, .writing) == nil {
            route.isReported = false
        }
        return route
    }

    /// - Parameters:
    ///   - isOnTheWay: whether it is only a folder above what is to be watched, which counts where it is a link or missing.
    ///   - known: the routes to such folders.
    ///   - links: how many more links are followed.
    private func route(
        to path: FileName, isOnTheWay: Bool, _ inotify: Inotify, _ known: inout [FileName: Route], _ links: inout Int
    ) -> Route {
        if path.parent == path { return Route(end: path) }
        if isOnTheWay, let route = known[path] { return route }
        var route = route(to: path.parent, isOnTheWay: true, inotify, &known, &links)
        guard let folder = route.end else { return route }
        let file = folder.appending(path.last)
        if isOnTheWay, file.linkTarget == nil, FileStatus(file)?.isFolder == true {
            route.end = file
        } else if let watch = inotify.watch(folder, .entries) {
            // It is looked at after it is watched, so that no change falls between.
            route.anchors.insert(Anchor(watch: watch, name: path.last))
            route.end = FileStatus(file) == nil ? nil : file
            if let target = file.linkTarget {
                route.end = nil
                links -= 1
                if links > 0 {
                    let further = self.route(to: target, isOnTheWay: isOnTheWay, inotify, &known, &links)
                    route.anchors.formUnion(further.anchors)
                    route.end = further.end
                    route.isReported = further.isReported
                }
            }
        } else {
            route.end = nil
            route.isReported = false
        }
        if isOnTheWay { known[path] = route }
        return route
    }

    /// Gives up what is watched for a path, but for what is kept.
    private func release(_ path: FileName, keeping kept: Set<Anchor>) {
        for anchor in paths[path] ?? [] where !kept.contains(anchor) {
            guard var folder = folders[anchor.watch] else { continue }
            if let name = anchor.name {
                folder.names[name]?.remove(path)
                if folder.names[name]?.isEmpty == true { folder.names[name] = nil }
            } else {
                folder.all.remove(path)
            }
            let isUnused = folder.names.isEmpty && folder.all.isEmpty
            folders[anchor.watch] = isUnused ? nil : folder
            if isUnused { inotify?.remove(anchor.watch) }
        }
    }

    private func isOnNetwork(_ path: FileName) -> Bool {
        var folder = path
        while true {
            if let status = FileStatus(folder) { return networkMounts.contains(status) }
            guard folder.parent != folder else { return false }
            folder = folder.parent
        }
    }

    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
