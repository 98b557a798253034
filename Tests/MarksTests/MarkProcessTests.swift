import Files
import Foundation
import Newspaper
import TestSupport
import Testing

@testable import Marks

@Suite(.serialized)
struct `marks made by processes` {
    let folder: TemporaryFolder
    var marksFolder: String { folder.path + "/marks" }

    init() throws { folder = try TemporaryFolder() }

    private func load(_ device: String = "alder") -> MarkLog { .load(folder: FileName(marksFolder), device: device) }

    @Test(arguments: [[], ["nolinks"]])
    func `are there after kill -9 at random moments, 500 times`(options: [String]) throws {
        var saved: [Int] = []
        var kills = 0
        for trial in 0..<500 {
            // Every third writer compacts as it goes, so that some are killed at it.
            let writer = try Writer(
                [
                    marksFolder, "alder", "\(trial * 100_000)", "50000", trial % 3 == 0 ? "7" : "0",
                ] + options)
            // Every fifth has another beside it, which compacts all the time.
            let rival =
                trial % 5 == 0
                ? try Writer([marksFolder, "alder", "\(trial * 100_000 + 50_000)", "50000", "2"] + options) : nil
            if trial % 4 != 1 { writer.waitForFirstMark() }
            usleep(UInt32.random(in: 0...5000))
            for running in [writer, rival].compactMap({ $0 }) {
                running.kill()
                let result = running.finish()
                kills += result.code == -1 ? 1 : 0
                saved += result.saved
            }
            guard trial % 20 == 19 else { continue }
            let log = load()
            #expect(log.readFaults.isEmpty)
            let lost = saved.filter { !stands($0, in: log.marks) }
            #expect(lost.isEmpty, "\(lost.count) of \(saved.count)")
            try log.compact()
            #expect(load().marks == log.marks)
            #expect(saved.count > 20)
            saved = []
            try FileManager.default.removeItem(atPath: marksFolder)
        }
        #expect(kills == 600)
    }

    @Test(arguments: [(2, 1), (10, 1), (10, 10)], [[], ["nolinks"]])
    func `are all there when several are at it at once`(_ counts: (Int, Int), options: [String]) throws {
        let (processes, devices) = counts
        let each = 1200 / processes
        let writers = try (0..<processes).map {
            try Writer(
                [marksFolder, "device\($0 % devices)", "\($0 * each)", "\(each)", $0 % 2 == 0 ? "20" : "0"] + options)
        }
        for writer in writers {
            let result = writer.finish()
            #expect(result.code == 0)
            #expect(result.saved.count == each)
        }
        let marks = load("device0").marks
        #expect(marks.count == processes * each)
        for number in 0..<processes * each { #expect(stands(number, in: marks)) }
        let names = try FileManager.default.contentsOfDirectory(atPath: marksFolder)
        #expect(names.count { $0.hasSuffix(".log") } == devices)
    }

    @Test
    func `appear in a reader that is open`() throws {
        let log = load()
        let writer = try Writer([marksFolder, "birch", "0", "50", "0"])
        #expect(writer.finish().code == 0)
        #expect(log.refresh())
        #expect(log.marks.count == 50)
    }

    @Test
    func `are kept in memory on a full disk, and none saved before is damaged`() throws {
        #expect(try Writer([marksFolder, "alder", "0", "90", "0"]).finish().code == 0)
        let before = folder.bytes(of: "marks/alder.log")
        // Room for three lines of read, star and place, and a half.
        let limit = before.count + 33 + 33 + 45 + 10
        let result = try Writer([marksFolder, "alder", "90", "10", "0", "limit=\(limit)"]).finish()
        #expect(result.code == 1)
        #expect(result.saved == [90, 91, 92])
        #expect(result.errors == "write \(EFBIG) 7\n")
        let after = folder.bytes(of: "marks/alder.log")
        #expect(after.starts(with: before))
        #expect(after.count <= limit)
        let log = load()
        for number in 0..<93 { #expect(stands(number, in: log.marks)) }
        #expect(log.marks.count == 93)

        #expect(try Writer([marksFolder, "alder", "93", "7", "0"]).finish().code == 0)
        let all = load().marks
        for number in 0..<100 { #expect(stands(number, in: all)) }
    }

    @Test
    func `survive a compaction on a full disk`() throws {
        #expect(try Writer([marksFolder, "alder", "0", "90", "0"]).finish().code == 0)
        let before = folder.bytes(of: "marks/alder.log")
        // Compacts after the first mark, for which there is room; the new file has not.
        _ = try Writer([marksFolder, "alder", "90", "1", "1", "limit=\(before.count / 2)"]).finish()
        #expect(folder.bytes(of: "marks/alder.log").starts(with: before))
        #expect(try FileManager.default.contentsOfDirectory(atPath: marksFolder) == ["alder.log"])
        #expect(load().marks.count == 90)
    }

    @Test
    func `are kept in memory when the folder may not be written`() throws {
        #expect(try Writer([marksFolder, "alder", "0", "9", "0"]).finish().code == 0)
        let before = folder.bytes(of: "marks/alder.log")
        chmod(marksFolder + "/alder.log", 0o444)
        chmod(marksFolder, 0o555)
        defer { chmod(marksFolder, 0o755) }
        for device in ["alder", "birch"] {
            let result = try Writer([marksFolder, device, "9", "5", "2", "nobody"]).finish()
            #expect(result.code == 1)
            #expect(result.saved.isEmpty)
            #expect(result.errors == "open \(EACCES) 5\n")
        }
        #expect(folder.bytes(of: "marks/alder.log") == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: marksFolder) == ["alder.log"])
    }
}
