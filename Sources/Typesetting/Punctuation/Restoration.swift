/// A half-width mark of a paragraph that is shown as a full-width one.
package struct Restoration: Sendable, Equatable {
    /// UTF-8 bytes of the mark in the paragraph, without a space next to it that is not shown.
    package var source: Range<Int>
    /// The full-width mark.
    package var shown: String
}

/// The marks that `typeset` makes full-width in a paragraph if `ParagraphStyle.restoresPunctuation` is set, in order.
package func restorations(of paragraph: String) -> [Restoration] {
    var paragraph = paragraph
    return paragraph.withUTF8 { bytes in
        var records = ClusterRecords(capacity: bytes.count + 8)
        records.read(bytes)
        records.readMarks(restoring: true)
        var found: [Restoration] = []
        for index in 0..<records.count where records[index].flags.contains(.restored) {
            let start = Int(records[index].offset)
            let isEllipsis = records[index].role == .ellipsis
            if isEllipsis, let last = found.last, last.shown == "…", last.source.upperBound == start {
                // …… is one mark. The dots after its second half have no records any more.
                let end = (start..<bytes.count).first { bytes[$0] != 0x2E } ?? bytes.count
                found[found.count - 1] = Restoration(source: last.source.lowerBound..<end, shown: "……")
            } else {
                let next = isEllipsis && index + 1 < records.count ? Int(records[index + 1].offset) : start + 1
                found.append(Restoration(source: start..<next, shown: records.shown(records[index]).string))
            }
        }
        return found
    }
}
