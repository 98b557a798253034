/// One line of a page that is not blank: a reference to its metrics in the page's `LineStore`, which must outlive it.
///
/// Widths are in cells: a Han character has two, a Latin letter one.
@dynamicMemberLookup
struct TextLine {
    private let place: UnsafeMutablePointer<LineMetrics>

    init(at place: UnsafeMutablePointer<LineMetrics>) { self.place = place }

    subscript<Value>(dynamicMember metric: WritableKeyPath<LineMetrics, Value>) -> Value {
        @inline(__always) get { place.pointee[keyPath: metric] }
        @inline(__always) nonmutating set { place.pointee[keyPath: metric] = newValue }
    }

    var length: Int { place.pointee.end - place.pointee.start }
    /// Width in Han characters, rounded up.
    var ems: Int { (place.pointee.width + 1) / 2 }
    var solid: Int { place.pointee.han + place.pointee.kana }

    /// Takes over all that is measured of another line, but not where it is.
    func measureAgain(as line: TextLine) {
        var metrics = line.place.pointee
        metrics.start = place.pointee.start
        metrics.end = place.pointee.end
        metrics.number = place.pointee.number
        metrics.gap = place.pointee.gap
        metrics.indent = place.pointee.indent
        place.pointee = metrics
    }
}
