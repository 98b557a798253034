import CGumbo

/// What is open where a tag stands, as far as it limits what gumbo is given: neither its stack nor its time must grow with the
/// depth of a page.
struct OpenElements {
    /// Elements in each other, as browsers limit them too.
    static let mostNested = 256
    /// Formatting that is open at a time: each block opens all of it again (HTML, 13.2.4.3).
    static let mostFormatting = 8

    private struct Open {
        var tag: GumboTag
        /// What was open of formatting where something began that formatting does not leave.
        var formatting: SIMD8<UInt8>?
    }

    private let keepsFormatting: Bool
    private var nesting: [Open] = []
    private var formatting = SIMD8<UInt8>()
    /// Start tags that were left out, whose end tags are left out too.
    private var skipped = [UInt32](repeating: 0, count: 256)

    init(keepsFormatting: Bool) { self.keepsFormatting = keepsFormatting }

    /// Notes a start tag; false where it is to be left out.
    mutating func start(_ tag: GumboTag) -> Bool {
        let traits = ElementTraits[tag]
        if let slot = Self.formattingSlot(tag) {
            guard keepsFormatting, formatting.wrappedSum() < UInt8(Self.mostFormatting) else {
                skipped[Int(tag.rawValue)] += 1
                return false
            }
            formatting[slot] += 1
            return true
        }
        if tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH || tag == GUMBO_TAG_TR || tag == GUMBO_TAG_CAPTION { closeCell() }
        if traits.contains(.void) || traits.contains(.endsItself) || tag == GUMBO_TAG_A { return true }
        guard nesting.count < Self.mostNested else {
            skipped[Int(tag.rawValue)] += 1
            return false
        }
        nesting.append(Open(tag: tag, formatting: traits.contains(.scope) ? formatting : nil))
        return true
    }

    /// Notes an end tag; false where it is to be left out, since nothing is open that it would close.
    mutating func end(_ tag: GumboTag) -> Bool {
        if skipped[Int(tag.rawValue)] > 0 {
            skipped[Int(tag.rawValue)] -= 1
            return false
        }
        if let slot = Self.formattingSlot(tag) {
            guard formatting[slot] > 0 else { return false }
            formatting[slot] -= 1
            return true
        }
        return ElementTraits[tag].contains(.endsItself) || tag == GUMBO_TAG_A || tag == GUMBO_TAG_HEAD || close(tag)
    }

    /// Closes the element and what is open inside it; false where it is not open.
    private mutating func close(_ tag: GumboTag) -> Bool {
        let isTable = tag == GUMBO_TAG_TABLE
        let isHeading = Self.isHeading(tag)
        for place in nesting.indices.reversed() {
            let open = nesting[place]
            if open.tag == tag || isHeading && Self.isHeading(open.tag) {
                removeAll(from: place)
                return true
            }
            if open.formatting != nil, !isTable || open.tag == GUMBO_TAG_TABLE { return false }
        }
        return false
    }

    /// Closes what is open in a table, where its next cell begins.
    private mutating func closeCell() {
        if let table = nesting.lastIndex(where: { $0.tag == GUMBO_TAG_TABLE || $0.tag == GUMBO_TAG_TEMPLATE }) {
            removeAll(from: table + 1)
        }
    }

    private mutating func removeAll(from place: Int) {
        if let before = nesting[place...].lazy.compactMap(\.formatting).first { formatting = before }
        nesting.removeSubrange(place...)
    }

    private static func isHeading(_ tag: GumboTag) -> Bool {
        (GUMBO_TAG_H1.rawValue...GUMBO_TAG_H6.rawValue).contains(tag.rawValue)
    }

    private static func formattingSlot(_ tag: GumboTag) -> Int? {
        switch tag {
        case GUMBO_TAG_B: 0
        case GUMBO_TAG_STRONG: 1
        case GUMBO_TAG_I: 2
        case GUMBO_TAG_EM: 3
        case GUMBO_TAG_CODE: 4
        case GUMBO_TAG_TT: 5
        default: nil
        }
    }
}
