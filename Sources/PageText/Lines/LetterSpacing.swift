import Glibc
import TextDecoding

/// Characters that were set apart to fill a line: headlines (春 耕 正 当 时), names (方 敏 行), dates (11 月 20 日).
///
/// A run is three or more characters with one space between each two, figures among them only as figures of a date or of a
/// page. Two characters are left to those who know names: 王 伟.
enum LetterSpacing {
    /// The text with such runs closed; nil where it has none.
    static func closed(_ text: [UInt8]) -> [UInt8]? {
        text.withUnsafeBufferPointer { bytes in
            var (result, copied): ([UInt8], Int) = ([], 0)
            var candidates = Candidates(bytes)
            var place = 0
            while let candidate = candidates.first(from: place) {
                var (start, end) = (candidate, candidate)
                while start > 0, !isBreak(bytes[start - 1]) { start -= 1 }
                while end < bytes.count, !isBreak(bytes[end]) { end += 1 }
                for gap in gapsToClose(in: bytes, start..<end) {
                    result += bytes[copied..<gap.lowerBound]
                    copied = gap.upperBound
                }
                place = end
            }
            guard copied > 0 else { return nil }
            return result + bytes[copied...]
        }
    }

    private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0C || byte == 0x0D }

    /// The spaces after which one character and a space follow, or a figure after Han: of most texts none. Each byte is looked
    /// at once for either kind of space.
    private struct Candidates {
        private let bytes: UnsafeBufferPointer<UInt8>
        /// The first of each kind that was found; the end where there is none.
        private var narrow = -1
        private var wide = -1

        init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        mutating func first(from place: Int) -> Int? {
            if narrow < place {
                narrow = find(0x20, from: place) { at in
                    (0xE3...0xE9).contains(byte(at + 1)) && byte(at + 4) == 0x20
                        || at > 0 && bytes[at - 1] >= 0x80 && (0x30...0x39).contains(byte(at + 1))
                }
            }
            if wide < place {
                wide = find(0xE3, from: place) { at in
                    byte(at + 1) == 0x80 && byte(at + 2) == 0x80 && (0xE3...0xE9).contains(byte(at + 3))
                        && byte(at + 6) == 0xE3 && byte(at + 7) == 0x80
                }
            }
            let first = min(narrow, wide)
            return first < bytes.count ? first : nil
        }

        private func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

        private func find(_ lead: UInt8, from start: Int, _ fits: (Int) -> Bool) -> Int {
            guard let base = bytes.baseAddress else { return bytes.count }
            var place = start
            while place < bytes.count, let found = memchr(base + place, Int32(lead), bytes.count - place) {
                let at = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
                if fits(at) { return at }
                place = at + 1
            }
            return bytes.count
        }
    }

    private struct Word {
        enum Kind { case han, kana, figures, other }

        var range: Range<Int>
        var kind: Kind
        var scalar: UInt32
        /// One space, and which, before it; 0 for any other gap.
        var space: UInt32
    }

    /// The spaces of a line that are no spaces between words.
    private static func gapsToClose(in bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [Range<Int>] {
        let words = words(of: bytes, line)
        var gaps: [Range<Int>] = []
        var from = 0
        while from < words.count {
            guard words[from].kind != .other, isUnit(words, from) else {
                from += 1
                continue
            }
            var to = from + 1
            while to < words.count, words[to].space != 0, to == from + 1 || words[to].space == words[to - 1].space,
                isUnit(words, to)
            { to += 1 }
            // 王 伟 摄: what somebody did is a word of its own.
            var end = to
            if end - from > 2, end == words.count, from > 0 || end - from < 5, deeds.contains(words[end - 1].scalar) {
                end -= 1
            }
            let isWhole = !words.contains { $0.kind == .other }
            if isSpaced(words[from..<end], isWhole: isWhole) {
                for index in from + 1..<end {
                    gaps.append(words[index - 1].range.upperBound..<words[index].range.lowerBound)
                }
            }
            from = to
        }
        return gaps
    }

    private static let deeds = StaticMarks("摄攝撮文图圖")
    /// What figures are counted in where they are spaced with their word.
    private static let counted = StaticMarks("年月日时時分版期号號届屆")

    private static func isUnit(_ words: [Word], _ index: Int) -> Bool {
        switch words[index].kind {
        case .han, .kana: return true
        case .other: return false
        case .figures:
            if index > 0, words[index].space != 0, words[index - 1].scalar == 0x7B2C { return true }  // 第
            return index + 1 < words.count && words[index + 1].space != 0 && counted.contains(words[index + 1].scalar)
        }
    }

    /// - Parameter isWhole: the line has nothing else. Beside other words a short run is a name, a date or a page: the heads of a
    ///   table's columns are none (球队 胜 平 负).
    private static func isSpaced(_ run: ArraySlice<Word>, isWhole: Bool) -> Bool {
        let han = run.count { $0.kind == .han }
        guard run.count >= 3, han >= 2 || han == 0 && run.count >= 4 else { return false }
        guard isWhole || run.count >= 5 || han < run.count || Surnames.isOne(run[run.startIndex].scalar) else {
            return false
        }
        // 王 伟 李 明: names of two characters, each spaced to the width of three.
        let isNames =
            run.count % 2 == 0 && run.count <= 8
            && run.indices.allSatisfy { ($0 - run.startIndex) % 2 == 1 || Surnames.isOne(run[$0].scalar) }
        return !isNames
    }

    private static func words(of bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [Word] {
        var words: [Word] = []
        var place = line.lowerBound
        var (spaces, space): (Int, UInt32) = (0, 0)
        while place < line.upperBound {
            let (scalar, length) = bytes.scalar(at: place)
            if CharacterClasses.shared.of(scalar) == .space {
                spaces += 1
                space = scalar
                place += length
                continue
            }
            let start = place
            var (count, figures) = (0, 0)
            while place < line.upperBound {
                let (scalar, length) = bytes.scalar(at: place)
                let kind = CharacterClasses.shared.of(scalar)
                if kind == .space { break }
                count += 1
                if kind == .digit { figures += 1 }
                place += length
            }
            let kind: Word.Kind =
                switch CharacterClasses.shared.of(scalar) {
                case .han where count == 1: .han
                case .kana where count == 1: .kana
                case .digit where figures == count && count <= 4: .figures
                default: .other
                }
            words.append(
                Word(range: start..<place, kind: kind, scalar: count == 1 ? scalar : 0, space: spaces == 1 ? space : 0))
            spaces = 0
        }
        return words
    }
}
