import TextDecoding

/// How long a text takes at a newspaper reader's pace: 450 Han or kana, or 230 words, a minute.
package struct ReadingTime: Sendable, Equatable {
    /// How many Han and kana there are.
    package private(set) var han = 0
    /// How many words of other scripts there are.
    package private(set) var words = 0

    /// No text, no time.
    package init() {}

    /// Counts a paragraph or caption; a word never goes on from one text to the next.
    package mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add($0) }
    }

    /// The same of well-formed UTF-8.
    package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) { add(bytes, isHTML: false) }

    /// Counts the words of well-formed UTF-8 outside of HTML's tags and references: what lists show of a story that nobody has opened,
    /// at a hundredth of the time that its blocks would take. A word that is partly in an element counts twice.
    package mutating func add(html bytes: UnsafeBufferPointer<UInt8>) { add(bytes, isHTML: true) }

    @inline(__always)
    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, isHTML: Bool) {
        var isInWord = false
        var at = 0
        while at < bytes.count {
            let lead = bytes[at]
            // U+3000–U+9FFF: most of a Han text, and three bytes each.
            if lead &- 0xE3 <= 0xE9 - 0xE3 {
                let from = at
                repeat { at += 3 } while at < bytes.count && bytes[at] &- 0xE3 <= 0xE9 - 0xE3
                han += (at - from) / 3
                isInWord = false
                continue
            }
            if lead < 0x80 {
                at += 1
                switch lead {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
                    if !isInWord { words += 1 }
                    isInWord = true
                    while at < bytes.count, bytes[at] &- 0x61 < 26 { at += 1 }
                case 0x27, 0x2D: break
                case UInt8(ascii: "<") where isHTML:
                    while at < bytes.count, bytes[at] != UInt8(ascii: ">") { at += 1 }
                    at += 1
                    isInWord = false
                case UInt8(ascii: "&") where isHTML:
                    let end = min(at + 9, bytes.count)
                    while at < end, bytes[at] != UInt8(ascii: ";"), bytes[at] > 0x20 { at += 1 }
                    isInWord = false
                default: isInWord = false
                }
                continue
            }
            let (scalar, length) = bytes.scalar(at: at)
            at += length
            switch scalar {
            case 0x2E80...0xA4CF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
                han += 1
                isInWord = false
            case 0xC0...0x2AF, 0x370...0x1FFF, 0xAC00...0xD7A3:
                if !isInWord { words += 1 }
                isInWord = true
            case 0x2019: break
            default: isInWord = false
            }
        }
    }

    /// Exact minutes.
    package var minutes: Float { Float(Double(han) / 450 + Double(words) / 230) }
}
