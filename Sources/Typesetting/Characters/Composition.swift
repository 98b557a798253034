/// The scalars of a cluster, with Hangul syllables and voiced kana composed into one scalar (Unicode 3.12 and NFC),
/// because terminals disagree on the width of the decomposed forms. Other letters with marks are left as they are:
/// every terminal draws those in the cells of their base.
func composedScalars(_ character: Character) -> [UInt32] {
    var result: [UInt32] = []
    for scalar in character.unicodeScalars.lazy.map(\.value) {
        if let last = result.last, let one = composed(last, scalar) {
            result[result.count - 1] = one
        } else {
            result.append(scalar)
        }
    }
    return result
}

/// The single scalar that is canonically equivalent to the two; nil if there is none among Hangul and kana.
private func composed(_ first: UInt32, _ second: UInt32) -> UInt32? {
    switch (first, second) {
    case (0x1100...0x1112, 0x1161...0x1175):
        0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28
    case (0xAC00...0xD7A3, 0x11A8...0x11C2) where (first - 0xAC00) % 28 == 0:
        first + second - 0x11A7
    case (_, 0x3099) where hasVoiced(first): first + 1
    case (0x3046, 0x3099): 0x3094
    case (0x30A6, 0x3099): 0x30F4
    case (0x309D, 0x3099), (0x30FD, 0x3099): first + 1
    case (0x30EF...0x30F2, 0x3099): first + 8
    case (_, 0x309A) where hasSemivoiced(first): first + 2
    default: nil
    }
}

/// Whether the next code point is the kana with a voiced sound mark: か…ち, つ…と, は…ほ and their katakana.
private func hasVoiced(_ kana: UInt32) -> Bool {
    let hiragana = kana >= 0x30A1 ? kana - 0x60 : kana
    return switch hiragana {
    case 0x304B...0x3061: hiragana % 2 == 1
    case 0x3064...0x3068: hiragana % 2 == 0
    default: hasSemivoiced(kana)
    }
}

/// Whether the code point after next is the kana with a semi-voiced sound mark: は ひ ふ へ ほ and their katakana.
private func hasSemivoiced(_ kana: UInt32) -> Bool {
    let hiragana = kana >= 0x30A1 ? kana - 0x60 : kana
    return (0x306F...0x307B).contains(hiragana) && hiragana % 3 == 0
}
