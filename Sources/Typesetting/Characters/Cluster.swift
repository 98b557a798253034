/// What a terminal shows in one or two cells: a grapheme cluster, or the part of one that has cells of its own (each half
/// of a flag, each spacing vowel sign of an Indic syllable).
package struct Cluster: Sendable, Equatable {
    /// What to print: a base scalar and at most four marks.
    package var text: String
    /// 1 or 2.
    package var cells: Int
    /// UTF-8 bytes from the start of the text to the grapheme cluster.
    package var offset: Int
}

/// The text's clusters in order, as they are to be printed; what shows nothing is left out.
///
/// A grapheme cluster that asks for more than eight cells is cut short. Controls, format characters, variation selectors, tags and skin tones are never printed, of a ZWJ sequence only the
/// first emoji is; what Unicode 17 does not know is shown as 〓 or ?.
package func clusters(of text: String, ambiguousIsWide: Bool = false) -> [Cluster] {
    withUnits(of: text, ambiguousIsWide) { units in
        (0..<units.count).compactMap { index in
            let unit = units[index]
            return unit.cells == 0
                ? nil : Cluster(text: units.shown(unit).string, cells: Int(unit.cells), offset: Int(unit.offset))
        }
    }
}

/// Cells that the text takes on one line. East_Asian_Width A counts one cell, or two where the terminal draws it so.
package func cells(of text: String, ambiguousIsWide: Bool = false) -> Int {
    withUnits(of: text, ambiguousIsWide) { units in (0..<units.count).reduce(0) { $0 + Int(units[$1].cells) } }
}

/// The text where it fits in so many cells; else as much of its beginning as fits before an ellipsis of one cell, which
/// never follows a space or an opening mark.
package func truncated(_ text: String, to width: Int, ambiguousIsWide: Bool = false) -> String {
    guard cells(of: text, ambiguousIsWide: ambiguousIsWide) > width else { return text }
    let ellipsis = ambiguousIsWide ? 2 : 1
    guard width >= ellipsis else { return "" }
    return withUnits(of: text, ambiguousIsWide) { units in
        var kept = 0
        var column = 0
        while kept < units.count, column + Int(units[kept].cells) <= width - ellipsis {
            column += Int(units[kept].cells)
            kept += 1
        }
        while kept > 0, units[kept].flags.contains(.continues) || units[kept - 1].role.needsFollower { kept -= 1 }
        return (0..<kept).reduce(into: "") { if units[$1].cells > 0 { $0 += units.shown(units[$1]).string } } + "…"
    }
}

extension Role {
    /// Blanks and opening marks, which say nothing at an end.
    fileprivate var needsFollower: Bool {
        switch self {
        case .space, .wideSpace, .opener, .narrowOpen, .quoteOpen, .bullet, .hidden: true
        default: false
        }
    }
}

private func withUnits<Result>(of text: String, _ ambiguousIsWide: Bool, _ body: (borrowing Units) -> Result) -> Result
{
    var text = text
    return text.withUTF8 { bytes in
        var units = Units(capacity: bytes.count + 8)
        units.ambiguousIsWide = ambiguousIsWide
        units.read(bytes)
        return body(units)
    }
}
