/// The features of one line, each with its value: memory for one line after another.
final class FoundFeatures {
    typealias Found = (feature: Feature, value: Float)

    private let start: UnsafeMutablePointer<Found>
    var count = 0

    init() {
        // None is found twice.
        start = .allocate(capacity: Feature.count)
    }

    deinit { start.deallocate() }

    @inline(__always)
    func add(_ feature: Feature, _ value: Float = 1) {
        start[count] = (feature, value)
        count += 1
    }

    @inline(__always)
    subscript(index: Int) -> Found { start[index] }
}
