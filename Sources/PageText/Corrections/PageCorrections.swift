import Newspaper
import TextDecoding

/// What readers have said about the lines of one file of pages, and the small file that this is kept in.
///
/// A line of the file is one correction: what the line is (`LineRuling.name`), its words, those of the line before it and
/// those of the line after it, with a tab between two of them; only the first two are needed. A line that begins with `#`
/// is a comment. Lines that are not understood are kept as they are and mean nothing.
package struct PageCorrections: Hashable, Sendable {
    /// In the order in which they were made; of two about the same line the later counts.
    package private(set) var all: [LineCorrection] = []
    /// Lines of the file that are not understood.
    package private(set) var unknown: [String] = []

    /// Bytes of a file that are read, and lines of it that count: a page has a thousandth of them.
    package static let largestFile = 1 << 20
    static let mostLines = 10_000

    /// No corrections.
    package init() {}

    /// The corrections that a file holds, whatever its bytes are.
    package init(file bytes: [UInt8]) {
        var text = String(decoding: bytes.prefix(Self.largestFile), as: UTF8.self)
        if text.hasPrefix("\u{FEFF}") { text.unicodeScalars.removeFirst() }
        for line in text.split(whereSeparator: \.isNewline).prefix(Self.mostLines) where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let name = fields[0].trimmed.lowercased()
            let words = fields.count > 1 ? TextDecoder.clean(fields[1]) : ""
            if let ruling = LineRuling(named: name == "text" ? "paragraph" : name), !words.trimmed.isEmpty {
                all.append(
                    LineCorrection(
                        ruling, words: words, before: fields.count > 2 ? TextDecoder.clean(fields[2]) : "",
                        after: fields.count > 3 ? TextDecoder.clean(fields[3]) : ""))
            } else if !line.allSatisfy(\.isWhitespace) {
                unknown.append(String(line))
            }
        }
    }

    /// Whether nothing is said; what is not understood is not counted.
    package var isEmpty: Bool { all.isEmpty }

    /// What a file of them holds.
    package var file: [UInt8] {
        var text =
            "# Broadsheet: corrections of this page. What a line is, its words, the line before it, the line after it.\n"
        for correction in all {
            text += "\(correction.ruling.name)\t\(correction.words)\t\(correction.before)\t\(correction.after)\n"
        }
        for line in unknown { text += line + "\n" }
        return Array(text.utf8)
    }

    /// Says something about a line, in place of what was said about it before; nil takes that back.
    package mutating func set(_ ruling: LineRuling?, of line: LineAddress) {
        // The ruling makes no difference to which line it is.
        let new = LineCorrection(ruling ?? .begins, of: line)
        all.removeAll { $0.isAboutSameLine(as: new) }
        if ruling != nil { all.append(new) }
    }
}
