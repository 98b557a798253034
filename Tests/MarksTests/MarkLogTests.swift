import Foundation
import Newspaper
import TestSupport
import Testing

@testable import Files
@testable import Marks

struct `a log of marks` {
    let folder: TemporaryFolder
    var marksFolder: String { folder.path + "/state/marks" }

    init() throws { folder = try TemporaryFolder() }

    private func load(_ device: String = "alder") -> MarkLog { .load(folder: FileName(marksFolder), device: device) }
    private func bytes(_ device: String = "alder") -> [UInt8] { folder.bytes(of: "state/marks/\(device).log") }

    private func prepare(_ bytes: [UInt8], _ device: String = "alder") throws {
        try FileManager.default.createDirectory(atPath: marksFolder, withIntermediateDirectories: true)
        folder.write(bytes, to: "state/marks/\(device).log")
    }

    @Test
    func `keeps marks over a restart`() {
        let log = load()
        #expect(log.readFaults.isEmpty && log.marks.count == 0)
        #expect(log.mark(story(1), .read, now: newYear))
        #expect(log.mark(story(1), .star, now: newYear))
        #expect(log.mark(story(2), .place(ReadingPlace(block: 3, character: 44, anchor: 9)), now: newYear))
        #expect(!log.mark(story(1), .read, now: newYear + 5), "it is read already")
        #expect(log.unsaved == 0 && log.saveFault == nil)

        let again = load()
        #expect(again.marks == log.marks)
        #expect(again.marks.state(of: story(1)) == StoryMarks(isRead: true, isStarred: true))
        #expect(again.marks.state(of: story(2)).place == ReadingPlace(block: 3, character: 44, anchor: 9))
    }

    @Test
    func `writes a line for each mark`() {
        let log = load()
        log.mark(StoryID(1), .read, now: newYear)
        log.mark(StoryID(1), .unread, now: newYear)
        #expect(
            String(decoding: bytes(), as: UTF8.self)
                == "1735689600000\t0000000000001\tread\n1735689600001\t0000000000001\tunread\n")
    }

    @Test
    func `takes a mark back by its opposite`() {
        let log = load()
        for mark in [Mark.read, .star] {
            log.mark(story(1), mark, now: newYear)
            log.mark(story(1), mark.opposite!, now: newYear)
        }
        #expect(load().marks.state(of: story(1)) == StoryMarks())
    }

    @Test
    func `lets the last mark win when the clock goes backwards`() {
        let log = load()
        log.mark(story(1), .read, now: newYear)
        log.mark(story(1), .unread, now: newYear - 1_000_000)
        log.mark(story(1), .read, now: 0)
        log.mark(story(1), .unread, now: -5)
        #expect(!load().marks.state(of: story(1)).isRead)
        let later = load()
        later.mark(story(1), .read, now: newYear - 2_000_000)
        #expect(load().marks.state(of: story(1)).isRead)
        later.flush(now: -10)
        #expect(later.deadline == nil)
    }

    @Test
    func `lets the reader's mark win over a device whose clock is ahead`() throws {
        let ahead = load("birch")
        ahead.mark(story(1), .read, now: newYear + 1_000_000_000)
        let log = load()
        #expect(log.marks.state(of: story(1)).isRead)
        log.mark(story(1), .unread, now: newYear)
        #expect(!load("birch").marks.state(of: story(1)).isRead)
    }

    @Test
    func `shows what other readers and devices write`() {
        let (one, two, other) = (load(), load(), load("birch"))
        #expect(!one.refresh())
        two.mark(story(1), .read, now: newYear)
        other.mark(story(2), .star, now: newYear)
        #expect(one.refresh())
        #expect(one.marks.state(of: story(1)).isRead && one.marks.state(of: story(2)).isStarred)
        #expect(!one.refresh())
        one.mark(story(1), .unread, now: newYear)
        #expect(two.refresh() && other.refresh())
        #expect(!two.marks.state(of: story(1)).isRead && !other.marks.state(of: story(1)).isRead)
        #expect(one.marks == load().marks)
    }

    @Test
    func `loads when it is torn at any of its last bytes, and goes on`() throws {
        let all = lines(0..<12).flatMap { $0 }
        for cut in 0...200 {
            let rest = Array(all.dropLast(cut))
            try prepare(rest)
            // A line that lacks only its line feed counts.
            let isCutAtLineFeed = all.count > rest.count && all[rest.count] == 0x0A
            let whole = rest.count { $0 == 0x0A } + (isCutAtLineFeed ? 1 : 0)
            let log = load()
            for number in 0..<whole { #expect(stands(number, in: log.marks)) }
            #expect(log.marks.count == whole)

            log.mark(story(500), .read, now: newYear)
            let again = load()
            for number in 0..<whole { #expect(stands(number, in: again.marks), "cut \(cut)") }
            #expect(again.marks.state(of: story(500)).isRead, "cut \(cut)")
            #expect(again.marks.count == whole + 1, "cut \(cut)")
        }
    }

    @Test
    func `loses only the lines that are hit when bytes are spliced in or overwritten`() throws {
        var generator = Seeded(seed: 3)
        let original = lines(0..<40)
        for round in 0..<300 {
            var all = original
            var hit: Set<Int> = []
            for _ in 0..<Int.random(in: 1...5, using: &generator) {
                let line = Int.random(in: 0..<40, using: &generator)
                guard hit.insert(line).inserted else { continue }
                let junk = (0..<Int.random(in: 1...90, using: &generator)).map { _ in
                    UInt8.random(in: 0...255, using: &generator)
                }
                let place = Int.random(in: 0..<all[line].count - 1, using: &generator)
                if round % 2 == 0 {
                    all[line].insert(contentsOf: junk, at: place)
                } else {
                    all[line].replaceSubrange(place..<min(place + junk.count, all[line].count - 1), with: junk)
                }
            }
            try prepare(all.flatMap { $0 })
            let marks = load().marks
            for number in 0..<40 where !hit.contains(number) { #expect(stands(number, in: marks)) }
        }
    }

    @Test
    func `keeps on compaction what lives and what it does not understand`() throws {
        let strange = ["1735689600000\t0000000000001\tclip\tpage 3", "# kept\u{1B}", "\u{0}\u{1}", "half a line"]
        var all: [UInt8] = []
        for number in 0..<300 {
            all += lines(number..<number + 1)[0]
            if number % 100 == 0 { all += Array("\(strange[number / 100])\n".utf8) }
        }
        try prepare(all + all + Array(strange[3].utf8))
        let log = load()
        let before = log.marks
        #expect(before.count == 300)
        #expect(try log.compact())
        let text = String(decoding: bytes(), as: UTF8.self)
        let written = text.split(separator: "\n")
        for line in strange { #expect(written.contains(Substring(line))) }
        #expect(written.count == 300 + 6 + 1, "each strange line twice, the torn one once")
        #expect(load().marks == before)

        log.mark(story(999), .read, now: newYear)
        #expect(load().marks.state(of: story(999)).isRead)
        #expect(try log.compact())
        #expect(load().marks == log.marks)
        #expect(folder.mode(of: "state/marks/alder.log") == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: marksFolder) == ["alder.log"])
    }

    @Test
    func `is worth compacting when more than half of more than a thousand lines are dead`() throws {
        func log(_ events: Int, of stories: Int) throws -> MarkLog {
            try prepare(
                (0..<events).flatMap {
                    var marks = MarkTable()
                    marks.apply(
                        MarkEvent(
                            time: newYear + Int64($0), story: story($0 % stories), mark: $0 % 2 == 0 ? .read : .unread),
                        from: "alder")
                    return marks.log
                })
            return load()
        }
        #expect(try !log(900, of: 10).isWorthCompacting)
        #expect(try !log(1100, of: 600).isWorthCompacting)
        let worth = try log(1100, of: 500)
        #expect(worth.isWorthCompacting)
        try worth.compact()
        #expect(bytes().count <= 500 * 40)
        #expect(!load().isWorthCompacting)
    }

    @Test
    func `writes again to a file that another process has compacted`() throws {
        let (one, two) = (load(), load())
        for number in 0..<50 { one.mark(story(number), .read, now: newYear) }
        two.mark(story(50), .read, now: newYear)
        #expect(try two.compact())
        one.mark(story(51), .read, now: newYear)
        let marks = load().marks
        for number in 0..<52 { #expect(marks.state(of: story(number)).isRead) }
    }

    @Test
    func `appends to a log that is locked, and leaves its compaction to the other`() throws {
        let log = load()
        log.mark(story(1), .read, now: newYear)
        let descriptor = open(marksFolder + "/alder.log", O_RDONLY)
        defer { close(descriptor) }
        #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        log.mark(story(2), .read, now: newYear)
        #expect(log.unsaved == 0)
        #expect(try !log.compact())
        #expect(load().marks.count == 2)
    }

    @Test
    func `loses nothing to a compaction that was cut short`() throws {
        // The new file is there already; what was appended to the old one meanwhile is not in it yet.
        try prepare(lines(0..<5).flatMap { $0 })
        folder.write(lines(3..<9).flatMap { $0 } + Array("173568".utf8), to: "state/marks/.alder.log.4711.old")
        folder.write(lines(0..<1)[0].prefix(10), to: "state/marks/.alder.log.3w5e11264sgsf.new")
        let log = load()
        for number in 0..<9 { #expect(stands(number, in: log.marks)) }
        #expect(log.isWorthCompacting)
        #expect(load("birch").marks.count == 5, "it is the business of its own device")
        #expect(try log.compact())
        #expect(load().marks == log.marks)
        #expect(try FileManager.default.contentsOfDirectory(atPath: marksFolder) == ["alder.log"])
    }

    @Test
    func `makes its files and folders for this user only`() {
        let log = load()
        log.mark(story(1), .read, now: newYear)
        #expect(folder.mode(of: "state") == 0o700)
        #expect(folder.mode(of: "state/marks") == 0o700)
        #expect(folder.mode(of: "state/marks/alder.log") == 0o600)
    }

    @Test
    func `goes on in memory when the state folder is a file, and saves when it can`() throws {
        folder.write([], to: "state")
        let log = load()
        log.mark(story(1), .read, now: newYear)
        log.mark(story(2), .read, now: newYear + 1)
        #expect(log.unsaved == 2)
        #expect(log.saveFault?.code == ENOTDIR)
        #expect(log.marks.state(of: story(1)).isRead)
        #expect(log.deadline == newYear + 1000)

        try FileManager.default.removeItem(atPath: folder.path + "/state")
        log.flush(now: newYear + 500)
        #expect(log.unsaved == 2, "it is not tried at every key")
        log.flush(now: newYear + 1000)
        #expect(log.unsaved == 0 && log.saveFault == nil)
        #expect(load().marks == log.marks)
    }

    @Test
    func `writes its marks again when the folder vanishes`() throws {
        let log = load()
        log.mark(story(1), .read, now: newYear)
        try FileManager.default.removeItem(atPath: folder.path + "/state")
        log.refresh()
        #expect(log.unsaved == 1)
        log.mark(story(2), .read, now: newYear)
        #expect(log.unsaved == 0)
        #expect(load().marks == log.marks)

        try FileManager.default.removeItem(atPath: folder.path + "/state")
        folder.write([], to: "state")
        log.mark(story(3), .read, now: newYear)
        #expect(log.unsaved == 3)
        #expect(log.saveFault?.code == ENOTDIR)
        try FileManager.default.removeItem(atPath: folder.path + "/state")
        log.finish()
        #expect(log.unsaved == 0)
        #expect(load().marks.count == 3)
    }

    @Test
    func `waits at most a second for the disk`() {
        let log = load()
        #expect(log.deadline == nil)
        log.mark(story(1), .read, now: newYear)
        #expect(log.deadline == newYear + 1000)
        log.mark(story(2), .read, now: newYear + 900)
        #expect(log.deadline == newYear + 1000)
        log.flush(now: newYear + 999)
        #expect(log.deadline == newYear + 1000)
        log.flush(now: newYear + 1000)
        #expect(log.deadline == nil)
        log.mark(story(3), .read, now: newYear + 2000)
        log.finish()
        #expect(log.deadline == nil)
    }

    @Test
    func `follows symbolic links, and keeps them on compaction`() throws {
        try FileManager.default.createDirectory(atPath: folder.path + "/carried", withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: marksFolder, withIntermediateDirectories: true)
        let real = folder.path + "/carried/real.txt"
        folder.write(lines(0..<3).flatMap { $0 }, to: "carried/real.txt")
        try FileManager.default.createSymbolicLink(atPath: marksFolder + "/alder.log", withDestinationPath: real)
        let log = load()
        #expect(log.marks.count == 3)
        log.mark(story(9), .read, now: newYear)
        #expect(try log.compact())
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: marksFolder + "/alder.log") == real)
        #expect(load().marks.count == 4)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/carried") == ["real.txt"])
    }

    @Test
    func `tells of logs that cannot be read, and never waits for them`() throws {
        try prepare(lines(0..<3).flatMap { $0 })
        try FileManager.default.createSymbolicLink(atPath: marksFolder + "/loop.log", withDestinationPath: "loop.log")
        try FileManager.default.createDirectory(atPath: marksFolder + "/folder.log", withIntermediateDirectories: true)
        #expect(mkfifo(marksFolder + "/pipe.log", 0o600) == 0)
        let log = load()
        #expect(log.marks.count == 3)
        #expect(Set(log.readFaults.map(\.code)) == [ELOOP, EINVAL])
        #expect(log.readFaults.count == 3)
    }

    @Test
    func `says so when its own log is no file`() throws {
        try FileManager.default.createDirectory(atPath: marksFolder, withIntermediateDirectories: true)
        #expect(mkfifo(marksFolder + "/alder.log", 0o600) == 0)
        let log = load()
        log.mark(story(1), .read, now: newYear)
        #expect(log.unsaved == 1)
        #expect(log.saveFault?.code == EINVAL)
    }

    @Test
    func `reads a file that a synchroniser has replaced`() throws {
        try prepare(lines(0..<3).flatMap { $0 }, "birch")
        let log = load()
        #expect(log.marks.count == 3)
        folder.write(lines(3..<5).flatMap { $0 }, to: "state/marks/incoming")
        #expect(rename(marksFolder + "/incoming", marksFolder + "/birch.log") == 0)
        #expect(log.refresh())
        #expect(log.marks.count == 5)
    }

    @Test
    func `reads what a synchroniser sets beside when two machines wrote under one name`() throws {
        try prepare(lines(0..<3).flatMap { $0 })
        try prepare(lines(2..<6).flatMap { $0 }, "alder.sync-conflict-20260306-101112-ABCDEFG")
        let log = load()
        for number in 0..<6 { #expect(stands(number, in: log.marks)) }
        #expect(log.adopt(log.marks.events.map(\.event), now: newYear) == 0)
    }

    @Test
    func `is imported from a file, line by line`() throws {
        folder.write(
            lines(0..<5).flatMap { $0 } + Array("strange\n\n".utf8) + lines(5..<6)[0].dropLast(), to: "other.txt")
        let found = try MarkEvent.read(at: FileName(folder.path + "/other.txt"))
        #expect(found.unreadable == 1)
        let log = load()
        #expect(log.adopt(found.events, now: newYear) == 6)
        #expect(log.adopt(found.events, now: newYear) == 0)
        #expect(load().marks.log == lines(0..<6).flatMap { $0 })
        do {
            _ = try MarkEvent.read(at: FileName(folder.path + "/none"))
            Issue.record("it is not there")
        } catch {
            #expect(error == FileFault(.open, folder.path + "/none", code: ENOENT))
        }
    }

    @Test
    func `makes many marks in one write, all at one time`() throws {
        let log = load()
        log.mark(story(0), .read, now: newYear)
        let changes = (0..<5000).map { (story($0 / 2), $0 % 2 == 0 ? Mark.read : .star) }
        #expect(log.mark(changes, now: newYear + 7) == 4999, "one is read already")
        #expect(log.unsaved == 0)
        let events = log.marks.events.map(\.event)
        #expect(events.count == 5000 && events.dropFirst().allSatisfy { $0.time == newYear + 7 })
        #expect(load().marks == log.marks)
        #expect(log.mark(changes, now: newYear + 8) == 0)
        #expect(log.mark(changes.map { ($0.0, $0.1.opposite!) }, now: newYear + 9) == 5000)
        #expect(load().marks.starred.isEmpty && !load().marks.state(of: story(3)).isRead)
    }

    @Test
    func `keeps the last of many marks of one story`() throws {
        let log = load()
        #expect(log.mark([(story(1), .read), (story(1), .unread), (story(1), .read)], now: newYear) == 3)
        #expect(load().marks.state(of: story(1)).isRead)
        #expect(log.mark([(story(1), .star), (story(1), .star), (story(1), .unstar)], now: newYear) == 2)
        #expect(!load().marks.state(of: story(1)).isStarred)
    }

    @Test
    func `dates a mark from the future now, so that a later mark wins over it`() throws {
        let log = load()
        let day: Int64 = 86_400_000
        let events = [
            MarkEvent(time: newYear + day + 1, story: story(1), mark: .read),
            MarkEvent(time: newYear + day, story: story(2), mark: .read),
            MarkEvent(time: MarkEvent.times.upperBound, story: story(3), mark: .star),
        ]
        #expect(log.adopt(events, now: newYear) == 3)
        let times = Dictionary(uniqueKeysWithValues: log.marks.events.map { ($0.event.story, $0.event.time) })
        // A clock may be a day ahead; what is further is not believed.
        #expect(times[story(2)] == newYear + day)
        for number in [1, 3] { #expect(try #require(times[story(number)]) <= newYear + day + 3) }
        let other = load("birch")
        other.mark(story(3), .unstar, now: newYear + 2 * day)
        other.mark(story(1), .unread, now: newYear + 2 * day)
        #expect(!load().marks.state(of: story(3)).isStarred && !load().marks.state(of: story(1)).isRead)
        #expect(other.marks.events.allSatisfy { $0.event.time <= newYear + 2 * day + 2 })
    }

    @Test(arguments: ["\n", "\r\n"], [false, true])
    func `is read line by line after other tools have touched it`(lineEnd: String, hasMark: Bool) throws {
        var bytes: [UInt8] = hasMark ? [0xEF, 0xBB, 0xBF] : []
        for line in lines(0..<6) { bytes += line.dropLast() + Array(lineEnd.utf8) }
        bytes += Array("<<<<<<< ours\(lineEnd)\(lineEnd)".utf8) + lines(6..<7)[0].dropLast()
        try prepare(bytes)
        let log = load()
        for number in 0..<7 { #expect(stands(number, in: log.marks), "\(number)") }
        #expect(log.unreadable.map(\.lines) == [1] && log.unreadable[0].file == FileName(marksFolder + "/alder.log"))

        // Whatever is done with the log next, nothing of it is lost.
        log.mark(story(7), .read, now: newYear + 20_000)
        let again = load()
        for number in 0..<7 { #expect(stands(number, in: again.marks), "\(number)") }
        #expect(again.marks.state(of: story(7)).isRead && again.unreadable.map(\.lines) == [1])
        #expect(try again.compact())
        let text = String(decoding: self.bytes(), as: UTF8.self)
        #expect(text.utf8.count { $0 == 0x0A } == 9 && text.contains("<<<<<<< ours") && !text.contains("\u{FEFF}"))
        #expect(load().marks == again.marks)

        let read = MarkEvent.read(log: bytes)
        #expect(read.events.count == 7 && read.unreadable == 1)
    }

    @Test
    func `keeps the first mark of a log with a byte order mark that a compaction left behind`() throws {
        try prepare(lines(0..<2).flatMap { $0 })
        folder.write([0xEF, 0xBB, 0xBF] + lines(2..<4).flatMap { $0 }, to: "state/marks/.alder.log.4711.old")
        let log = load()
        #expect(log.marks.count == 4)
        #expect(try log.compact())
        #expect(load().marks.count == 4 && load().unreadable.isEmpty)
    }

    @Test
    func `is compacted where a file cannot have two names, and an older compaction is brought to its end`() throws {
        try prepare(lines(0..<4).flatMap { $0 } + lines(0..<4).flatMap { $0 } + Array("strange\n".utf8))
        folder.write(lines(4..<6).flatMap { $0 }, to: "state/marks/.alder.log.4711.old")
        let log = load()
        log.usesLinks = false
        #expect(try log.compact())
        log.mark(story(7), .read, now: newYear + 20_000)
        #expect(try FileManager.default.contentsOfDirectory(atPath: marksFolder) == ["alder.log"])
        #expect(bytes().count { $0 == 0x0A } == 8)
        let again = load()
        #expect(again.marks == log.marks && again.marks.count == 7 && again.unreadable.map(\.lines) == [1])
    }

    @Test
    func `reports how many lines cannot be read, file by file`() throws {
        try prepare(lines(0..<2).flatMap { $0 } + Array("strange\n\nstranger\n".utf8))
        try prepare(lines(2..<4).flatMap { $0 }, "birch")
        try prepare(Array("173568".utf8), "cedar")
        let log = load()
        #expect(log.unreadable.map(\.lines) == [2])
        let descriptor = open(marksFolder + "/birch.log", O_WRONLY | O_APPEND)
        _ = Array("x\n".utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
        #expect(!log.refresh())
        #expect(log.unreadable.map(\.lines) == [2, 1])
    }

    @Test
    func `reads logs and folders whose names are no UTF-8`() throws {
        let marks = FileName(folder.path).appending(FileName([0xD7, 0xB4, 0xCC, 0xAC])).appending("marks")
        let log = MarkLog.load(folder: marks, device: "alder")
        log.mark(story(1), .read, now: newYear)
        let event = MarkEvent(time: newYear, story: story(2), mark: .star)
        var other = MarkTable()
        other.apply(event, from: "x")
        try AtomicFile.write(other.log, to: marks.appending(FileName([0xB1, 0xB1] + Array(".log".utf8))))
        let again = MarkLog.load(folder: marks, device: "alder")
        #expect(again.marks.state(of: story(1)).isRead && again.marks.state(of: story(2)).isStarred)
    }

    @Test
    func `is watched by its folder, and where its logs really are`() throws {
        try FileManager.default.createDirectory(atPath: marksFolder, withIntermediateDirectories: true)
        folder.write(lines(0..<2).flatMap { $0 }, to: "real.txt")
        try FileManager.default.createSymbolicLink(
            atPath: marksFolder + "/birch.log", withDestinationPath: folder.path + "/real.txt")
        let log = load()
        #expect(log.watched == [FileName(marksFolder), FileName(marksFolder + "/birch.log")])
        let watch = FileWatch()
        watch.watch(log.watched)
        _ = watch.changes()
        let other = load("cedar")
        other.mark(story(9), .read, now: newYear)
        #expect(watch.changes().contains(FileName(marksFolder)))
        log.refresh()
        watch.watch(log.watched)
        // A reader keeps its log open.
        other.mark(story(8), .read, now: newYear)
        #expect(watch.changes() == [FileName(marksFolder + "/cedar.log")])
        let descriptor = open(folder.path + "/real.txt", O_WRONLY | O_APPEND)
        _ = lines(2..<3)[0].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
        #expect(watch.changes() == [FileName(marksFolder + "/birch.log")])
        _ = other
    }

    @Test
    func `takes over marks of elsewhere as its own, once`() throws {
        let elsewhere = (0..<5).map { MarkEvent(time: newYear + Int64($0), story: story($0), mark: numbered($0)) }
        let log = load()
        log.mark(story(0), .read, now: newYear + 100)
        #expect(log.adopt(elsewhere, now: newYear) == 4)
        #expect(log.adopt(elsewhere, now: newYear) == 0)
        #expect(load().marks == log.marks)
        #expect(
            log.marks.events.map(\.event.time) == [newYear + 1, newYear + 2, newYear + 3, newYear + 4, newYear + 100])
    }

    @Test
    func `reads a line that comes in two halves, once it is whole`() throws {
        let all = lines(0..<3).flatMap { $0 }
        try prepare(Array(all.dropLast(20)), "birch")
        let log = load()
        #expect(log.marks.count == 2)
        try prepare(all, "birch")
        #expect(log.refresh())
        #expect(log.marks.count == 3)
        let descriptor = open(marksFolder + "/birch.log", O_WRONLY | O_APPEND)
        defer { close(descriptor) }
        for (piece, count) in [(lines(3..<4)[0].prefix(20), 3), (lines(3..<4)[0].dropFirst(20), 4)] {
            _ = Array(piece).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            log.refresh()
            #expect(log.marks.count == count)
        }
    }

    @Test
    func `reads a log of many pieces`() throws {
        try prepare(lines(0..<20_000).flatMap { $0 })
        let marks = load().marks
        #expect(marks.count == 20_000)
        for number in 0..<20_000 where !stands(number, in: marks) { Issue.record("\(number)") }
    }

    @Test
    func `reads over lines without end`() throws {
        try prepare(
            lines(0..<2).flatMap { $0 } + [UInt8](repeating: 0x41, count: 900_000) + [0x0A]
                + lines(2..<4).flatMap { $0 })
        #expect(load().marks.count == 4)
    }
}
