import Files
import Glibc
import Newspaper

/// The marks of all devices as they stand in a folder, and the one log among them that this device writes.
///
/// Reads every `*.log` of the folder and appends to `<device>.log` only. Several processes may do so at once. Nothing here
/// throws for a mark: what cannot be written stays in memory, is tried again, and `saveFault` and `unsaved` tell. Times are
/// milliseconds since 1970, given by the caller. A process that sets file-size limits must ignore SIGXFSZ.
package final class MarkLog {
    /// How long a written mark may wait for the disk, and how long a failed write waits for the next try; milliseconds.
    package static let patience: Int64 = 1000
    private static let day: Int64 = 86_400_000

    package let folder: String
    package let device: String

    package internal(set) var marks = Marks()
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

    private var files: [String: MarkFile] = [:]
    /// Registers that the own log held when it was read first.
    private var liveAtStart: Int?
    private var hasLeftovers = false

    /// No file is looked at before `refresh`.
    package init(folder: String, device: String) {
        self.folder = folder
        self.device = device
    }

    package static func load(folder: String, device: String) -> MarkLog {
        let log = MarkLog(folder: folder, device: device)
        log.refresh()
        return log
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Marks that no file holds yet.
    package var unsaved: Int { made.count - written }

    /// When `flush` has something to do next; nil where there is nothing.
    package var deadline: Int64? {
        let retry = unsaved > 0 ? (lastTry ?? 0) + Self.patience : nil
        let sync = unsyncedSince.map { $0 + Self.patience }
        guard let retry, let sync else { return retry ?? sync }
        return min(retry, sync)
    }

    /// Makes a mark now. It counts at once, whether it can be saved or not; false where the story is so marked already.
    @discardableResult
    package func mark(_ story: StoryID, _ mark: Mark, now: Int64) -> Bool {
        guard make(mark, of: story, now: now) else { return false }
        save(now: now)
        return true
    }

    private func make(_ mark: Mark, of story: StoryID, now: Int64) -> Bool {
        guard !marks.state(of: story).says(mark) else { return false }
        // Later than all of this device, and than what it replaces: another device's clock may be ahead.
        let time = max(now, lastTime + 1, (marks.time(of: mark, for: story) ?? 0) + 1)
        let bounded = min(max(time, MarkEvent.times.lowerBound), MarkEvent.times.upperBound)
        take(MarkEvent(time: bounded, story: story, mark: mark))
        return true
    }

    /// Takes over events of elsewhere as this device's own, with their times; how many of them were news.
    ///
    /// One that is dated more than a day ahead counts as made now: no later mark could ever win over it.
    package func adopt(_ events: some Sequence<MarkEvent>, now: Int64) -> Int {
        let before = made.count
        for event in events.sorted(by: { $0.time < $1.time }) where !marks.holds(event) {
            if event.time > now + Self.day { _ = make(event.mark, of: event.story, now: now) } else { take(event) }
        }
        save(now: now)
        return made.count - before
    }

    private func take(_ event: MarkEvent) {
        guard marks.apply(event, from: device) else { return }
        made.append(event)
        lastTime = max(lastTime, event.time)
    }

    /// Takes in what other readers and other devices have written since; true where a mark changed. A call of stat a
    /// file, so that it can be called every second.
    @discardableResult
    package func refresh() -> Bool {
        readFaults = []
        noticeReplacement()
        var isChanged = false
        let names = logNames()
        hasLeftovers = names.contains(where: isLeftover)
        for name in names {
            let file = files[name] ?? MarkFile(path: "\(folder)/\(name)")
            if file.identity == nil || !file.isUnchanged { isChanged = read(file, name) || isChanged }
        }
        return isChanged
    }

    private func read(_ known: MarkFile, _ name: String) -> Bool {
        let isOwn = isOwn(name)
        let writer = isOwn ? device : String(name.dropLast(Self.suffix.count))
        guard let index = marks.index(of: writer) else { return false }
        var file = known
        var intake = MarkIntake(marks, device: index, expected: file.unreadBytes / 40)
        // The intake's are the only ones for the time, so that they are not copied.
        marks = Marks()
        do {
            try file.readNew(into: &intake)
        } catch {
            readFaults.append(error)
        }
        intake.finish()
        marks = intake.marks
        files[name] = file
        if isOwn { lastTime = max(lastTime, intake.latest) }
        if name == ownName, liveAtStart == nil { liveAtStart = marks.count }
        return intake.isNews
    }

    /// Bytes of the own log; 0 where there is none.
    package var ownSize: Int { FileIdentity(path: ownPath)?.size ?? 0 }

    /// Whether more than half of the own log is dead, and that is worth the work; or a compaction was cut short.
    package var isWorthCompacting: Bool {
        let events = files[ownName]?.events ?? 0
        return hasLeftovers || events > 1000 && (liveAtStart ?? 0) + made.count < events / 2
    }

    /// The own log first, so that what it alone holds can be counted.
    private func logNames() -> [String] {
        let (found, code) = listFolder(FileName(folder))
        let names = found.compactMap(\.text)
        if code != 0, code != ENOENT { readFaults.append(FileFault(.list, folder, code: code)) }
        let logs = names.filter { isOwn($0) || $0.hasSuffix(Self.suffix) && !$0.hasPrefix(".") }
        return logs.sorted { ($0 == ownName ? 0 : 1, $0) < ($1 == ownName ? 0 : 1, $1) }
    }

    static let suffix = ".log"
    var ownName: String { device + Self.suffix }
    var ownPath: String { "\(folder)/\(ownName)" }

    private func isOwn(_ name: String) -> Bool { name == ownName || isLeftover(name) }

    /// A log as it was before a compaction that did not come to its end.
    func isLeftover(_ name: String) -> Bool { name.hasPrefix(".\(ownName).") && name.hasSuffix(".old") }

    /// Other names in the folder where the own log really is.
    func leftoverPath(of inode: UInt64, beside path: String) -> String {
        "\(parentFolder(of: path))/.\(ownName).\(inode).old"
    }
}
