/// How far bytes look like a European language in windows-1252, of which ISO 8859-1 is a part.
///
/// Every byte is a character there; so what counts is where those beyond ASCII stand: letters beside letters of ASCII,
/// quotation marks and dashes around words.
struct Windows1252Evidence {
    /// Bytes beyond ASCII.
    private(set) var characters = 0
    /// Of these, usual ones in their usual places.
    private(set) var fitting = 0
    private(set) var bits = 0
    private var undefined = 0
    private var letters = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        for offset in bytes.indices {
            let byte = bytes[offset]
            guard byte >= 0x80 else {
                bits += Int(CharacterParser.asciiBits)
                if Self.isLetter(byte) { letters += 1 }
                continue
            }
            switch Self.fit(bytes, offset) {
            case true?:
                characters += 1
                fitting += 1
                bits += Self.isMark(byte) ? 4 : 6
            // What follows the end is not known: the byte may begin a character that is cut.
            case _ where offset + 1 == bytes.count: bits += 16
            case false?:
                characters += 1
                bits += 16
            case nil:
                characters += 1
                undefined += 1
                bits += Int(CharacterParser.illFormedBits)
            }
        }
    }

    /// Nine in ten are usual ones in their places, in words of ASCII.
    var isPlain: Bool {
        characters > 0 && fitting * 10 >= characters * 9 && undefined * 50 <= characters && letters > characters
    }

    /// Whether the byte at an offset is usual in its place; nil where it is no character.
    private static func fit(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool? {
        func byte(_ place: Int) -> UInt8 { bytes.indices.contains(place) ? bytes[place] : 0x20 }
        let (before, after) = (byte(offset - 1), byte(offset + 1))
        // At the end of the bytes nobody knows.
        guard offset + 1 < bytes.count else { return false }
        switch bytes[offset] {
        case 0x81, 0x8D, 0x8F, 0x90, 0x9D: return nil
        // … ‘ ’ “ ” – — ‚ „ and, as old files have it, a space that does not break.
        case 0x82, 0x84, 0x85, 0x91...0x94, 0x96, 0x97, 0xA0: return before < 0xC0 || after < 0xC0
        // « » ° § £ € © ® · ¿ ¡ ½ º ª ² •
        case 0xAB, 0xBB, 0xB0, 0xA7, 0xA3, 0x80, 0xA9, 0xAE, 0xB7, 0xBF, 0xA1, 0xBC...0xBE, 0xBA, 0xAA, 0xB2, 0x95:
            return before < 0xC0 && after < 0xC0
        case let letter where isAccented(letter):
            // À, É and à are words by themselves.
            return isWord(before) || isWord(after)
                || isAccented(before) && isWord(byte(offset - 2)) || isAccented(after) && isWord(byte(offset + 2))
                || before <= 0x20 && after <= 0x20 && [0xC0, 0xE0, 0xC9, 0xE9, 0xF3].contains(letter)
        default: return false
        }
    }

    /// The letters but ÿ, ð and þ, which are hardly ever used; Š š Œ œ Ž ž.
    private static func isAccented(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xC0...0xD6, 0xD8...0xDD, 0xDF...0xEF, 0xF1...0xF6, 0xF8...0xFD, 0x8A, 0x9A, 0x8C, 0x9C, 0x8E, 0x9E: true
        default: false
        }
    }

    /// Quotation marks, dashes and the ellipsis, in English nearly all that there is.
    private static func isMark(_ byte: UInt8) -> Bool {
        byte == 0x82 || byte == 0x84 || byte == 0x85 || (0x91...0x97).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// A letter of ASCII, or a mark of windows-1252 that stands beside words: an apostrophe, a quotation mark, a dash.
    private static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isMark(byte) }
}
