/// How a brief without a headline begins: the mark of the list that it stands in (▲ ● ◆), and the words that lead it in, as
/// `【县气象台】提醒：` or `Ferries:`.
package struct BriefLead: Sendable, Equatable {
    /// UTF-8 bytes of the mark and of the blanks after it.
    package let mark: Int
    /// UTF-8 bytes from the beginning to the end of the words that lead in, the colon left out; `mark` where there are none.
    package let end: Int

    /// Scalars that the mark and its blanks have at most.
    package static let longestMark = 4
    /// Scalars that the words have at most.
    private static let longest = 24

    /// The beginning of a brief's text.
    package init(_ text: String) {
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        if start < scalars.endIndex, Self.isMark(scalars[start]) {
            start = scalars.index(after: start)
            for _ in 1..<Self.longestMark where start < scalars.endIndex && scalars[start].properties.isWhitespace {
                start = scalars.index(after: start)
            }
        }
        // A mark alone is what there is to show.
        if start == scalars.endIndex { start = scalars.startIndex }
        mark = text.utf8.distance(from: text.startIndex, to: start)
        end = Self.end(of: scalars[start...]).map { text.utf8.distance(from: text.startIndex, to: $0) } ?? mark
    }

    /// What a list calls the brief: the words that lead it in, without brackets, else its text without the mark.
    package func title(of text: String) -> String {
        let bytes = text.utf8.dropFirst(mark)
        guard end > mark else { return String(decoding: bytes, as: UTF8.self) }
        let words = String(decoding: bytes.prefix(end - mark), as: UTF8.self)
        return String(String.UnicodeScalarView(words.unicodeScalars.filter { $0 != "【" && $0 != "】" }))
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x25A0...0x25FF, 0x2605, 0x2606, 0x2022, 0x203B, 0x2756, 0x25C6, 0x27A4, 0x25B6: true
        default: false
        }
    }

    /// The end of a few words before a colon, or of words in heavy brackets.
    private static func end(of text: Substring.UnicodeScalarView) -> String.Index? {
        var closed: String.Index?
        for (count, index) in text.indices.enumerated() {
            guard count <= longest else { break }
            switch text[index] {
            case "：": return count > 0 ? index : nil
            case ":":
                // Not of a time or a score.
                let next = text.index(after: index)
                let isTime = next < text.endIndex && ("0"..."9").contains(text[next])
                return count > 0 && !isTime ? index : closed
            case "】" where text.first == "【": closed = text.index(after: index)
            case "，", "。", ",", ".", "；", ";", "“", "”", "\"", "（", "(", "！", "？", "!", "?": return closed
            default: break
            }
        }
        return closed
    }
}
