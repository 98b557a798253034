/// Characters that cannot be seen, and that the word or the picture beside them needs: joiners in emoji (👩‍🚒), between letters of
/// scripts that join them (می‌خواهم, ക്‍), what makes an emoji of a sign (❤️, 1️⃣), and the letters of a flag's region.
///
/// Only the characters next to them in the text decide, so that what is kept is kept when it is read again.
struct Joiners {
    private let bytes: UnsafeBufferPointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The end of the invisible characters from a place on that are needed there; nil where the first is not.
    ///
    /// - Parameter floor: what is before it is not beside the character.
    func end(at place: Int, _ scalar: UInt32, next: Int, from floor: Int) -> Int? {
        guard let before = scalarBefore(place, from: floor) else { return nil }
        switch scalar {
        case 0xFE0F: return isStyled(before.value, next: next) ? next : nil
        case 0x200D:
            let after = scalarAfter(next)
            let isNeeded =
                isInPicture(before, from: floor) && Self.isPicture(after)
                || Self.isVirama(before.value) || Self.isIndic(before.value) && Self.isVirama(after)
                || Self.isArabic(before.value) || Self.isArabic(after)
            return isNeeded ? next : nil
        case 0x200C:
            let after = scalarAfter(next)
            let isNeeded =
                Self.isVirama(before.value) && Self.isIndic(after)
                || Self.isArabic(before.value) && Self.isArabic(after)
            return isNeeded ? next : nil
        case 0xE0030...0xE007A: return before.value == 0x1F3F4 ? endOfRegion(from: place) : nil
        default: return nil
        }
    }

    private func scalarBefore(_ place: Int, from floor: Int) -> (value: UInt32, start: Int)? {
        guard place > floor else { return nil }
        let start = bytes.scalarStart(before: place, from: floor)
        guard let scalar = UTF8Decoder.decode(bytes, at: start).scalar else { return nil }
        return (scalar, start)
    }

    /// The scalar at a place; 0 where there is none.
    private func scalarAfter(_ place: Int) -> UInt32 {
        place < bytes.count ? UTF8Decoder.decode(bytes, at: place).scalar ?? 0 : 0
    }

    /// Whether U+FE0F means something after a character: a sign that can be an emoji, or a figure on a key.
    private func isStyled(_ scalar: UInt32, next: Int) -> Bool {
        switch scalar {
        case 0x23, 0x2A, 0x30...0x39: scalarAfter(next) == 0x20E3
        default: Self.isPicture(scalar)
        }
    }

    /// Whether an emoji ends here, perhaps with U+FE0F.
    private func isInPicture(_ last: (value: UInt32, start: Int), from floor: Int) -> Bool {
        if last.value != 0xFE0F { return Self.isPicture(last.value) }
        return scalarBefore(last.start, from: floor).map { Self.isPicture($0.value) } ?? false
    }

    /// The end of the tag letters and their end mark (🏴󠁧󠁢󠁥󠁮󠁧󠁿); nil for any others, which may hide a text.
    private func endOfRegion(from start: Int) -> Int? {
        var (place, count) = (start, 0)
        while place < bytes.count, count <= 6 {
            let (scalar, length) = UTF8Decoder.decode(bytes, at: place)
            place += length
            switch scalar ?? 0 {
            case 0xE0030...0xE0039, 0xE0061...0xE007A: count += 1
            case 0xE007F: return count >= 3 ? place : nil
            default: return nil
            }
        }
        return nil
    }

    private static func isPicture(_ scalar: UInt32) -> Bool {
        scalar > 0x7F && Unicode.Scalar(scalar)?.properties.isEmoji ?? false
    }

    /// Letters, marks and figures of the scripts of India and its neighbours.
    private static func isIndic(_ scalar: UInt32) -> Bool { (0x0900...0x0DFF).contains(scalar) }

    private static func isVirama(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x094D, 0x09CD, 0x0A4D, 0x0ACD, 0x0B4D, 0x0BCD, 0x0C4D, 0x0CCD, 0x0D3B, 0x0D3C, 0x0D4D, 0x0DCA: true
        default: false
        }
    }

    /// Letters of the Arabic script, and the marks over them.
    private static func isArabic(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0620...0x065F, 0x066E...0x06D3, 0x06D5, 0x06D6...0x06DC, 0x06DF...0x06E8, 0x06EA...0x06EF,
            0x06FA...0x06FF, 0x0750...0x077F, 0x0870...0x0887, 0x0889...0x088E, 0x08A0...0x08E1, 0x08E3...0x08FF:
            true
        default: false
        }
    }
}
