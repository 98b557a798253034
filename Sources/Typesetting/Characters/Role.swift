/// What a character does in the typesetting of a newspaper. Roles tailor UAX #14 (its section 8.2) and decide where a
/// line may stretch.
///
/// A character listed in the comment after a case has that role. All others get a role from their Unicode properties,
/// given in the doc comment of the case. `.dev/generate-tables` reads this file: the order and the names of the cases
/// are part of the generated table. At most 32 roles (five bits).
///
/// Sources: GB/T 15834-2011 5.1, clreq 3.1 (strict set), jlreq 3.1.7–3.1.10, klreq.
enum Role: UInt8, Sendable, CaseIterable {
    /// Any character without another role; UAX #14 alone decides.
    case other
    /// Ideographs, kana, wide symbols (ID).
    case han
    /// Never starts a line: small kana, iteration marks and long marks (CJ, wide NS).
    case smallKana  // 々 〻 ゝ ゞ ヽ ヾ ー ・ ゛ ゜
    /// Korean syllables; a line ends inside a word only as a last resort (JL, JV, JT, H2, H3).
    case hangul
    /// Letters of words (AL, HL).
    case letter
    /// Digits of numbers (NU).
    case digit
    /// Full-width letters, which form words as narrow ones do.
    case wideLetter  // U+FF21..U+FF3A U+FF41..U+FF5A
    /// Full-width digits, which form numbers as narrow ones do.
    case wideDigit  // U+FF10..U+FF19
    /// Never starts a line; may hang past its end, both cells.
    case stop  // ， 。 、 ； ：
    /// Never starts a line (wide EX).
    case exclamation  // ？ ！ ‼ ⁇ ⁈ ⁉
    /// Never ends a line; its left half is blank (wide OP).
    case opener  // （ 《 〈 「 『 【 〔 〖 〘 〚 ［ ｛ ｟ 〝
    /// Never starts a line; its right half is blank (wide CL).
    case closer  // ） 》 〉 」 』 】 〕 〗 〙 〛 ］ ｝ ｠ 〞 〟
    /// Never ends a line; a blank cell on its left makes it full-width.
    case quoteOpen  // “ ‘
    /// Never starts a line; a blank cell on its right makes it full-width.
    case quoteClose  // ” ’
    /// Never starts a line; a run of dashes is not divided.
    case dash  // — ― ⸺
    /// Never starts a line; a run of ellipses is not divided (IN).
    case ellipsis  // … ‥ ⋯
    /// The point between the parts of a name; never starts a line.
    case interpunct  // · ‧ •
    /// Never starts a line; between digits it does not end one either.
    case connector  // - ‐ – ～ 〜 － ． ～
    /// Neither starts nor ends a line.
    case slash  // / ／
    /// Stays with the number before it (PO).
    case suffix  // % ‰ ° ℃ ℉ ′ ″ ％ ‱ ㎡ ㎏ ㎞ ㏄
    /// Stays with the number after it (PR).
    case prefix  // $ ¥ ￥ € £ ＄ ￡ №
    /// Starts a list item and stays with the text after it.
    case bullet  // □ ■ ◆ ◇ ● ◎ ★ ☆ ▲ △ ▼ ▽ ▶ ▷ ※ U+2460..U+2473 U+2776..U+277F
    /// A blank between words, stretched first and not shown at the end of a line (SP).
    case space  // U+0009 U+0020
    /// A blank of two cells, not shown at the end of a line.
    case wideSpace  // U+3000
    /// ASCII and other narrow openers (OP).
    case narrowOpen
    /// ASCII and other narrow closers (CL, CP).
    case narrowClose
    /// ASCII and other narrow stops (IS, EX).
    case narrowStop
    /// Straight quotes (QU), which may open or close.
    case quote
    /// A hyphen that is shown only if a line ends at it.
    case softHyphen  // U+00AD
    /// Ends the line (BK, CR, LF, NL).
    case newline
    /// Shows nothing, but may forbid or allow a break between its neighbours (ZW, WJ, format characters).
    case hidden
}
