import TextDecoding

/// Credits and signatures that a line's end has cut: （郝 / 亮 摄）, （通讯 / 员 闻安）, Photo: Gus / Wendell.
enum SplitCredits {
    /// Width in Han of the part on the second line, at most.
    static let longest = 16
    /// UTF-8 bytes of the part on the first line, at most.
    static let before = 60

    static func mark(_ lines: inout ContiguousArray<TextLine>, _ bytes: UnsafeBufferPointer<UInt8>) {
        for at in lines.indices.dropFirst() where isRestOfName(lines[at], behind: lines[at - 1], bytes) {
            lines[at].features.subtract([.bareName, .byline, .capitals])
            lines[at].features.insert(.endsCredit)
            lines[at - 1].features.remove(.endsCredit)
            lines[at - 1].features.insert(.creditBelow)
        }
        for at in lines.indices.dropFirst()
        where lines[at].features.contains(.folio) && lines[at].ems <= 6 && lines[at].gap <= 1
            && isRestOfJump(lines[at], behind: lines[at - 1], bytes)
        {
            lines[at].features.subtract([.folio, .pageReference])
            lines[at].features.insert(.endsJump)
        }
        for at in lines.indices.dropFirst() where lines[at].depth < 0 && lines[at].ems <= longest {
            let last = FoldedText.fold(lines[at].last)
            guard last == 0x29 || last == 0x5D, lines[at - 1].depth > 0, lines[at].gap <= 1 else { continue }
            var from = max(lines[at - 1].start, lines[at - 1].end - before)
            while from < lines[at - 1].end, UTF8Scalar.isTail(bytes[from]) { from += 1 }
            let text =
                String(decoding: bytes[from..<lines[at - 1].end], as: UTF8.self)
                + String(decoding: bytes[lines[at].start..<lines[at].end], as: UTF8.self)
            guard let tail = FoldedText.with(text, { TrailingAttribution.read($0) }) else { continue }
            switch tail.kind {
            case .credit: lines[at].features.insert(.endsCredit)
            case .signature: lines[at].features.insert(.endsSignature)
            case .jump: lines[at].features.insert(.endsJump)
            case .either: lines[at].features.formUnion([.endsCredit, .endsSignature])
            }
        }
    }

    /// …（下转第 / 三版）
    private static func isRestOfJump(
        _ line: TextLine, behind text: TextLine, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard text.solid > 0, text.features.isDisjoint(with: [.endsSentence, .folio]) else { return false }
        var from = max(text.start, text.end - before)
        while from < text.end, UTF8Scalar.isTail(bytes[from]) { from += 1 }
        let both =
            String(decoding: bytes[from..<text.end], as: UTF8.self)
            + String(decoding: bytes[line.start..<line.end], as: UTF8.self)
        return FoldedText.with(both) { TrailingAttribution.read($0)?.kind == .jump }
    }

    /// … in the booth on Monday. Photo: Gus / Wendell: the line is the second part of a name of which the line above has the
    /// first.
    private static func isRestOfName(
        _ line: TextLine, behind credit: TextLine, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard credit.features.contains(.endsCredit), credit.attributionOffset > 0, credit.solid == 0, line.gap == 0,
            line.features.contains(.startsCapital), line.features.isDisjoint(with: [.endsSentence, .capitals]),
            line.solid + line.hangul + line.digits + line.pauses == 0, line.width <= 24, line.spaces <= 1,
            line.upper == line.spaces + 1
        else { return false }
        // After the word for a picture there is one word.
        let tail = bytes[(credit.start + credit.attributionOffset)..<credit.end]
        guard let mark = tail.lastIndex(where: { $0 == 0x3A || $0 == 0x2F }) ?? tail.lastIndex(of: 0x20) else {
            return false
        }
        let name = tail[(mark + 1)...].drop { $0 == 0x20 }
        return (2...14).contains(name.count) && !name.contains(0x20)
            && name.first.map { (0x41...0x5A).contains($0) } == true
    }
}
