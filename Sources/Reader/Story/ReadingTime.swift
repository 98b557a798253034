import Newspaper

extension Story {
    /// Minutes that reading takes at a newspaper reader's pace: 450 Han or kana, or 230 words, a minute; 0 for less than
    /// half a minute.
    package var minutes: Int { Int(exactMinutes.rounded()) }

    var exactMinutes: Double {
        var han = 0
        var words = 0
        var isInWord = false
        func count(_ text: String) {
            isInWord = false
            for scalar in text.unicodeScalars {
                switch scalar.value {
                case 0x2E80...0xA4CF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
                    han += 1
                    isInWord = false
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x2AF, 0x370...0x1FFF, 0xAC00...0xD7A3:
                    if !isInWord { words += 1 }
                    isInWord = true
                case 0x27, 0x2D, 0x2019: break
                default: isInWord = false
                }
            }
        }
        for block in body { count(block.text) }
        for photo in photos { count(photo.caption) }
        return Double(han) / 450 + Double(words) / 230
    }

    /// What the list calls the story: its headline, else the beginning of its caption or body.
    package var listTitle: String? {
        headline ?? photos.first?.caption ?? body.first?.text
    }

    /// The names that the list shows under the headline.
    package var writers: [String] {
        var names: [String] = []
        for credit in credits where credit.role != .photographer && !names.contains(credit.name) {
            names.append(credit.name)
        }
        if names.isEmpty { names = credits.map(\.name) }
        return names
    }
}
