import Glibc

/// The kernel's reports of what changes in folders (inotify(7)).
final class Inotify {
    /// One report.
    struct Event {
        /// The number of the folder's watch.
        var watch: Int32
        /// The name in the folder; nil where the folder itself is meant.
        var name: FileName?
        /// A name in the folder came, went or now leads to another file; else what it leads to was changed.
        var isOfEntries: Bool
        /// A file is being written, by somebody who has not closed it yet.
        var isUnfinished: Bool
        /// The folder was removed, renamed or unmounted.
        var isOfFolder: Bool
        /// The kernel has dropped the watch.
        var isEnd: Bool
        /// Reports were lost, so that everything may have changed.
        var isOverflow: Bool
    }

    /// What is reported of a folder, each with what is before it.
    enum Detail: Int, Comparable {
        /// Which names there are.
        case entries
        /// That a file in it was written to and closed, or its attributes were changed.
        case closing
        /// Each time that a file in it is written to.
        case writing

        static func < (one: Detail, other: Detail) -> Bool { one.rawValue < other.rawValue }
    }

    /// Readable while there are events.
    let descriptor: Int32

    private static let entries = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO
    private static let folder = IN_DELETE_SELF | IN_MOVE_SELF
    private static let closing = IN_CLOSE_WRITE | IN_ATTRIB

    /// Nil where the system has none, or this user no more of them.
    init?() {
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        if descriptor < 0 { return nil }
    }

    deinit { close(descriptor) }

    /// Has a folder watched, and returns the number of its watch: the same one for the same folder under any name. Nil,
    /// with the reason in `errno`, where that cannot be had.
    ///
    func watch(_ folder: FileName, _ detail: Detail) -> Int32? {
        var mask = Self.entries | Self.folder | IN_ONLYDIR
        if detail >= .closing { mask |= Self.closing }
        if detail >= .writing { mask |= IN_MODIFY }
        let watch = folder.withCString { inotify_add_watch(descriptor, $0, UInt32(mask) | UInt32(IN_MASK_ADD)) }
        return watch < 0 ? nil : watch
    }

    func remove(_ watch: Int32) { inotify_rm_watch(descriptor, watch) }

    /// What has been reported since the last time. Does not wait.
    func events() -> [Event] {
        var events: [Event] = []
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
            while true {
                let count = read(descriptor, buffer.baseAddress, buffer.count)
                if count < 0, errno == EINTR { continue }
                if count <= 0 { return }
                var place = 0
                while place + MemoryLayout<inotify_event>.size <= count {
                    let header = buffer.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
                    place += MemoryLayout<inotify_event>.size
                    let name = buffer[place..<min(place + Int(header.len), count)].prefix { $0 != 0 }
                    place += Int(header.len)
                    events.append(Self.event(header, name: name.isEmpty ? nil : FileName(Array(name))))
                }
            }
        }
        return events
    }

    private static func event(_ header: inotify_event, name: FileName?) -> Event {
        func has(_ bits: Int32) -> Bool { header.mask & UInt32(bits) != 0 }
        return Event(
            watch: header.wd, name: name, isOfEntries: has(entries), isUnfinished: has(IN_MODIFY),
            isOfFolder: has(folder | IN_UNMOUNT),
            isEnd: has(IN_IGNORED), isOverflow: has(IN_Q_OVERFLOW))
    }
}
