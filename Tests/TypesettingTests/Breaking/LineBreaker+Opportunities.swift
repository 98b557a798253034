@testable import Typesetting

extension LineBreaker {
    /// For each scalar except the last, whether untailored UAX #14 allows or requires a break after it.
    static func opportunities(_ scalars: [UInt32]) -> [Bool] {
        let records = scalars.map { scalar in
            let traits = Traits(scalar)
            return ClusterRecord(
                scalar: scalar, offset: 0, breakClass: traits.breakClass, role: traits.role, cells: traits.cells)
        }
        var breaker = LineBreaker()
        return records.withUnsafeBufferPointer { records in
            records.indices.map { breaker.advance(records.baseAddress!, $0, records.count) != .never }.dropFirst().map(
                \.self)
        }
    }
}
