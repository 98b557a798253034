/// Short lines with a colon that are headings and no speech: 聊童年：跟着父亲学撑船.
///
/// Whoever speaks says a sentence, and speaks more than once.
enum Speakers {
    /// Width in Han of a heading, at most.
    static let longest = 26

    static func mark(_ lines: inout ContiguousArray<TextLine>, _ shape: PageShape, _ bytes: UnsafeBufferPointer<UInt8>)
    {
        guard shape.isSolid else { return }
        let doubtful = lines.indices.filter { isDoubtful(lines[$0], shape) }
        for (place, at) in doubtful.enumerated() {
            // 焊工：第一名 …, 电工：第一名 …: a list.
            let isListed =
                place > 0 && doubtful[place - 1] == at - 1
                || place + 1 < doubtful.count && doubtful[place + 1] == at + 1
            guard !isListed, let name = name(lines[at], bytes), !isQuestion(name, bytes) else { continue }
            let isOther = lines.indices.contains { other in
                other != at && lines[other].features.contains(.startsSpeaker)
                    && lines[other].length > name.count
                    && bytes[lines[other].start..<lines[other].start + name.count].elementsEqual(bytes[name])
            }
            if !isOther { lines[at].features.remove(.startsSpeaker) }
        }
    }

    private static func isDoubtful(_ line: TextLine, _ shape: PageShape) -> Bool {
        line.features.contains(.startsSpeaker) && line.ems <= longest
            && line.features.isDisjoint(with: [.endsSentence, .endsPause, .endsColon, .startsQuote, .date])
            && line.sentences == 0 && line.depth == 0
            && !(shape.isWrapped && line.width + line.indent + 4 >= line.measure)
    }

    /// The bytes up to and with the colon.
    private static func name(_ line: TextLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let end = min(line.end, line.start + 24)
        for at in line.start..<end {
            if bytes[at] == 0x3A { return line.start..<at + 1 }
            // ：
            if bytes[at] == 0xEF, at + 2 < end, bytes[at + 1] == 0xBC, bytes[at + 2] == 0x9A {
                return line.start..<at + 3
            }
        }
        return nil
    }

    /// 问：, 记者：
    private static func isQuestion(_ name: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let text = FoldedText(capacity: 24)
        text.load(bytes, from: name.lowerBound, to: name.upperBound)
        return NewspaperLexicon.question.match(text.scalars, at: 0, end: text.count) > 0
    }
}
