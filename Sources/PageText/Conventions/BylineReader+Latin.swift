import Newspaper

/// Bylines and names in Latin letters.
extension BylineReader {
    /// By NAME and NAME, Staff Writer; — NAME.
    mutating func readLatin() -> Byline? {
        var (both, hasPictures) = (false, false)
        if [0x2014, 0x2D, 0x2015].contains(cursor.next) {
            while [0x2014, 0x2D, 0x2015].contains(cursor.next) { cursor.at += 1 }
            cursor.skipSpaces()
            byline.hasRole = true
        } else if cursor.consume(NewspaperLexicon.byBoth) {
            both = true
            cursor.consume(":")
            guard cursor.skipSpaces() > 0 else { return nil }
            byline.hasRole = true
        } else if cursor.consume(NewspaperLexicon.by) {
            cursor.consume(":")
            guard cursor.skipSpaces() > 0 else { return nil }
            byline.hasRole = true
            if let named = readUnnamed() { return named }
        } else {
            return readReport()
        }
        // Das Interview führte NAME.
        if cursor.end - cursor.at > 4, cursor.text.scalars[cursor.end - 1] == 0x2E,
            (2...4).allSatisfy({ cursor.text.kind(cursor.end - $0) == .lower })
        {
            cursor.end -= 1
        }
        let start = cursor.at
        if cursor.consume(NewspaperLexicon.agency), cursor.isAtEnd {
            byline.credits.append(Credit(.agency, cursor.string(from: start, to: cursor.at)))
            byline.names = 1
            return byline
        }
        cursor.at = start
        if cursor.consume(NewspaperLexicon.wire), cursor.end - cursor.at <= 1 {
            byline.credits.append(Credit(.agency, cursor.string(from: start, to: cursor.at)))
            byline.names = 1
            return byline
        }
        cursor.at = start
        while !cursor.isAtEnd {
            cursor.skipSpaces()
            if cursor.isAtEnd { break }
            if cursor.consume(anyOf: Self.separators) { continue }
            if cursor.consume(Self.conjunctions) { continue }
            // The rest says whose writer it is.
            if byline.names > 0, NewspaperLexicon.staff.isIn(cursor.text, from: cursor.at, to: cursor.end),
                cursor.end - cursor.at < 50
            {
                cursor.at = cursor.end
                break
            }
            // By Martha Quill in Tarn Vale, For the Ledger
            if byline.names > 0, Self.affiliations.match(cursor.text.scalars, at: cursor.at, end: cursor.end) > 0,
                cursor.end - cursor.at < 40
            {
                cursor.at = cursor.end
                break
            }
            // Text: Greta Wend, Fotos: Jonas Pfab; Words by Greta Wend. Pictures by Jonas Pfab
            if byline.names > 0, cursor.next == 0x2E, cursor.kind(1) == .other || cursor.kind(1) == .space {
                cursor.at += 1
                continue
            }
            if byline.names > 0, cursor.consume(NewspaperLexicon.photoBy), cursor.consume(":") || cursor.next == 0x20 {
                hasPictures = true
                continue
            }
            guard let name = readCapitalised() else { return nil }
            var role: Credit.Role = hasPictures && !both ? .photographer : .reporter
            if let deed = readDeed() { role = deed }
            byline.credits.append(Credit(role, name))
            if both { byline.credits.append(Credit(.photographer, name)) }
            byline.names += 1
            if byline.names > 6 { return nil }
        }
        return byline.names > 0 ? byline : nil
    }

    /// By our Parliamentary Correspondent, By "Rambler": behind By, somebody who is not named.
    private mutating func readUnnamed() -> Byline? {
        let (text, from, end) = (cursor.text, cursor.at, cursor.end)
        if Self.quotes.contains(cursor.next), Self.quotes.contains(text.scalars[end - 1]), (4...24).contains(end - from)
        {
            byline.credits = [Credit(.reporter, text.string(from: from + 1, to: end - 1))]
            byline.names = 1
            return byline
        }
        guard cursor.kind == .lower, (8...44).contains(end - from), cursor.consume(Self.articles), cursor.next == 0x20,
            (max(from, end - 14)..<end).contains(where: {
                text.scalars[$0 - 1] == 0x20 && NewspaperLexicon.staff.match(text.scalars, at: $0, end: end) == end - $0
            })
        else {
            cursor.at = from
            return nil
        }
        byline.credits = [Credit(.reporter, text.string(from: from, to: end))]
        byline.names = 1
        return byline
    }
    private static let quotes = StaticMarks("\"'‘’“”„")
    static let articles = Words("a an the our")

    /// Ana Ruiz reports, Greta Wend berichtet aus Senken; From KEN BRADSHAW at Priory Road, KEN BRADSHAW at Priory Road.
    private mutating func readReport() -> Byline? {
        guard cursor.kind == .upper, cursor.end - cursor.at <= 60 else { return nil }
        let isFrom = cursor.consume(Self.from)
        cursor.skipSpaces()
        let start = cursor.at
        guard let end = passCapitalised() else { return nil }
        let words = (start..<cursor.at).count { cursor.text.scalars[$0] == 0x20 } + 1
        let isCapital = (start..<cursor.at).allSatisfy { cursor.text.kind($0) != .lower }
        cursor.consume(",")
        // A SHEEP IN THE LOFT is a heading.
        guard (2...3).contains(words), cursor.skipSpaces() > 0, cursor.kind == .lower else { return nil }
        let isReport = !isFrom && cursor.consume(Self.reporting)
        if isReport, !cursor.isAtEnd { guard cursor.skipSpaces() > 0 else { return nil } }
        let isPlaced = isReport && cursor.isAtEnd || cursor.consume(Self.whence) && cursor.skipSpaces() > 0
        guard isPlaced, isReport || isCapital, cursor.isAtEnd || cursor.kind == .upper, cursor.end - cursor.at <= 30,
            !(cursor.at..<cursor.end).contains(where: { [.digit, .pause, .terminal].contains(cursor.text.kind($0)) })
        else { return nil }
        byline.hasRole = true
        byline.credits = [Credit(.reporter, cursor.string(from: start, to: end))]
        byline.names = 1
        return byline
    }
    static let from = Words("From")
    static let reporting = Words("reports reporting berichtet berichten")
    static let whence = Words("from at in aus reports_from")

    /// Greta Wend (Text), Jonas Pfab (Fotos): what somebody did, in brackets behind the name.
    private mutating func readDeed() -> Credit.Role? {
        var place = cursor
        place.skipSpaces()
        guard place.consume("("),
            let close = (place.at..<min(place.end, place.at + 16)).first(where: { place.text.scalars[$0] == 0x29 })
        else { return nil }
        let isPicture = NewspaperLexicon.photoBy.match(place.text.scalars, at: place.at, end: close) == close - place.at
        guard isPicture || NewspaperLexicon.by.match(place.text.scalars, at: place.at, end: close) == close - place.at
        else { return nil }
        cursor.at = close + 1
        return isPicture ? .photographer : .reporter
    }

    static let affiliations = Words("For_the In in at aus Aus for_the of_The of_the")
    static let conjunctions = Words("and und et og och")
    static let particles = Words("de van von der den di da del la le du dos zu zur af av ten ter bin al")

    /// One to four capitalised words: Naomi Ferris, J. van der Berg, MARÍA O'NEILL-SMITH.
    mutating func readCapitalised() -> String? {
        let from = cursor.at
        return passCapitalised().map { cursor.string(from: from, to: $0) }
    }

    /// Moves past such words and returns where they end.
    private mutating func passCapitalised() -> Int? {
        var words = 0
        var end = cursor.at
        while !cursor.isAtEnd, words < 5 {
            if cursor.kind == .upper {
                if words > 0, Self.conjunctions.match(cursor.text.scalars, at: cursor.at, end: cursor.end) > 0 { break }
                if words > 1, Self.affiliations.match(cursor.text.scalars, at: cursor.at, end: cursor.end) > 0 { break }
                if words > 1, NewspaperLexicon.photoBy.match(cursor.text.scalars, at: cursor.at, end: cursor.end) > 0 {
                    break
                }
                if words > 0, NewspaperLexicon.staff.match(cursor.text.scalars, at: cursor.at, end: cursor.end) > 0 {
                    break
                }
                let word = cursor.at
                // After an initial or Mrs a point belongs to the name, after a whole word it ends it.
                while !cursor.isAtEnd, isNameLetter(cursor), cursor.next != 0x2E || cursor.at - word <= 3 {
                    cursor.at += 1
                }
                words += 1
                end = cursor.at
            } else if !cursor.consume(Self.particles) {
                break
            }
            guard cursor.skipSpaces() > 0 else { break }
        }
        cursor.at = end
        return words > 0 ? end : nil
    }

    private func isNameLetter(_ cursor: Cursor) -> Bool {
        switch cursor.kind {
        case .upper, .lower, .letter: true
        default: [0x27, 0x2019, 0x2D, 0x2E].contains(cursor.next)
        }
    }
}
