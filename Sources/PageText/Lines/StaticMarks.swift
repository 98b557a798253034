/// A small set of scalars. Its memory is never freed: sets are made once, as constants.
struct StaticMarks: @unchecked Sendable {
    let values: UnsafeBufferPointer<UInt32>
    /// A bit for the lowest ten bits of each scalar, which excludes most others at once.
    private let filter: UnsafePointer<UInt64>

    init(_ marks: String) {
        values = .kept(marks.unicodeScalars.map(\.value))
        var bits = [UInt64](repeating: 0, count: 16)
        for value in values { bits[Int(value >> 6 & 15)] |= 1 << UInt64(value & 63) }
        filter = UnsafeBufferPointer.kept(bits).baseAddress.unsafelyUnwrapped
    }

    @inline(__always)
    func contains(_ value: UInt32) -> Bool {
        filter[Int(truncatingIfNeeded: value >> 6 & 15)] &>> UInt64(value & 63) & 1 == 1 && has(value)
    }

    private func has(_ value: UInt32) -> Bool {
        for other in values where other == value { return true }
        return false
    }
}

extension UnsafeBufferPointer {
    /// A copy that is never freed.
    static func kept(_ elements: [Element]) -> UnsafeBufferPointer {
        let room = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
        _ = room.initialize(from: elements)
        return UnsafeBufferPointer(room)
    }
}
