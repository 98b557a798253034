/// Features of lines that name people.
extension FeatureExtractor {
    func findWriters(_ line: inout TextLine) {
        guard folded.count <= 60 else { return }
        if line.features.contains(.bracketed) {
            if folded.isGenre(from: 1, to: folded.count - 1) { return }
            if TrailingAttribution.isCredit(folded, from: 1, to: folded.count - 1) {
                line.features.insert(.creditOnly)
                return
            }
            if NewspaperLexicon.authorNote.match(folded.scalars, at: 1, end: folded.count) > 0 {
                line.features.insert([.signature, .authorNote])
                return
            }
            if TrailingAttribution.isInitials(folded, from: 1, to: folded.count - 1)
                || JapaneseNames.names(in: folded, from: 1, to: folded.count - 1) != nil
                || JapaneseNames.byline(folded, from: 1, to: folded.count - 1)?.hasRole == true
            {
                line.features.insert(.signature)
                return
            }
            if TrailingAttribution.isExcerpt(folded, from: 1, to: folded.count - 1) {
                line.features.insert(.signature)
                return
            }
            // [编后] heads a text, [招租] is a label, (未完待续) ends an instalment.
            if !line.features.isDisjoint(with: [.service, .endsColon])
                || Self.unfinished.mayBeIn(folded) && Self.unfinished.isIn(folded)
            {
                return
            }
            if let byline = Byline.read(folded, from: 1, to: folded.count - 1, frame: .bracket),
                line.hangul == 0 || byline.hasRole || line.hangul <= 4 && Surnames.hangul.contains(folded.scalars[1]),
                // 【工会快讯】, [记者调查] name columns.
                byline.hasRole && !byline.isPenName || folded.count <= 5
                    || !(byline.isPenName && line.spaces == 0 && folded.scalars[0] == 0x5B)
            {
                line.features.insert(.signature)
            }
            return
        }
        // An e-mail address on a line of its own belongs to the name above it.
        if line.spaces == 0, line.solid == 0, folded.mayHave("@"), folded.scalars.contains(0x40),
            line.length == folded.count
        {
            line.features.insert(.staff)
            return
        }
        // 【本報訊】記者 莫子軒: a dateline and a byline.
        if line.datelineLength > 0, line.features.isDisjoint(with: [.datelineOnly, .endsSentence]), folded.count <= 40,
            let dateline = Dateline.read(folded), dateline.length < folded.count,
            let byline = Byline.read(folded, from: dateline.length), byline.hasRole, !byline.isPenName
        {
            line.features.insert(.byline)
            return
        }
        if folded.mayBegin(anyOf: folded.starts.writers), findNamelessWriters(&line) { return }
        if line.solid == 0, line.hangul == 0, folded.count <= 48, NewspaperLexicon.staff.isIn(folded),
            NewspaperLexicon.by.match(folded.scalars, at: 0, end: folded.count) == 0,
            !line.features.contains(.endsSentence)
        {
            // Page editor Martha Quill, designer Dev Anand
            if isEditorsLine { return }
            // Martha Quill, Staff Writer
            if isStaffWriter {
                line.features.insert(.byline)
                return
            }
            line.features.insert(
                Self.staffReporter.match(folded.scalars, at: 0, end: folded.count) == folded.count ? .byline : .staff)
            return
        }
        if TrailingAttribution.isExcerpt(folded, from: 0, to: folded.count) {
            line.features.formUnion([.byline, .signature])
            return
        }
        if TrailingAttribution.isCreditLine(folded) || isSourceOfPicture,
            // Story and photos by Martha Quill
            line.solid > 0
                || NewspaperLexicon.by.match(folded.scalars, at: 0, end: folded.count) == 0
                    && NewspaperLexicon.byBoth.match(folded.scalars, at: 0, end: folded.count) == 0
        {
            line.features.insert(.creditOnly)
        }
        if isAddressed(line) { line.features.insert(.addressed) }
        if let byline = Byline.read(folded) {
            if NewspaperLexicon.source.match(folded.scalars, at: 0, end: folded.count) > 0 {
                // Below a headline or at the end.
                line.features.formUnion([.byline, .signature])
                line.features.remove(.startsSpeaker)
            } else if line.features.contains(.startsDash) {
                line.features.insert(.signature)
            } else if byline.hasRole || byline.hasBullet,
                !byline.isPenName || line.features.isDisjoint(with: .dateline) || line.features.contains(.datelineOnly)
            {
                line.features.insert(.byline)
                // 記者 林小禾 攝影 何一川 is no column of pictures.
                if byline.hasRole { line.features.subtract([.rubricWord, .pictureRubric]) }
                if folded.scalars[0] == 0xB7 { line.features.remove(.startsBullet) }
                // 撰文：何一川, but 记者：何先生
                if byline.hasPhotographer
                    || NewspaperLexicon.question.match(folded.scalars, at: 0, end: folded.count) == 0
                {
                    line.features.remove(.startsSpeaker)
                }
            } else if !line.features.contains(.datelineOnly), !byline.credits.isEmpty,
                isBareName(line, names: byline.names),
                byline.names < 2 || !byline.hasLongName
            {
                line.features.insert(.bareName)
                if byline.isPenName { line.features.insert(.penName) }
            }
        }
    }

    /// Lines that say whose writer wrote, and no name: Special to the Ledger, From staff reports, Name and address supplied.
    private func findNamelessWriters(_ line: inout TextLine) -> Bool {
        if NewspaperLexicon.specialTo.match(folded.scalars, at: 0, end: folded.count) > 0, folded.count <= 48 {
            line.features.insert(.byline)
            return true
        }
        if NewspaperLexicon.newsroom.match(folded.scalars, at: 0, end: folded.count) == folded.count {
            line.features.insert(.byline)
            return true
        }
        if folded.count > 8,
            NewspaperLexicon.withheld.match(folded.scalars, at: 0, end: folded.count) >= folded.count - 1
        {
            line.features.insert(.signature)
            return true
        }
        return false
    }

    static let unfinished = Words("未完 待续 待續 续完 續完 全文完 下期续 下期續 つづく")

    /// Two or three capitalised words, a comma, and what somebody is to the paper.
    private var isStaffWriter: Bool {
        guard let comma = folded.scalars.firstIndex(of: 0x2C), comma > 4, folded.count - comma < 28 else {
            return false
        }
        let words = folded.scalars.indices.prefix(comma).filter { $0 == 0 || folded.scalars[$0 - 1] == 0x20 }
        guard (2...4).contains(words.count), words.allSatisfy({ folded.kind($0) == .upper }) else { return false }
        return NewspaperLexicon.staff.isIn(folded, from: comma)
            && !folded.scalars[(comma + 1)...].contains(0x2C)
    }

    /// 新华社发（郭牧遥 摄）; 圖：雲澤縣老人會提供
    private var isSourceOfPicture: Bool {
        guard folded.count <= 28 else { return false }
        var cursor = Cursor(folded)
        if cursor.consume(NewspaperLexicon.agency), cursor.consume("发") || cursor.consume("發") { return true }
        cursor.at = 0
        cursor.consume("/")
        // 图/文：周小禾 names a writer.
        guard NewspaperLexicon.both.match(folded.scalars, at: cursor.at, end: folded.count) == 0,
            cursor.consume(NewspaperLexicon.photographer)
        else { return false }
        cursor.skipSpaces()
        cursor.consume(NewspaperLexicon.photographer)
        return cursor.consume(":") || cursor.consume("=") || cursor.consume("/")
    }

    /// Two to four capitalised words, a comma, and one or two more such runs: who wrote a letter, and where from.
    private func isAddressed(_ line: TextLine) -> Bool {
        if line.hangul > 0 { return isAddressedHangul(line) }
        guard line.solid == 0, line.pauses <= 2, line.digits == 0, line.quotes == 0,
            line.features.contains(.startsCapital), !line.features.contains(.endsSentence), folded.count >= 10
        else { return false }
        var words = 0
        var capitals = 0
        var initials = 0
        var parts: [Int] = []
        for at in 0..<folded.count {
            let kind = folded.kind(at)
            if isAddressMark(at) {
                parts.append(words)
                words = 0
            } else if kind.isLetter, at == 0 || folded.scalars[at - 1] == 0x20 {
                // Studienrat a. D.
                if parts.isEmpty, words > 0, at + 1 < folded.count, folded.scalars[at + 1] == 0x2E { initials += 1 }
                words += 1
                if kind == .upper { capitals += 1 } else if at + 3 < folded.count, !isSmallWord(at) { return false }
            }
        }
        parts.append(words)
        return (2...3).contains(parts.count) && (2...(initials > 1 ? 5 : 4)).contains(parts[0])
            && parts.dropFirst().allSatisfy { (1...4).contains($0) }
            && capitals >= parts.reduce(0, +) - 1
    }

    /// 마윤정·가람읍 주부: a name, a dot, and where from.
    private func isAddressedHangul(_ line: TextLine) -> Bool {
        guard line.ems <= 22, line.digits == 0, !line.features.contains(.endsSentence), folded.count > 6 else {
            return false
        }
        return folded.scalars[3] == 0xB7 && Surnames.hangul.contains(folded.scalars[0])
            && (0..<3).allSatisfy { folded.kind($0) == .hangul }
    }

    /// A comma, or a point after a whole word; after an initial it separates nothing.
    private func isAddressMark(_ at: Int) -> Bool {
        if folded.scalars[at] == 0x2C || folded.scalars[at] == 0x3B { return true }
        return folded.scalars[at] == 0x2E && at >= 4 && (1...4).allSatisfy { folded.kind(at - $0).isLetter }
    }

    /// of, de, д.: at most three letters.
    private func isSmallWord(_ from: Int) -> Bool {
        var at = from
        while at < folded.count, folded.kind(at).isLetter { at += 1 }
        return at - from <= 3
    }

    /// Whether a line that is names and nothing else may be a byline: many other short lines look the same.
    private func isBareName(_ line: TextLine, names: Int) -> Bool {
        // LUCÍA ARANDA: two or three words in capitals at most.
        if line.features.contains(.capitals), line.spaces > 2 || line.width > 24 || line.pauses > 0 { return false }
        guard line.features.isDisjoint(with: [.rubricWord, .pictureRubric, .briefRubric, .notice, .service]) else {
            return false
        }
        if line.kana > 0 || line.digits > 0 { return false }
        if !line.features.isDisjoint(with: [.endsStop, .endsPause, .endsColon]) { return false }
        if line.hangul > 0 { return names == 1 && Surnames.hangul.contains(folded.scalars[0]) }
        if line.solid > 0 { return names <= 3 }
        if names == 2, isPair { return !isBanner(line) }
        // Latin: at least two words, of which the first is no article.
        return line.spaces >= 1 && line.spaces <= 3 && line.features.contains(.startsCapital) && !isBanner(line)
            && Self.articles.match(folded.scalars, at: 0, end: folded.count) == 0 && line.quotes == 0
            && !folded.scalars.contains(0x26)
    }
    /// Ana Ruiz and Ken Bradshaw: two names of two or three words.
    private var isPair: Bool {
        guard !folded.scalars.contains(0x2C) else { return false }
        var counts = [0]
        var at = 0
        while at < folded.count {
            var end = at
            while end < folded.count, folded.scalars[end] != 0x20 { end += 1 }
            if folded.scalars[at] == 0x26 || folded.kind(at) == .lower {
                counts.append(0)
            } else {
                if Self.articles.match(folded.scalars, at: at, end: end) == end - at { return false }
                counts[counts.count - 1] += 1
            }
            at = end + 1
        }
        return counts.count == 2 && counts.allSatisfy { (2...3).contains($0) }
    }
    private static let staffReporter = Words(
        "Staff_Reporter Staff_Writer Staff_Correspondent Our_Correspondent Our_Staff_Reporter Special_Correspondent")
    private static let articles = Words(
        """
        The A An Der Die Das Ein Eine Le La Les El Los Las Mut Zum Zur THE DER DIE DAS LE LA LES EL LOS LAS
        In On At For With In Im Am Aus En Au Con Para IN ON AT FOR WITH IM AM AUS EN AU CON PARA
        """)
}
