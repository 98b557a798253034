/// How well a line fills its room: its cost, and the changes that make it flush.
///
/// The cost is the square of the slack (cells between the natural width and the room) plus the penalties in `Cost`.
struct LineBadness {
    /// Squared cells; the sum over a paragraph is minimised.
    var cost: Int32
    /// Cells to add to the glue of the line, as far as there are good places, or, where negative, to take out of its blanks.
    var stretch: Int16 = 0
    /// Cells by which its last mark reaches past the measure: 0, 1 or 2.
    var hang: UInt8 = 0

    /// Penalties, in squared cells.
    enum Cost {
        /// For a line of Chinese that stays one cell short.
        static let short: Int32 = 8
        /// For one that takes a blank and stays one cell short.
        static let shortAndGap: Int32 = 60
        /// For a break between a number and the word it counts, or inside an address.
        static let splitQuantity: Int32 = 30
        /// For a shown soft hyphen.
        static let hyphen: Int32 = 40
        /// For a hanging mark below a line that has one too.
        static let consecutiveHangs: Int32 = 10
        /// For a justified line that its glue cannot nearly fill, and for a break inside a Korean word.
        static let ragged: Int32 = 400
        /// For a last line of one character (clreq 3.2.5).
        static let orphan: Int32 = 900
        /// For a break where none is allowed.
        static let forced: Int32 = 4000
    }

    /// The cheapest way to fill `room` cells with a line, or nil if the line is too wide.
    /// - Parameters:
    ///   - line: the metrics of the line without the blanks at its end.
    ///   - mark: how far the last mark may reach past the measure; evaluated only for a line wider than the room.
    ///   - justified: whether the line has to reach the measure.
    @inline(__always)
    static func least(_ line: PrefixMetrics, room: Int, mark: @autoclosure () -> HangingReach, justified: Bool)
        -> LineBadness?
    {
        var best = badness(line, room, 0, justified)
        if line.cells <= room { return best }
        let mark = mark()
        if mark.contains(.half), let badness = badness(line, room, 1, justified), badness.cost < best?.cost ?? .max {
            best = badness
        }
        if mark.contains(.full), let badness = badness(line, room, 2, justified), badness.cost < best?.cost ?? .max {
            best = badness
        }
        return best
    }

    /// The cost with a hang of exactly `hang` cells; nil if the line cannot be set that way.
    @inline(__always)
    private static func badness(_ line: PrefixMetrics, _ room: Int, _ hang: Int, _ justified: Bool) -> LineBadness? {
        let slack = room + hang - line.cells
        let square = Int32(truncatingIfNeeded: min(slack * slack, 1_000_000))
        if slack < 0 {
            return -slack <= line.blanks ? LineBadness(cost: square, stretch: Int16(slack), hang: UInt8(hang)) : nil
        }
        if !justified { return hang > 0 && slack > 0 ? nil : LineBadness(cost: square, hang: UInt8(hang)) }
        var badness = LineBadness(cost: square, stretch: Int16(slack), hang: UInt8(hang))
        if line.han == 0 {
            if slack <= line.open + line.words { return badness }
            return hang > 0 ? nil : LineBadness(cost: square + Cost.ragged)
        }
        // What spaces do not take up.
        let gaps = slack - line.words
        let places = line.open - line.words
        if gaps <= min(1, places) { return badness }
        if hang > 0 { return nil }
        badness.cost += gaps == 1 ? Cost.short : gaps == 2 && places > 0 ? Cost.shortAndGap : Cost.ragged
        badness.stretch = Int16(min(slack, line.words + min(2, places)))
        return badness
    }

    /// The cost of the last line of a paragraph, which keeps its natural width; nil if it is too wide.
    @inline(__always)
    static func last(_ line: PrefixMetrics, room: Int, mark: @autoclosure () -> HangingReach) -> LineBadness? {
        let excess = line.cells - room
        if excess <= 0 { return LineBadness(cost: 0) }
        let mark = mark()
        for hang in 1...2 where excess <= hang && mark.contains(HangingReach(rawValue: UInt8(hang))) {
            return LineBadness(cost: 0, hang: UInt8(excess))
        }
        return excess <= line.blanks ? LineBadness(cost: Int32(excess * excess), stretch: Int16(-excess)) : nil
    }
}
