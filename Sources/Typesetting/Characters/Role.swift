/// What a character is to a newspaper: the table that tailors UAX #14 (its section 8) and says where lines may stretch.
///
/// The characters named after a case have that role; the rest get theirs from their Unicode properties, as said in the
/// case's comment. `.dev/generate-tables` reads this file, so the order and the names are the generated table's too.
/// Sources: GB/T 15834-2011 5.1, clreq 3.1 (its strict set), jlreq 3.1.7–3.1.10, klreq.
enum Role: UInt8, Sendable, CaseIterable {
    /// Whatever has no other role: UAX #14 alone decides.
    case other
    /// Ideographs, kana, wide symbols (ID).
    case han
    /// Never starts a line: small kana, iteration and long marks (CJ, wide NS).
    case smallKana  // 々 〻 ゝ ゞ ヽ ヾ ー ・ ゛ ゜
    /// Kept in words; a joint inside one is a last resort (JL, JV, JT, H2, H3).
    case hangul
    /// Letters of words (AL, HL).
    case letter
    /// Digits of numbers (NU).
    case digit
    /// Full-width letters, which make words like narrow ones.
    case wideLetter  // U+FF21..U+FF3A U+FF41..U+FF5A
    /// Full-width digits, which make numbers like narrow ones.
    case wideDigit  // U+FF10..U+FF19
    /// Never starts a line, may hang whole beyond its end.
    case stop  // ， 。 、 ； ：
    /// Never starts a line (wide EX).
    case exclamation  // ？ ！ ‼ ⁇ ⁈ ⁉
    /// Never ends a line, blank left half (wide OP).
    case opener  // （ 《 〈 「 『 【 〔 〖 〘 〚 ［ ｛ ｟ 〝
    /// Never starts a line, blank right half (wide CL).
    case closer  // ） 》 〉 」 』 】 〕 〗 〙 〛 ］ ｝ ｠ 〞 〟
    /// Never ends a line; full-width by a blank on its left.
    case quoteOpen  // “ ‘
    /// Never starts a line; full-width by a blank on its right.
    case quoteClose  // ” ’
    /// Neither starts a line nor is parted from its like.
    case dash  // — ― ⸺
    /// Neither starts a line nor is parted from its like (IN).
    case ellipsis  // … ‥ ⋯
    /// Half an em between names; never starts a line.
    case interpunct  // · ‧ •
    /// Never starts a line; between digits, never ends one either.
    case connector  // - ‐ – ～ 〜 － ． ～
    /// Neither starts nor ends a line.
    case slash  // / ／
    /// Stays with the number before it (PO).
    case suffix  // % ‰ ° ℃ ℉ ′ ″ ％ ‱ ㎡ ㎏ ㎞ ㏄
    /// Stays with the number after it (PR).
    case prefix  // $ ¥ ￥ € £ ＄ ￡ №
    /// Marks an item, and stays with what follows.
    case bullet  // □ ■ ◆ ◇ ● ◎ ★ ☆ ▲ △ ▼ ▽ ▶ ▷ ※ U+2460..U+2473 U+2776..U+277F
    /// A blank between words, stretched first, and not shown at a line's end (SP).
    case space  // U+0009 U+0020
    /// A blank of two cells, not shown at a line's end.
    case wideSpace  // U+3000
    /// ASCII and other narrow openers (OP).
    case narrowOpen
    /// ASCII and other narrow closers (CL, CP).
    case narrowClose
    /// ASCII and other narrow stops (IS, EX).
    case narrowStop
    /// Straight quotes (QU), of which nobody knows which side they stand on.
    case quote
    /// A hyphen that is shown where a line ends at it, and else not.
    case softHyphen  // U+00AD
    /// Ends the line (BK, CR, LF, NL).
    case newline
    /// Shows nothing, but may join or part its neighbours (ZW, WJ, format characters).
    case hidden
}
