import CNcurses
import Screen

/// Styles as ncurses' attributes and colour pairs; pairs are made as they are first used.
struct Palette {
    let depth: ColorDepth
    private var known: [Style: (attr_t, Int32)] = [:]
    /// The style that was asked for last: neighbours on the screen mostly have the same.
    private var latest: (style: Style, result: (attr_t, Int32))?
    private var pairs: [Pair: Int32] = [:]

    private struct Pair: Hashable {
        let foreground: Int32
        let background: Int32
    }

    init(depth: ColorDepth) { self.depth = depth }

    /// Pairs that are left for a frame: each cell of a picture may want one.
    private static let reserve = 8192

    /// Whether there may be no pairs for a frame's new colours. They are never given back one by one.
    var isFull: Bool {
        let limit = Int(broadsheet_color_pairs())
        return limit > 2 * Self.reserve && pairs.count > limit - Self.reserve || known.count > 1 << 16
    }

    /// Begins anew with pairs, none of which is on the screen any more.
    mutating func forget() { (known, latest, pairs) = ([:], nil, [:]) }

    mutating func attributes(of style: Style) -> (attr_t, Int32) {
        if let latest, latest.style == style { return latest.result }
        let result = known[style] ?? newAttributes(of: style)
        latest = (style, result)
        return result
    }

    private mutating func newAttributes(of style: Style) -> (attr_t, Int32) {
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

    /// ncurses' number of the colour that comes nearest; −1 is the terminal's own.
    private func index(_ color: Color) -> Int32 {
        let colors = Int(broadsheet_colors())
        switch depth {
        case .none: return -1
        case .sixteen: return color.index(among: min(16, max(8, colors))).map(Int32.init) ?? -1
        case .twoHundredFiftySix: return color.index(among: 256).map(Int32.init) ?? -1
        case .direct:
            if case .indexed(let index) = color, index < 8 { return Int32(index) }
            guard let (red, green, blue) = color.components else { return -1 }
            // The first eight numbers are the palette's even where colours are direct.
            return Int32(max(8, red << 16 | green << 8 | blue))
        }
    }
}
