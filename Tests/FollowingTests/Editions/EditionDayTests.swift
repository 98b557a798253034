import Foundation
import Newspaper
import Testing

@testable import Following

struct EditionDayTests {
    /// - Parameter zone: hours ahead of UTC, by the time in seconds since 1970.
    private func day(
        _ text: String, closing: Int? = nil, zone: @escaping @Sendable (Int64) -> Int64 = { _ in 0 }
    ) throws -> String? {
        let time = try Date(text, strategy: .iso8601).timeIntervalSince1970
        return EditionDay(closing: closing) { FeedTime.utc($0 + zone($0) * 3600) }.day(of: Int64(time))
    }

    /// Central Europe in 2026: summer from 29 March to 25 October, both at 1:00 UTC.
    private let berlin: @Sendable (Int64) -> Int64 = { (1_774_746_000..<1_792_890_000).contains($0) ? 2 : 1 }

    @Test func `a day ends at the reader's midnight`() throws {
        #expect(try day("2026-03-05T23:59:59Z") == "2026-03-05")
        #expect(try day("2026-03-05T16:00:00Z", zone: { _ in 8 }) == "2026-03-06")
        #expect(try day("2026-03-05T15:59:59Z", zone: { _ in 8 }) == "2026-03-05")
        #expect(try day("2026-03-05T02:00:00Z", zone: { _ in -5 }) == "2026-03-04")
    }

    @Test func `what comes after an edition has closed is in the next one`() throws {
        #expect(try day("2026-03-05T06:59:00Z", closing: 420) == "2026-03-05")
        #expect(try day("2026-03-05T07:00:00Z", closing: 420) == "2026-03-06")
        #expect(try day("2026-12-31T20:00:00Z", closing: 420) == "2027-01-01")
        #expect(try day("2028-02-28T20:00:00Z", closing: 420) == "2028-02-29")
    }

    @Test func `a night in which clocks are set leads to the next day all the same`() throws {
        #expect(try day("2026-03-28T22:30:00Z", closing: 1380, zone: berlin) == "2026-03-29")
        #expect(try day("2026-03-29T00:59:00Z", zone: berlin) == "2026-03-29")
        #expect(try day("2026-10-24T21:30:00Z", closing: 1380, zone: berlin) == "2026-10-25")
        #expect(try day("2026-10-25T22:30:00Z", closing: 1380, zone: berlin) == "2026-10-26")
    }

    @Test func `an hour that no day has is midnight`() {
        #expect(EditionDay(closing: -1).closing == nil && EditionDay(closing: 1440).closing == nil)
    }

    @Test func `a time that no calendar has is on no day`() { #expect(EditionDay().day(of: .max) == nil) }
}
