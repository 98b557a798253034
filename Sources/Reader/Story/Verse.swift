import Newspaper
import Typesetting

/// Finds verse: a run of short lines that do not read as sentences.
///
/// Nothing in a page's text says that it is verse; but nobody prints four paragraphs of a dozen characters under one
/// another, most of them without a full stop and none of them speech or an item of a list.
enum Verse {
    /// The runs of body blocks that are verse.
    static func blocks(of body: [Block]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = 0
        while start < body.count {
            let end = body[start...].firstIndex { !mayBeVerse($0) } ?? body.count
            let run = start..<end
            let open = run.count { !endsSentence(body[$0].text) }
            if run.count >= 4, open * 2 >= run.count { runs.append(run) }
            start = end + 1
        }
        return runs
    }

    /// Sixteen Han: two halves of seven and their marks.
    private static let widest = 32

    private static func mayBeVerse(_ block: Block) -> Bool {
        guard block.kind == .paragraph, block.text.utf8.count <= 3 * widest, let first = block.text.unicodeScalars.first
        else { return false }
        switch first.value {
        // Digits, quotes, brackets, dashes, list marks.
        case 0x21...0x40, 0x2010...0x203F, 0x2460...0x27BF, 0x3008...0x301F, 0xFF01...0xFF20: return false
        default: return !block.text.unicodeScalars.contains("：") && cells(of: block.text) <= widest
        }
    }

    private static func endsSentence(_ text: String) -> Bool {
        switch text.unicodeScalars.last {
        case "。", "！", "？", ".", "!", "?", "”", "」", "』": true
        default: false
        }
    }
}
