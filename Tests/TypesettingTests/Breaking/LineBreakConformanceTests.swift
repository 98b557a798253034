import Foundation
import TestSupport
import Testing

@testable import Typesetting

@Suite("UAX #14")
struct LineBreakConformanceTests {
    @Test("every case of Unicode 17's LineBreakTest.txt passes", .enabled(if: Shared.isThere))
    func conformance() throws {
        var cases = 0
        var failures: [Substring] = []
        for line in try Shared.text("unicode-17/LineBreakTest.txt").split(separator: "\n") where !line.hasPrefix("#") {
            let tokens = line.prefix { $0 != "#" }.split { $0 == " " || $0 == "\t" }
            let scalars = tokens.compactMap { UInt32($0, radix: 16) }
            let expected = tokens.filter { $0 == "÷" || $0 == "×" }.map { $0 == "÷" }.dropFirst().dropLast()
            cases += 1
            if LineBreaker.opportunities(scalars) != Array(expected) { failures.append(line) }
        }
        #expect(cases == 19_338)
        #expect(failures.count == 0, "\(failures.prefix(5))")
    }
}
