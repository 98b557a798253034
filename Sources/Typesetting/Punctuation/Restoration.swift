/// A place where a paragraph is shown otherwise than it stands in the source: a mark that was made full-width again.
package struct Restoration: Sendable, Equatable {
    /// UTF-8 bytes of the mark in the paragraph; a space beside it, which is not shown, is not counted.
    package var source: Range<Int>
    package var shown: String
}

/// What `typeset` restores in a paragraph when its style says so.
package func restorations(of paragraph: String) -> [Restoration] {
    var paragraph = paragraph
    return paragraph.withUTF8 { bytes in
        var units = Units(capacity: bytes.count + 8)
        units.read(bytes)
        units.readMarks(restoring: true)
        var found: [Restoration] = []
        for index in 0..<units.count where units[index].flags.contains(.restored) {
            let start = Int(units[index].offset)
            let isEllipsis = units[index].role == .ellipsis
            if isEllipsis, let last = found.last, last.shown == "…", last.source.upperBound == start {
                // …… is one mark; the dots after its second half were taken out.
                let end = (start..<bytes.count).first { bytes[$0] != 0x2E } ?? bytes.count
                found[found.count - 1] = Restoration(source: last.source.lowerBound..<end, shown: "……")
            } else {
                let next = isEllipsis && index + 1 < units.count ? Int(units[index + 1].offset) : start + 1
                found.append(Restoration(source: start..<next, shown: units.shown(units[index]).string))
            }
        }
        return found
    }
}
