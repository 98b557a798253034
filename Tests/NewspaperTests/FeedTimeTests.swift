import Newspaper
import Testing

@Suite("Times of feeds")
struct FeedTimeTests {
    @Test(arguments: [
        ("2026-04-03T08:30:00+08:00", FeedTime(year: 2026, month: 4, day: 3, minutes: 510, offset: 480)),
        ("2026-04-03T08:30:59.125Z", FeedTime(year: 2026, month: 4, day: 3, minutes: 510, offset: 0)),
        ("2026-04-03t08:30z", FeedTime(year: 2026, month: 4, day: 3, minutes: 510, offset: 0)),
        ("2026-04-03 08:30:60 -0330", FeedTime(year: 2026, month: 4, day: 3, minutes: 510, offset: -210)),
        ("2026-04-03T08:30:00", FeedTime(year: 2026, month: 4, day: 3, minutes: 510)),
        ("2024-02-29", FeedTime(year: 2024, month: 2, day: 29)),
        ("Fri, 03 Apr 2026 08:30:00 GMT", FeedTime(year: 2026, month: 4, day: 3, minutes: 510, offset: 0)),
        ("3 Apr 2026 08:30 +0800", FeedTime(year: 2026, month: 4, day: 3, minutes: 510, offset: 480)),
    ])
    func `are read in the forms that feeds use`(text: String, time: FeedTime) {
        #expect(FeedTime(text) == time)
    }

    @Test(arguments: [
        "", "soon", "2026-02-29", "2026-13-01", "2026-04-31", "2026-04-03T24:00:00Z", "2026-04-03T08:60:00Z",
        "2026-04-03x",
        "0000-01-01", "-0001-01-01", "２０２６-04-03", "2026-04-03T08:30:00+", "2026-04-03T", "2026-4-3",
        "Fri, 03 Foo 2026", "3 Apr",
    ])
    func `are none where there is no such day or time`(text: String) { #expect(FeedTime(text) == nil) }

    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-04-03T08:30:00+08:00", 1_775_176_200), ("1969-12-31T23:59:00Z", -60),
            ("2000-02-29T12:00:00Z", 951_825_600), ("9999-12-31T23:59:00Z", 253_402_300_740),
            ("1600-03-01T00:00:00Z", -11_670_912_000),
        ] as [(String, Int64)])
    func `are counted from 1970`(text: String, seconds: Int64) { #expect(FeedTime(text)?.seconds == seconds) }

    @Test func `without a zone, nobody knows when it was`() {
        #expect(FeedTime("2026-04-03T08:30:00")?.seconds == nil && FeedTime("2026-04-03")?.seconds == nil)
    }
}
