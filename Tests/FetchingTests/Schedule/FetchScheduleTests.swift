import TestSupport
import Testing

@testable import Fetching

struct FetchScheduleTests {
    /// Wednesday 25 November 2026, 10:00 UTC.
    private let morning: Int64 = 1_795_600_800

    private func delay(_ schedule: FetchSchedule, _ history: FetchHistory, seed: UInt64 = 1) -> Int64? {
        schedule.due(after: history, seed: seed).map { $0 - (history.last ?? 0) }
    }

    @Test func `a source that was never asked is due, and one that is gone never`() {
        #expect(FetchSchedule().isDue(after: FetchHistory(), seed: 0, now: morning))
        #expect(FetchSchedule().due(after: FetchHistory(last: morning, isGone: true), seed: 0) == nil)
        #expect(!FetchSchedule().isDue(after: FetchHistory(last: 0, isGone: true), seed: 0, now: morning))
    }

    @Test func `a source that says nothing is asked every hour, one that says something when it wants`() {
        let history = FetchHistory(last: morning)
        #expect(delay(FetchSchedule(), history) == 3600)
        #expect(delay(FetchSchedule(ttl: 7200), history) == 7200)
        #expect(delay(FetchSchedule(ttl: 60), history) == 3600)
        #expect(delay(FetchSchedule(ttl: .max), history) == 86400)
        #expect(delay(FetchSchedule(), FetchHistory(last: morning, lifetime: 10_000)) == 10_000)
        #expect(delay(FetchSchedule(), FetchHistory(last: morning, lifetime: 1 << 31)) == 86400)
    }

    @Test func `the reader's interval counts for more, but Retry-After for most`() {
        let history = FetchHistory(last: morning, lifetime: 50_000)
        #expect(delay(FetchSchedule(interval: 900, ttl: 7200), history) == 900)
        #expect(delay(FetchSchedule(interval: 1), history) == 300)
        #expect(delay(FetchSchedule(interval: 7 * 86400), history) == 604_800)
        #expect(delay(FetchSchedule(interval: 900), FetchHistory(last: morning, retryAfter: 5000)) == 5000)
        #expect(delay(FetchSchedule(interval: 900), FetchHistory(last: morning, retryAfter: .max)) == 604_800)
        #expect(delay(FetchSchedule(interval: .max), FetchHistory(last: .max, failures: .max)) != nil)
    }

    @Test func `each failure doubles the delay, up to a day, and sources that fail together come back apart`() {
        for (failures, seconds) in [
            (1, 3600), (2, 7200), (3, 14400), (5, 57600), (6, 86400), (60, 86400), (.max, 86400),
        ] {
            let delays = (0..<200).map {
                delay(FetchSchedule(), FetchHistory(last: morning, failures: failures), seed: $0)!
            }
            #expect(delays.allSatisfy { abs($0 - Int64(seconds)) <= Int64(seconds) / 4 })
            #expect(Set(delays).count > 150)
            #expect(delays.min()! < Int64(seconds) * 8 / 10 && delays.max()! > Int64(seconds) * 12 / 10)
        }
        let weekly = delay(FetchSchedule(interval: 7 * 86400), FetchHistory(last: morning, failures: 5))!
        #expect(weekly > 5 * 86400)
    }

    @Test func `hours and days that a source names are waited for`() {
        let history = FetchHistory(last: morning)
        // 11:00 is skipped, and so on until 14:00.
        let hours = FetchSchedule(skippedHours: [11, 12, 13]).due(after: history, seed: 9)!
        #expect((0..<300).contains(hours - (morning + 4 * 3600)))
        // Wednesday and Thursday: Friday, 0:00.
        let days = FetchSchedule(skippedDays: [3, 4]).due(after: history, seed: 9)!
        #expect((0..<300).contains(days - (morning + 38 * 3600)))
        #expect(delay(FetchSchedule(skippedHours: [10, 12], skippedDays: [1, 2, 4]), history) == 3600)
        #expect(delay(FetchSchedule(skippedHours: Set(0...23)), history) == 3600)
        #expect(delay(FetchSchedule(skippedDays: Set(1...7)), history) == 3600)
        #expect(delay(FetchSchedule(skippedHours: [-1, 99, .max]), history) == 3600)
    }

    @Test func `a clock that was set back keeps no source waiting`() {
        let history = FetchHistory(last: morning)
        #expect(FetchSchedule().isDue(after: history, seed: 0, now: morning - 86400))
        #expect(!FetchSchedule().isDue(after: history, seed: 0, now: morning + 3599))
        #expect(FetchSchedule().isDue(after: history, seed: 0, now: morning + 3600))
    }

    @Test func `a history remembers what came`() {
        var history = FetchHistory()
        history.enter(.failure(.cancelled), at: morning)
        #expect(history == FetchHistory())
        history.enter(.failure(.status(503, retryAfter: 70)), at: morning)
        history.enter(.failure(.interrupted), at: morning + 1)
        #expect(history == FetchHistory(last: morning + 1, failures: 2))
        history.enter(.failure(.status(429, retryAfter: 70)), at: morning + 2)
        #expect(history == FetchHistory(last: morning + 2, failures: 3, retryAfter: 70))
        history.enter(.success(FetchResult(status: 304, lifetime: 50)), at: morning + 3)
        #expect(history == FetchHistory(last: morning + 3, lifetime: 50))
        history.enter(.failure(.gone), at: morning + 4)
        #expect(history.isGone)
    }

    @Test func `whatever the numbers are, a source is due later or never, and not too late`() {
        var random = Seeded(seed: 15)
        func number() -> Int {
            [Int.random(in: .min ... .max, using: &random), Int.random(in: -10...100_000, using: &random)]
                .randomElement(using: &random)!
        }
        for _ in 0..<20_000 {
            let schedule = FetchSchedule(
                interval: Bool.random(using: &random) ? Int.random(in: -10...86400, using: &random) : nil,
                ttl: number(),
                skippedHours: Set(
                    (0..<Int.random(in: 0...24, using: &random)).map { _ in Int.random(in: -2...25, using: &random) }),
                skippedDays: Set(
                    (0..<Int.random(in: 0...7, using: &random)).map { _ in Int.random(in: -1...9, using: &random) }))
            let history = FetchHistory(
                last: morning, failures: number(), lifetime: number(), retryAfter: number(), isGone: false)
            let due = schedule.due(after: history, seed: UInt64.random(in: 0 ... .max, using: &random))!
            #expect(due >= morning + 225)
            #expect(due <= morning + 15 * 86400)
        }
    }
}
