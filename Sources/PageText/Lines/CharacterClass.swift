/// What a scalar means on a page: letter of a script, digit, mark that ends a sentence, bracket.
enum CharacterClass: UInt8 {
    case other, space, han, kana, hangul, lower, upper, letter, digit
    /// 。！？… and similar: a sentence can end here.
    case terminal
    /// ，、；： and similar: a sentence continues.
    case pause
    case opening, closing
    /// The straight double quote, which opens and closes.
    case quote
    case dash
    /// Geometric shapes that begin an item or a byline: ●■□◇▲.
    case bullet

    var isLetter: Bool { rawValue >= CharacterClass.han.rawValue && rawValue <= CharacterClass.letter.rawValue }
    /// Of a script without spaces between words.
    var isSolid: Bool { self == .han || self == .kana }
}
