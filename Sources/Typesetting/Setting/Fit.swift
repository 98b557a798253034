/// How a line fits its room: what it costs (terminal-text.md's sum of squared slack and penalties), and what is done.
struct Fit {
    var cost: Int32
    /// Cells to add in its gaps, or to take out of its blanks.
    var stretch: Int16 = 0
    /// Cells that its last mark reaches past the measure.
    var hang: UInt8 = 0

    /// Penalties beside the slack's square; a gap between Han is one step worse than two cells of slack.
    enum Cost {
        static let hanGap: Int32 = 50
        static let splitUnit: Int32 = 30
        static let hyphen: Int32 = 40
        static let consecutiveHangs: Int32 = 10
        static let ragged: Int32 = 400
        /// A last line of one character.
        static let orphan: Int32 = 900
        /// A break where no line may end.
        static let forced: Int32 = 4000
    }

    /// The best way to fill `room` with what `line` measures, or nil where it does not go in.
    ///
    /// `mark` is how far the line's last mark may reach past the measure; only a line that is too long asks for it.
    @inline(__always)
    static func best(_ line: Measures, room: Int, mark: @autoclosure () -> HangingReach, justified: Bool) -> Fit? {
        var best = fit(line, room, 0, justified)
        if line.cells <= room { return best }
        let mark = mark()
        if mark.contains(.half), let fit = fit(line, room, 1, justified), fit.cost < best?.cost ?? .max { best = fit }
        if mark.contains(.full), let fit = fit(line, room, 2, justified), fit.cost < best?.cost ?? .max { best = fit }
        return best
    }

    @inline(__always)
    private static func fit(_ line: Measures, _ room: Int, _ hang: Int, _ justified: Bool) -> Fit? {
        let slack = room + hang - line.cells
        let square = Int32(truncatingIfNeeded: min(slack * slack, 1_000_000))
        if slack < 0 {
            return -slack <= line.blanks ? Fit(cost: square, stretch: Int16(slack), hang: UInt8(hang)) : nil
        }
        if !justified { return hang > 0 && slack > 0 ? nil : Fit(cost: square, hang: UInt8(hang)) }
        let open = line.han == 0 ? line.open + line.words : line.open
        if slack <= open { return Fit(cost: square, stretch: Int16(slack), hang: UInt8(hang)) }
        let rest = slack - open
        if rest <= min(2, line.han) {
            return Fit(cost: square + Int32(rest) * Cost.hanGap, stretch: Int16(slack), hang: UInt8(hang))
        }
        return hang > 0 ? nil : Fit(cost: square + Cost.ragged)
    }

    /// A last line keeps its natural width; nil where it does not go in.
    @inline(__always)
    static func last(_ line: Measures, room: Int, mark: @autoclosure () -> HangingReach) -> Fit? {
        let excess = line.cells - room
        if excess <= 0 { return Fit(cost: 0) }
        let mark = mark()
        for hang in 1...2 where excess <= hang && mark.contains(HangingReach(rawValue: UInt8(hang))) {
            return Fit(cost: 0, hang: UInt8(excess))
        }
        return excess <= line.blanks ? Fit(cost: Int32(excess * excess), stretch: Int16(-excess)) : nil
    }
}

/// How far a line's last mark may reach past the measure.
struct HangingReach: OptionSet {
    let rawValue: UInt8
    static let half = HangingReach(rawValue: 1)
    static let full = HangingReach(rawValue: 2)
}
