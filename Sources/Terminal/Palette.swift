import CNcurses
import Screen

/// Styles as ncurses' attributes and colour pairs; pairs are made as they are first used.
struct Palette {
    private let depth: Terminal.Depth
    private var known: [Style: (attr_t, Int32)] = [:]
    private var pairs: [Pair: Int32] = [:]

    private struct Pair: Hashable {
        let foreground: Int32
        let background: Int32
    }

    init(depth: Terminal.Depth) { self.depth = depth }

    mutating func attributes(of style: Style) -> (attr_t, Int32) {
        if let known = known[style] { return known }
        var attributes: attr_t = 0
        if style.attributes.contains(.bold) { attributes |= broadsheet_bold }
        if style.attributes.contains(.dim) { attributes |= broadsheet_dim }
        if style.attributes.contains(.underline) { attributes |= broadsheet_underline }
        if style.attributes.contains(.reverse) { attributes |= broadsheet_reverse }
        let result = (attributes, pair(style))
        known[style] = result
        return result
    }

    private mutating func pair(_ style: Style) -> Int32 {
        guard depth != .none else { return 0 }
        let wanted = Pair(foreground: index(style.foreground), background: index(style.background))
        if wanted.foreground < 0, wanted.background < 0 { return 0 }
        if let pair = pairs[wanted] { return pair }
        let pair = Int32(pairs.count + 1)
        guard pair < broadsheet_color_pairs(), init_extended_pair(pair, wanted.foreground, wanted.background) != ERR
        else {
            return 0
        }
        pairs[wanted] = pair
        return pair
    }

    /// The terminal's colour that comes nearest; −1 is its own.
    private func index(_ color: Color) -> Int32 {
        guard case .rgb(let red, let green, let blue) = color else { return -1 }
        switch depth {
        case .none: return -1
        case .sixteen:
            let most = Int32(min(16, max(8, Int(broadsheet_colors()))))
            return Self.nearest(red, green, blue, among: 0..<most, of: Self.ansi)
        case .twoHundredFiftySix:
            return Self.nearest(red, green, blue, among: 16..<256, of: Self.indexed)
        }
    }

    private static func nearest(
        _ red: UInt8, _ green: UInt8, _ blue: UInt8, among indices: Range<Int32>,
        of value: (Int32) -> (Int, Int, Int)
    ) -> Int32 {
        func distance(_ index: Int32) -> Int {
            let (r, g, b) = value(index)
            let (dr, dg, db) = (r - Int(red), g - Int(green), b - Int(blue))
            // The eye sees green best and blue least.
            return 3 * dr * dr + 6 * dg * dg + db * db
        }
        return indices.min { distance($0) < distance($1) } ?? 7
    }

    /// The first sixteen colours as xterm has them; a terminal's own may differ.
    private static func ansi(_ index: Int32) -> (Int, Int, Int) {
        let bright = index >= 8
        let level = bright ? 255 : 205
        let low = bright ? 92 : 0
        if index == 7 { return (229, 229, 229) }
        if index == 8 { return (127, 127, 127) }
        let bits = Int(index & 7)
        return (bits & 1 != 0 ? level : low, bits & 2 != 0 ? level : low, bits & 4 != 0 ? level : low)
    }

    /// Colours 16 … 255: a cube of six levels, then 24 greys.
    private static func indexed(_ index: Int32) -> (Int, Int, Int) {
        if index >= 232 {
            let grey = 8 + 10 * Int(index - 232)
            return (grey, grey, grey)
        }
        func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }
        let place = Int(index) - 16
        return (level(place / 36), level(place / 6 % 6), level(place % 6))
    }
}
