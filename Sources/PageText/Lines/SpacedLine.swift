import TextDecoding

/// A line as words and the blanks between them, to find the characters of it that were set apart.
struct SpacedLine {
    private struct Word {
        /// Characters that stand alone, figures, punctuation, and all other words.
        enum Kind { case han, kana, hangul, letter, figures, mark, other }

        var range: Range<Int>
        var kind: Kind
        /// The word's only character; 0 where it has more.
        var scalar: UInt32
        /// What is before it.
        var gap: Gap
    }

    /// Blanks of one kind; of none between a word and the mark after it, and of several where kinds are mixed.
    private struct Gap: Equatable {
        var scalar: UInt32 = 0
        var count = 0

        /// Whether it can be within a word.
        var isSpacing: Bool { scalar != 0 && (1...4).contains(count) }
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var words: [Word] = []
    private var gaps: [Range<Int>] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
        self.bytes = bytes
        readWords(line)
    }

    /// The blanks that are none between words, in order.
    consuming func gapsToClose() -> [Range<Int>] {
        guard !closeLatin() else { return gaps }
        var (from, hasNames, pairs): (Int, Bool, [Range<Int>]) = (0, false, [])
        while from < words.count {
            guard isUnit(from), begins(from) else {
                from += 1
                continue
            }
            let to = endOfRun(from)
            // 王 伟 摄: what somebody did is a word of its own.
            var end = to
            if end - from > 2, end == words.count || words[end].kind == .mark, from > 0 || end - from < 5,
                Self.deeds.contains(words[end - 1].scalar)
            {
                end -= 1
            }
            if let parts = parts(of: from..<end) {
                parts.forEach { close($0) }
                if Surnames.isOne(words[from].scalar) { hasNames = true }
            } else if end - from == 2, isPageName(from..<end) {
                close(from..<end)
            } else if end - from == 2, isShortName(from..<end) {
                pairs.append(from..<end)
            }
            from = to
        }
        closeKoreanName()
        if hasNames { pairs.forEach { close($0) } }
        closeMarks()
        return gaps.sorted { $0.lowerBound < $1.lowerBound }
    }

    private mutating func close(_ run: Range<Int>) {
        for index in run.dropFirst() { close(before: index) }
    }

    private mutating func close(before index: Int) {
        gaps.append(words[index - 1].range.upperBound..<words[index].range.lowerBound)
    }

    private static let pauses = StaticMarks("，。、；：！？,;!?")

    /// The blanks around a mark in a run, which are those between its characters: 春 耕 ， 正 当 时.
    private mutating func closeMarks() {
        let closed = Set(gaps.map(\.lowerBound))
        /// The blanks that a run before a word, or after it, was closed over.
        func spacing(_ index: Int) -> Gap? {
            words.indices.contains(index) && closed.contains(words[index - 1].range.upperBound) ? words[index].gap : nil
        }
        for index in words.indices.dropFirst(2).dropLast(2)
        where words[index].kind == .mark && Self.pauses.contains(words[index].scalar) {
            guard let gap = spacing(index - 1), gap == spacing(index + 2), words[index + 1].gap == gap else { continue }
            if words[index].gap == gap { close(before: index) }
            close(before: index + 1)
        }
    }

    private static let deeds = StaticMarks("摄攝撮文图圖")
    /// What figures are counted in where they are spaced with their word.
    private static let counted = StaticMarks("年月日时時分版期号號届屆년월일면")
    private static let scores = StaticMarks("时時分")
    /// What ends a page's number or a date, after which another word begins.
    private static let ends = StaticMarks("版日면일")
    private static let slashes = StaticMarks("/／:：|｜")

    // MARK: - Runs

    /// Whether a word can be part of a run.
    private func isUnit(_ index: Int) -> Bool {
        switch words[index].kind {
        // 文/陆 小 川 图/何 远 舟
        case .han: return !(Self.deeds.contains(words[index].scalar) && isBesideSlash(index))
        case .kana: return true
        case .hangul: return Self.counted.contains(words[index].scalar)
        case .figures:
            if index > 0, words[index].gap.isSpacing, words[index - 1].scalar == 0x7B2C { return true }  // 第
            var next = index + 1
            while next < words.count, words[next].gap.isSpacing, words[next].gap == words[index + 1].gap {
                if Self.counted.contains(words[next].scalar) {
                    // A table's head: 1 2 3 分.
                    return next == index + 1 || !Self.scores.contains(words[next].scalar)
                }
                guard words[next].kind == .figures, next - index < 4 else { return false }
                next += 1
            }
            return false
        case .letter, .mark, .other: return false
        }
    }

    private func isBesideSlash(_ index: Int) -> Bool {
        index > 0 && words[index].gap.count == 0 && Self.slashes.contains(words[index - 1].scalar)
            || index + 1 < words.count && words[index + 1].gap.count == 0
                && Self.slashes.contains(words[index + 1].scalar)
    }

    /// Whether a run may begin at a word: not at the end of another, but for 2025年 8 月.
    private func begins(_ index: Int) -> Bool {
        guard index > 0, words[index].gap.count == 0, words[index - 1].kind != .mark else { return true }
        return Self.counted.contains(words[index].scalar) && !Self.ends.contains(words[index].scalar)
            && index + 1 < words.count && words[index + 1].kind == .figures
    }

    private func endOfRun(_ from: Int) -> Int {
        var (to, hasFigures) = (from + 1, words[from].kind == .figures)
        while to < words.count, words[to].gap.isSpacing, to == from + 1 || words[to].gap == words[to - 1].gap,
            isUnit(to)
        {
            if words[to].kind == .figures { hasFigures = true }
            to += 1
            if hasFigures, Self.ends.contains(words[to - 1].scalar), words[to - 2].kind == .figures { break }
        }
        return to
    }

    /// The words of a run, as it should read; nil where it is none. Beside other words a short run is a name, a date or a page:
    /// the heads of a table's columns are none (球队 胜 平 负).
    private func parts(of run: Range<Int>) -> [Range<Int>]? {
        let han = run.count { words[$0].kind == .han }
        let figures = run.count { words[$0].kind == .figures }
        let hangul = run.count { words[$0].kind == .hangul }
        if figures > 0,
            hangul > 0 || run.count >= 3 && han == 1 && Self.counted.contains(words[run.upperBound - 1].scalar)
        {
            return run.count >= 3 ? [run] : nil
        }
        guard run.count >= 3, hangul == 0, han >= 2 || han == 0 && run.count >= 4 else { return nil }
        // The line has nothing else.
        let isWhole = !words.contains { $0.kind == .other || $0.kind == .letter }
        guard isWhole || run.count >= 5 || han < run.count || Surnames.isOne(words[run.lowerBound].scalar) else {
            return nil
        }
        // 王 伟 李 明: names of two characters, each spaced to the width of three.
        if run.count <= 8, areNames(run, of: 2) { return nil }
        if !isWhole, run.count > 3, run.count <= 9, areNames(run, of: 3) {
            return stride(from: run.lowerBound, to: run.upperBound, by: 3).map { $0..<$0 + 3 }
        }
        return [run]
    }

    private func areNames(_ run: Range<Int>, of length: Int) -> Bool {
        run.count % length == 0
            && run.allSatisfy { ($0 - run.lowerBound) % length != 0 || Surnames.isOne(words[$0].scalar) }
    }

    /// 第3版 民 生
    private func isPageName(_ run: Range<Int>) -> Bool {
        let before = run.lowerBound - 1
        return before >= 1 && run.upperBound == words.count && Self.ends.contains(words[before].scalar)
            && words[before - 1].kind == .figures
            && run.allSatisfy { words[$0].kind == .han && words[$0].gap.count > 0 }
    }

    // MARK: - Names

    /// 陆 小 川、苏 晴: two characters beside a mark, which are a name where other names are spaced.
    private func isShortName(_ run: Range<Int>) -> Bool {
        let before = run.lowerBound > 0 && words[run.lowerBound].gap.count == 0
        let after = run.upperBound < words.count && words[run.upperBound].gap.count == 0
        return Surnames.isOne(words[run.lowerBound].scalar) && words[run.lowerBound + 1].kind == .han
            && (before || after && words[run.upperBound].kind == .mark)
    }

    /// 한 가 람 기자: a name of three syllables before what its bearer is, at the line's end.
    private mutating func closeKoreanName() {
        guard let last = words.last, last.kind == .other, (4...8).contains(words.count),
            ["기자", "특파원", "인턴기자", "수습기자"].contains(String(of: bytes, last.range)),
            words[..<(words.count - 4)].allSatisfy({ $0.kind == .other })
        else { return }
        let name = words.count - 4..<words.count - 1
        guard name.allSatisfy({ words[$0].kind == .hangul }), words[name.lowerBound + 1].gap.isSpacing,
            words[name.lowerBound + 1].gap == words[name.lowerBound + 2].gap,
            Surnames.hangul.contains(words[name.lowerBound].scalar)
        else { return }
        close(name)
    }

    /// B Y   T E S S   M A R L O W E: single letters on the whole line, with wider blanks between words. Returns whether the
    /// line is one.
    private mutating func closeLatin() -> Bool {
        let characters = words.indices.filter { words[$0].kind != .mark }
        guard characters.count >= 6, characters.count(where: { words[$0].kind == .letter }) >= 5,
            characters.allSatisfy({
                words[$0].kind == .letter || words[$0].kind == .figures && words[$0].range.count == 1
            })
        else { return false }
        let spaced = words.indices.dropFirst().filter { words[$0].gap.isSpacing }
        guard let narrow = spaced.map({ words[$0].gap }).min(by: { $0.count < $1.count }) else { return false }
        let inner = spaced.filter { words[$0].gap == narrow }
        let wide = words.indices.dropFirst().filter { words[$0].gap.count > 0 && words[$0].gap != narrow }
        // Words of more than two letters, as most are.
        guard !wide.isEmpty, inner.count > wide.count + 1 else { return false }
        for index in words.indices.dropFirst() where words[index].gap.count > 0 {
            let gap = words[index - 1].range.upperBound..<words[index].range.lowerBound
            // One blank is enough between words.
            let kept = words[index].gap == narrow ? 0 : bytes.scalar(at: gap.lowerBound).length
            if kept < gap.count { gaps.append(gap.lowerBound + kept..<gap.upperBound) }
        }
        return true
    }

    // MARK: - Words

    private mutating func readWords(_ line: Range<Int>) {
        var place = line.lowerBound
        var gap = Gap()
        while place < line.upperBound {
            let (scalar, length) = bytes.scalar(at: place)
            let kind = CharacterClasses.shared.of(scalar)
            if kind == .space {
                gap = Gap(scalar: gap.count == 0 || gap.scalar == scalar ? scalar : 0, count: gap.count + 1)
                place += length
                continue
            }
            let start = place
            place += length
            var count = 1
            if kind == .digit || kind.isLetter {
                while place < line.upperBound {
                    let (scalar, length) = bytes.scalar(at: place)
                    let next = CharacterClasses.shared.of(scalar)
                    guard kind == .digit ? next == .digit : next.isLetter else { break }
                    count += 1
                    place += length
                }
            }
            words.append(
                Word(
                    range: start..<place, kind: Self.kind(kind, count: count), scalar: count == 1 ? scalar : 0, gap: gap
                ))
            gap = Gap()
        }
    }

    private static func kind(_ first: CharacterClass, count: Int) -> Word.Kind {
        switch first {
        case .digit: count <= 4 ? .figures : .other
        case .han where count == 1: .han
        case .kana where count == 1: .kana
        case .hangul where count == 1: .hangul
        case .lower where count == 1, .upper where count == 1: .letter
        case _ where first.isLetter: .other
        default: .mark
        }
    }
}
