import Files
import Newspaper
import TestSupport
import Testing

@testable import Following

struct SourceRecordTests {
    private let source = FollowedSource(.web("https://quay.example/feed"))

    @Test func `records come back as they were, and one that cannot be read is as if it were not there`() throws {
        let folder = try TemporaryFolder()
        var records = SourceRecords(in: FileName(folder.path))
        records[source].title = "渡口日报"
        records[source].skippedHours = [1, 2]
        records[source].count(3, on: "2026-03-05")
        try records.save()
        #expect(SourceRecords(in: FileName(folder.path))[source] == records[source])
        for text in ["", "{", "[1]", "{\"https://quay.example/feed\": {\"failures\": \"many\", \"filed\": 3}}"] {
            try AtomicFile.write(Array(text.utf8), to: FileName(folder.path).appending("records.json"))
            #expect(SourceRecords(in: FileName(folder.path))[source] == SourceRecord())
        }
    }

    @Test func `stories a week go by the days since the first, and by a month at most`() {
        var record = SourceRecord()
        #expect(record.storiesAWeek(today: "2026-03-05") == nil)
        record.count(4, on: "2026-03-05")
        #expect(record.storiesAWeek(today: "2026-03-05") == 4)
        for day in 10...31 { record.count(2, on: "2026-03-\(day)") }
        #expect(record.storiesAWeek(today: "2026-04-01").map { $0 > 11 && $0 < 13 } == true)
        for day in 10...30 { record.count(2, on: "2026-04-\(day)") }
        #expect(record.filed.count == SourceRecord.countedDays)
    }

    @Test func `what has not been seen for longest is forgotten first`() throws {
        let folder = try TemporaryFolder()
        var seen = SeenStories(of: source, in: FileName(folder.path))
        seen.add([StoryID(1), StoryID(2)])
        seen.add([StoryID(3), StoryID(1)])
        try seen.save()
        let again = SeenStories(of: source, in: FileName(folder.path))
        #expect(again.ids == [StoryID(2), StoryID(3), StoryID(1)])
        #expect(again.contains(StoryID(2)) && !again.contains(StoryID(4)))
        seen.add((10..<UInt64(10 + SeenStories.limit)).map { StoryID($0) })
        #expect(seen.ids.count == SeenStories.limit && !seen.contains(StoryID(1)))
    }
}
