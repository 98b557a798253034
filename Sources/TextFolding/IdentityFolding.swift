/// What counts as the same when a story or a place in it is recognised by its words.
///
/// The values are part of every story id and of every place in the marks files: changing one gives stories other ids.
@usableFromInline package enum IdentityFolding {
    /// The scalar with width and case folded; nil for white space, punctuation and symbols.
    @inlinable @inline(__always)
    package static func fold(_ scalar: Unicode.Scalar) -> UInt32? {
        // Most letters of a Chinese paper, and those of others.
        if (0x4E00...0x9FFF).contains(scalar.value) { return scalar.value }
        guard scalar.value < 0x80 else { return foldOther(scalar) }
        let lower = scalar.value | 0x20
        if (0x61...0x7A).contains(lower) { return lower }
        return (0x30...0x39).contains(scalar.value) ? scalar.value : nil
    }

    @usableFromInline
    static func foldOther(_ scalar: Unicode.Scalar) -> UInt32? {
        let value = WidthFolding.narrow(scalar.value)
        switch value {
        // Of full width, as those of ASCII are folded already.
        case 0x30...0x39, 0x61...0x7A: return value
        case 0x41...0x5A: return value + 0x20
        case 0..<0x80: return nil
        // Kana, Han and Hangul: letters without case, and most of what there is. Looking properties up is slow.
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: return value
        // Punctuation and symbols of Han text, none of them a letter or a figure.
        case 0x2010...0x203E, 0x3000...0x3004, 0x3008...0x3020: return nil
        default: break
        }
        let properties = scalar.properties
        guard properties.isAlphabetic || properties.numericType != nil else { return nil }
        return properties.lowercaseMapping.unicodeScalars.first?.value ?? value
    }
}
