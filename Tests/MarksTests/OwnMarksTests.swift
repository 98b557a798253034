import Files
import Newspaper
import TestSupport
import Testing

@testable import Marks

/// What this process has written itself.
struct OwnMarksTests {
    private func isKnown(_ log: MarkLog) -> Bool { log.files[log.ownName]?.isUnchanged == true }

    @Test func `own marks are not read again`() throws {
        let folder = try TemporaryFolder()
        let log = MarkLog.load(folder: FileName(folder.path), device: "here")
        for number in 1...3 {
            log.mark(StoryID(UInt64(number)), .read, now: Int64(number))
            #expect(isKnown(log))
        }
        let again = MarkLog.load(folder: FileName(folder.path), device: "here")
        again.mark(StoryID(9), .star, now: 9)
        #expect(isKnown(again) && again.marks.count == 4)
        #expect(again.files[again.ownName]?.events == 4)
    }

    @Test func `what another process of this device has written in between is read`() throws {
        let folder = try TemporaryFolder()
        let (one, other) = (
            MarkLog.load(folder: FileName(folder.path), device: "here"),
            MarkLog.load(folder: FileName(folder.path), device: "here")
        )
        one.mark(StoryID(1), .read, now: 1)
        other.mark(StoryID(2), .read, now: 2)
        one.mark(StoryID(3), .read, now: 3)
        #expect(one.refresh() && one.marks.state(of: StoryID(2)).isRead)
        #expect(other.refresh() && other.marks.state(of: StoryID(1)).isRead && other.marks.state(of: StoryID(3)).isRead)
    }

    @Test func `a torn line before own marks is read again`() throws {
        let folder = try TemporaryFolder()
        folder.write(Array("torn".utf8), to: "here.log")
        let log = MarkLog.load(folder: FileName(folder.path), device: "here")
        log.mark(StoryID(1), .read, now: 1)
        #expect(!isKnown(log))
        log.refresh()
        #expect(isKnown(log) && log.marks.state(of: StoryID(1)).isRead && log.unreadable.map(\.lines) == [1])
    }
}
