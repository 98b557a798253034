import Files
import Glibc
import Newspaper

/// The marks of all devices as they are in a folder, and the one log among them that this device writes.
///
/// Reads every `*.log` of the folder and appends to `<device>.log` only. Several processes may do so at once. No method
/// throws for a mark: what cannot be written stays in memory and is tried again; `saveFault` and `unsaved` report it. Times
/// are milliseconds since 1970, given by the caller. A process that sets file-size limits must ignore SIGXFSZ.
package final class MarkLog {
    /// How long a written mark may wait for the disk, and how long a failed write waits for the next try; milliseconds.
    package static let saveDelay: Int64 = 1000
    private static let day: Int64 = 86_400_000

    /// Where the logs are.
    package let folder: FileName
    /// The name of the own log, without its ending.
    package let device: String

    /// The marks of all devices, those that are not saved yet among them.
    package internal(set) var marks = MarkTable()
    /// Why marks could not be saved; nil where all are.
    package internal(set) var saveFault: FileFault?
    /// Logs that could not be read.
    package private(set) var readFaults: [FileFault] = []

    /// All events that this run has made, so that they can be written again when the file turns out to be another one.
    var made: [MarkEvent] = []
    /// How many of them have been written.
    var written = 0
    /// The own log, open for appending; -1 while it is not.
    var descriptor: Int32 = -1
    /// When the first event was written that may not be on the disk yet.
    var unsyncedSince: Int64?
    var needsFolderSync = false
    var lastTry: Int64?
    /// The latest time in the own log.
    var lastTime: Int64 = 0

    /// The logs by their names in the folder.
    var files: [FileName: MarkFile] = [:]
    /// Registers that the own log held when it was read first.
    private var liveAtStart: Int?
    private var hasLeftovers = false
    /// False for a test of a file system without hard links.
    package var usesLinks = true

    /// No file is looked at before `refresh`.
    package init(folder: FileName, device: String) {
        self.folder = folder
        self.device = device
    }

    /// The log with all that is in the folder.
    package static func load(folder: FileName, device: String) -> MarkLog {
        let log = MarkLog(folder: folder, device: device)
        log.refresh()
        return log
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// How many marks no file holds yet.
    package var unsaved: Int { made.count - written }

    /// When `flush` has something to do next; nil where there is nothing.
    package var deadline: Int64? {
        let retry = unsaved > 0 ? (lastTry ?? 0) + Self.saveDelay : nil
        let sync = unsyncedSince.map { $0 + Self.saveDelay }
        guard let retry, let sync else { return retry ?? sync }
        return min(retry, sync)
    }

    // MARK: - Marking

    /// Makes a mark now. It counts at once, whether it can be saved or not; false where the story has it already.
    @discardableResult
    package func mark(_ story: StoryID, _ mark: Mark, now: Int64) -> Bool {
        self.mark([(story, mark)], now: now) > 0
    }

    /// Makes many marks now, and saves them all in one write; returns how many their stories did not have already.
    @discardableResult
    package func mark(_ changes: [(story: StoryID, mark: Mark)], now: Int64) -> Int {
        let before = made.count
        let time = nextTime(now)
        // Of several places the last one is where the reader is.
        for (story, mark) in changes { record(mark, of: story, notBefore: mark.isPlace ? nextTime(now) : time) }
        if made.count > before { save(now: now) }
        return made.count - before
    }

    /// Adds events from elsewhere as this device's own, with their times; returns how many changed a mark.
    ///
    /// One that is dated more than a day ahead counts as made now: no later mark could ever win over it.
    package func adopt(_ events: some Sequence<MarkEvent>, now: Int64) -> Int {
        let before = made.count
        for event in events.sorted(by: { $0.time < $1.time }) where !marks.holds(event) {
            if event.time > now + Self.day {
                record(event.mark, of: event.story, notBefore: nextTime(now))
            } else {
                record(event)
            }
        }
        save(now: now)
        return made.count - before
    }

    /// Later than all marks of this device, even if its clock was set back.
    private func nextTime(_ now: Int64) -> Int64 { max(now, lastTime + 1) }

    private func record(_ mark: Mark, of story: StoryID, notBefore time: Int64) {
        let known = marks.last(mark, of: story)
        // A place is of now even where it is the same: it tells what was read last.
        if known.isThere, !mark.isPlace { return }
        // Later than the mark that it replaces, too: another device's clock may be ahead.
        let later = max(time, (known.time ?? 0) + 1)
        let bounded = min(max(later, MarkEvent.times.lowerBound), MarkEvent.times.upperBound)
        record(MarkEvent(time: bounded, story: story, mark: mark))
    }

    private func record(_ event: MarkEvent) {
        guard marks.apply(event, from: device) else { return }
        made.append(event)
        lastTime = max(lastTime, event.time)
    }

    // MARK: - Reading

    /// Reads what other readers and other devices have written since; true where a mark changed. Lists the folder and asks
    /// for each file's status: to be called when something changed there, or every second.
    @discardableResult
    package func refresh() -> Bool {
        readFaults = []
        noticeReplacement()
        var isChanged = false
        let names = logNames()
        hasLeftovers = names.contains(where: isLeftover)
        for name in names {
            let file = files[name] ?? MarkFile(path: folder.appending(name))
            if file.status == nil || !file.isUnchanged { isChanged = read(file, name) || isChanged }
        }
        return isChanged
    }

    private func read(_ known: MarkFile, _ name: FileName) -> Bool {
        let isOwn = isOwn(name)
        let writer = isOwn ? device : String(decoding: name.bytes.dropLast(Self.suffix.utf8.count), as: UTF8.self)
        guard let index = marks.index(of: writer) else { return false }
        var file = known
        var loader = MarkLoader(marks, device: index, expected: file.unreadBytes / 40)
        // The loader has the only copy for the time, so that the table is not copied when it changes.
        marks = MarkTable()
        do {
            try file.readNew(into: &loader)
        } catch {
            readFaults.append(error)
        }
        loader.finish()
        marks = loader.marks
        files[name] = file
        if isOwn { lastTime = max(lastTime, loader.latest) }
        if name == ownName, liveAtStart == nil { liveAtStart = marks.count }
        return loader.hasChanges
    }

    /// The logs with lines that are neither a mark nor empty, by their names, and how many. Such a line is kept, and counts
    /// for nothing.
    package var unreadable: [(file: FileName, lines: Int)] {
        files.filter { $0.value.unreadable > 0 }.map { ($0.value.path, $0.value.unreadable) }.sorted {
            $0.file < $1.file
        }
    }

    /// What changes when another reader or a synchroniser writes: the folder, and the logs in it, some of them perhaps links
    /// to elsewhere.
    package var watched: [FileName] { [folder] + files.values.map(\.path).inOrder() }

    /// Bytes of the own log; 0 where there is none.
    package var ownSize: Int { FileStatus(ownPath)?.size ?? 0 }

    /// Whether more than half of the own log is dead, and that is worth the work; or a compaction was cut short.
    package var isWorthCompacting: Bool {
        let events = files[ownName]?.events ?? 0
        return hasLeftovers || events > 1000 && (liveAtStart ?? 0) + made.count < events / 2
    }

    // MARK: - Names

    /// The own log first, so that what it alone holds can be counted.
    private func logNames() -> [FileName] {
        let (names, code) = listFolder(folder)
        if code != 0, code != ENOENT { readFaults.append(FileFault(.list, folder, code: code)) }
        let logs = names.filter { isOwn($0) || $0.hasSuffix(FileName(Self.suffix)) && !$0.isHidden }
        let own = ownName
        let others = logs.filter { $0 != own }.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        return logs.contains(own) ? [own] + others : others
    }

    static let suffix = ".log"
    var ownName: FileName { FileName(device + Self.suffix) }
    var ownPath: FileName { folder.appending(ownName) }

    private func isOwn(_ name: FileName) -> Bool { name == ownName || isLeftover(name) }

    /// A log as it was before a compaction that did not come to its end.
    func isLeftover(_ name: FileName) -> Bool {
        name.hasPrefix(FileName(".\(device)\(Self.suffix).")) && name.hasSuffix(FileName(".old"))
    }

    /// The name under which a compaction keeps the log as it was, in the folder where the log really is.
    ///
    /// - Parameter number: the file's own, so that its second name is known again; a random one where it gets no second name.
    func leftoverPath(numbered number: UInt64, beside path: FileName) -> FileName {
        path.parent.appending(".\(device)\(Self.suffix).\(number).old")
    }

    /// What a compaction that was killed leaves of the new log; it holds nothing that the old one does not.
    func isStaleDraft(_ name: FileName) -> Bool {
        name.hasPrefix(FileName(".\(device)\(Self.suffix).")) && name.hasSuffix(FileName(".new"))
    }
}
