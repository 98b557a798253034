import Newspaper
import TestSupport
import Testing

@Suite("Times of feeds")
struct FeedTimeTests {
    @Test(arguments: [
        ("2026-04-03T08:30:00+08:00", FeedTime(year: 2026, month: 4, day: 3, minutes: 510, offset: 480)),
        ("2026-04-03T08:30:59.125Z", FeedTime(year: 2026, month: 4, day: 3, minutes: 510, second: 59, offset: 0)),
        ("2026-04-03t08:30z", FeedTime(year: 2026, month: 4, day: 3, minutes: 510, offset: 0)),
        ("2026-04-03 08:30:60 -0330", FeedTime(year: 2026, month: 4, day: 3, minutes: 510, second: 59, offset: -210)),
        ("2026-04-03T08:30:00", FeedTime(year: 2026, month: 4, day: 3, minutes: 510)),
        ("2024-02-29", FeedTime(year: 2024, month: 2, day: 29)),
        ("Fri, 03 Apr 2026 08:30:00 GMT", FeedTime(year: 2026, month: 4, day: 3, minutes: 510, offset: 0)),
        ("3 Apr 2026 08:30 +0800", FeedTime(year: 2026, month: 4, day: 3, minutes: 510, offset: 480)),
    ])
    func `are read in the forms that feeds use`(text: String, time: FeedTime) {
        #expect(FeedTime(text) == time)
    }

    @Test(arguments: [
        "", "soon", "2026-02-29", "2026-13-01", "2026-04-31", "2026-04-03T24:30:00Z", "2026-04-03T08:60:00Z",
        "2026-04-03x",
        "0000-01-01", "-0001-01-01", "２０２６-04-03", "2026-04-03T08:30:00+", "99999-01-01",
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

    @Test(arguments: [
        ("2026", "2026-01-01T00:00:00Z"), ("2026-04", "2026-04-01T00:00:00Z"), ("20260403", "2026-04-03T00:00:00Z"),
        ("2026-4-3", "2026-04-03T00:00:00Z"), ("2026-093", "2026-04-03T00:00:00Z"),
        ("2026-04-03T24:00:00Z", "2026-04-04T00:00:00Z"), ("2026-12-31T24:00:00Z", "2027-01-01T00:00:00Z"),
        ("Fri, 3 Apr 26 8:05 EST", "2026-04-03T08:05:00-05:00"),
        ("Fri, 03 Apr 2026 08:05:09 PDT", "2026-04-03T08:05:09-07:00"),
        ("Fri Apr  3 08:05:09 2026", "2026-04-03T08:05:09Z"),
        ("Fri Apr  3 08:05:09 MSK 2026", "2026-04-03T08:05:09+03:00"),
        ("April 3, 2026 8:05 PM", "2026-04-03T20:05:00Z"), ("03-Apr-2026 08:05:09", "2026-04-03T08:05:09Z"),
        ("Fri, 3 Apr 126 08:05:09 GMT", "2026-04-03T08:05:09Z"),
        ("2026/04/03 08:05:09 +0900", "2026-04-03T08:05:09+09:00"),
        ("Fri, 2026/04/03 08:05:09 JST", "2026-04-03T08:05:09+09:00"),
        ("2026-04-03 08:05:09.0", "2026-04-03T08:05:09Z"),
        ("2026년 04월 03일 08:05:09", "2026-04-03T08:05:09+09:00"), ("2026-04-03 오후 8:05:09", "2026-04-03T20:05:09+09:00"),
        ("2026年4月3日 上午8:05", "2026-04-03T08:05:00Z"), ("2026年4月3日", "2026-04-03T00:00:00Z"),
        ("Παρ, 03 Απρ 2026 08:05:09 EET", "2026-04-03T08:05:09+02:00"),
        ("2026-április-3T08:05+02:00", "2026-04-03T08:05:00+02:00"),
        ("Пт, 03 апр 2026 08:05:09 +0300", "2026-04-03T08:05:09+03:00"),
        ("3 апреля 2026 08:05", "2026-04-03T08:05:00Z"),
        ("Do, 03 Dez 2026 08:05:09 +0100", "2026-12-03T08:05:09+01:00"), ("3. März 2026", "2026-03-03T00:00:00Z"),
        ("jeu., 03 déc. 2026 08:05:09 +0100", "2026-12-03T08:05:09+01:00"),
        ("3 de enero de 2026", "2026-01-03T00:00:00Z"),
        ("13/4/2026 08:05", "2026-04-13T08:05:00Z"), ("04/03/2026", "2026-04-03T00:00:00Z"),
    ])
    func `are understood as other programs and languages write them`(text: String, written: String) {
        #expect(FeedTime(text)?.rfc3339 == written)
    }

    @Test func `any text is a time that there is, or none`() {
        var random = Seeded(seed: 41)
        let texts = [
            "Fri, 03 Apr 2026 08:05:09 +0800", "2026-04-03T08:05:09.5Z", "2026년 04월 03일 오후 8:05", "3. März 2026",
        ]
        for round in 0..<4_000 {
            let text = String(decoding: Array(texts[round % 4].utf8).mutated(using: &random), as: UTF8.self)
            guard let time = FeedTime(text) else { continue }
            #expect(FeedTime(time.rfc3339) != nil, "\(text) gave \(time)")
        }
    }

    @Test func `without a zone, nobody knows when it was`() {
        #expect(FeedTime("2026-04-03T08:30:00")?.seconds == nil && FeedTime("2026-04-03")?.seconds == nil)
    }
}
