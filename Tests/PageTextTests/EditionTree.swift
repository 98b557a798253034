import Newspaper

extension Edition {
    /// The edition as an indented tree, one value a line; what tests compare.
    var tree: String {
        var lines = ["edition \(title ?? "-") \(language ?? "-")"]
        for page in pages { lines.append("page \(page.name ?? "-") | \(page.number ?? "-") | \(page.date ?? "-")") }
        for story in stories {
            lines.append("\(story.kind) \(story.headline ?? "-")")
            func add(_ name: String, _ value: String?) {
                if let value { lines.append("  \(name) \(value)") }
            }
            add("section", story.section)
            add("kicker", story.kicker)
            add("deck", story.deck)
            add("byline", story.byline)
            for credit in story.credits { add("credit", "\(credit.role) \(credit.name)") }
            add("continued", story.continued)
            for block in story.body { add(block.kind == .paragraph ? "p" : "crosshead", block.text) }
            for photo in story.photos { add("photo", photo.caption + (photo.credit.map { " | " + $0 } ?? "")) }
            add("continues", story.continues)
        }
        for text in furniture { lines.append("furniture \(text)") }
        return lines.joined(separator: "\n")
    }

    /// How often each scalar that is not white space stands in the edition. Hyphens are left out: printing's are taken out.
    var characters: [Unicode.Scalar: Int] {
        var texts = furniture
        for story in stories {
            texts += [story.kicker, story.headline, story.deck, story.byline, story.continued, story.continues]
                .compactMap { $0 }
            texts += story.body.map(\.text)
            for photo in story.photos { texts += [photo.caption, photo.credit ?? ""] }
        }
        return counted(texts)
    }
}

func counted(_ texts: [String]) -> [Unicode.Scalar: Int] {
    var counts: [Unicode.Scalar: Int] = [:]
    for text in texts {
        for scalar in text.unicodeScalars
        where !scalar.properties.isWhitespace && !["\u{FEFF}", "-", "\u{2010}", "\u{AD}"].contains(scalar) {
            counts[scalar, default: 0] += 1
        }
    }
    return counts
}
