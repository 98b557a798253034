import Screen

/// What a terminal draws in one or two cells: a grapheme cluster (UAX #29), or a part of one that takes cells of its
/// own (each half of a flag, each spacing vowel sign of an Indic syllable).
package struct Cluster: Sendable, Equatable {
    /// What to print: a base scalar and at most four combining marks.
    package var printed: PrintedText
    /// Width: 1 or 2 cells.
    package var cells: Int
    /// UTF-8 bytes from the start of the text to the grapheme cluster.
    package var offset: Int

    /// What to print, as a String.
    package var text: String { printed.string }
}

/// The clusters of a text in order, as they are printed. Characters that show nothing are left out.
///
/// A grapheme cluster is cut after eight cells. Controls, format characters, variation selectors, tags and skin tones
/// are never printed. Of a ZWJ sequence only the first emoji is printed. Characters that are not in Unicode 17 are
/// printed as 〓 (two cells) or ? (one cell).
/// - Parameter ambiguousIsWide: whether the terminal draws East_Asian_Width A two cells wide.
package func clusters(of text: String, ambiguousIsWide: Bool = false) -> [Cluster] {
    var clusters: [Cluster] = []
    eachCluster(of: text, ambiguousIsWide: ambiguousIsWide) {
        clusters.append($0)
        return true
    }
    return clusters
}

/// Takes the clusters of a text in order, until `body` returns false: `clusters` without an array.
package func eachCluster(of text: String, ambiguousIsWide: Bool = false, _ body: (Cluster) -> Bool) {
    withRecords(of: text, ambiguousIsWide) { records in
        for index in 0..<records.count where records[index].cells > 0 {
            let record = records[index]
            let cluster = Cluster(
                printed: records.shown(record), cells: Int(record.cells), offset: Int(record.offset))
            if !body(cluster) { return }
        }
    }
}

/// The width of the text on one line, in cells.
/// - Parameter ambiguousIsWide: whether the terminal draws East_Asian_Width A two cells wide.
package func cells(of text: String, ambiguousIsWide: Bool = false) -> Int {
    withRecords(of: text, ambiguousIsWide) { records in (0..<records.count).reduce(0) { $0 + Int(records[$1].cells) } }
}

/// The text if it fits into `width` cells. Otherwise as much of its beginning as fits, followed by an ellipsis; spaces
/// and opening marks before the ellipsis are dropped. Empty if there is no room for the ellipsis.
/// - Parameter ambiguousIsWide: whether the terminal draws East_Asian_Width A (which includes …) two cells wide.
package func truncated(_ text: String, to width: Int, ambiguousIsWide: Bool = false) -> String {
    guard cells(of: text, ambiguousIsWide: ambiguousIsWide) > width else { return text }
    let ellipsis = ambiguousIsWide ? 2 : 1
    guard width >= ellipsis else { return "" }
    return withRecords(of: text, ambiguousIsWide) { records in
        var kept = 0
        var column = 0
        while kept < records.count, column + Int(records[kept].cells) <= width - ellipsis {
            column += Int(records[kept].cells)
            kept += 1
        }
        while kept > 0, records[kept].flags.contains(.continues) || records[kept - 1].role.needsFollower { kept -= 1 }
        return (0..<kept).reduce(into: "") { if records[$1].cells > 0 { $0 += records.shown(records[$1]).string } }
            + "…"
    }
}

extension Role {
    /// Blanks and opening marks, which make no sense right before an ellipsis.
    fileprivate var needsFollower: Bool {
        switch self {
        case .space, .wideSpace, .opener, .narrowOpen, .quoteOpen, .bullet, .hidden: true
        default: false
        }
    }
}

private func withRecords<Result>(of text: String, _ ambiguousIsWide: Bool, _ body: (borrowing ClusterRecords) -> Result)
    -> Result
{
    var text = text
    return text.withUTF8 { bytes in
        var records = ClusterRecords(capacity: bytes.count + 8)
        records.ambiguousIsWide = ambiguousIsWide
        records.read(bytes)
        return body(records)
    }
}
