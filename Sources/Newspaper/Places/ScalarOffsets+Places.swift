import TextDecoding
import TextFolding

extension ScalarOffsets {
    /// The place at a byte of a block, brought into the story's bounds.
    package mutating func place(block: Int, byte: Int) -> ReadingPlace {
        guard let index = bounded(block) else { return ReadingPlace(block: 0, character: 0, anchor: 0) }
        let byte = index == block ? scalarStart(at: byte, inBlock: index) : 0
        var anchor = Anchor()
        forEachLetter(from: index, byte: byte, limit: Self.anchorReach) { letter, _, _ in
            anchor.append(letter)
            return !anchor.isWhole
        }
        return ReadingPlace(block: index, character: scalars(before: byte, inBlock: index), anchor: anchor.value)
    }

    /// The place at a character of a block, brought into the story's bounds.
    package mutating func place(block: Int, character: Int) -> ReadingPlace {
        place(block: block, byte: bounded(block) == block ? byte(ofScalar: character, inBlock: block) : 0)
    }

    private func bounded(_ block: Int) -> Int? { body.isEmpty ? nil : min(max(block, 0), body.count - 1) }

    /// UTF-8 bytes that are searched for the letters of an anchor: a text without any would be read to its end each time.
    private static let anchorReach = stride

    /// Where a place of another state of this story is now: the same block and character where the anchor is still there,
    /// else the nearest place that has it, else the same block and character as far as they exist.
    ///
    /// Reads the whole story where the anchor is not at its place.
    package mutating func find(_ place: ReadingPlace) -> ReadingPlace {
        let same = self.place(block: place.block, character: place.character)
        if same.anchor == place.anchor { return same }

        var window = AnchorWindow()
        /// Letters before the place.
        var expected = 0
        var before: AnchorWindow.Start?
        var after: AnchorWindow.Start?
        func visit(_ start: AnchorWindow.Start) {
            guard start.anchor == place.anchor else { return }
            if start.number < expected { before = start } else if after == nil { after = start }
        }
        forEachLetter(from: 0, byte: 0) { letter, block, character in
            if (block, character) < (same.block, same.character) { expected += 1 }
            if let start = window.append(letter, block: block, character: character) { visit(start) }
            return after == nil
        }
        while after == nil, let start = window.removeFirst() { visit(start) }

        var nearest = before ?? after
        if let before, let after, after.number - expected < expected - before.number { nearest = after }
        guard let nearest else { return same }
        return ReadingPlace(block: nearest.block, character: nearest.character, anchor: place.anchor)
    }

    /// Calls `body` with each letter or digit, folded, from a place on, with its block and scalar offset, until it returns
    /// false or `limit` bytes have been read. Scalar offsets of the first block count from the place.
    @inline(__always)
    private func forEachLetter(
        from first: Int, byte: Int, limit: Int = .max, _ visit: (UInt32, _ block: Int, _ character: Int) -> Bool
    ) {
        var place = byte
        var left = limit
        for index in body.indices[first...] {
            var text = body[index].text
            let goesOn = text.withUTF8 { bytes in
                var character = 0
                let end = place + min(left, bytes.count - place)
                left -= end - place
                while place < end {
                    let (value, length) = bytes.scalar(at: place)
                    place += length
                    if let scalar = Unicode.Scalar(value), let letter = IdentityFolding.fold(scalar),
                        !visit(letter, index, character)
                    {
                        return false
                    }
                    character += 1
                }
                return left > 0
            }
            if !goesOn { return }
            place = 0
        }
    }
}

/// The hash of the letters that follow a place.
private struct Anchor {
    /// How many letters take part: few, so that repaired damage seldom hits them.
    static let letters = 8

    private var hash = FoldedHash()
    private var count = 0

    var isWhole: Bool { count == Self.letters }

    /// 20 bits.
    var value: UInt32 { UInt32(truncatingIfNeeded: hash.value ^ hash.value >> 20 ^ hash.value >> 40) & 0xFFFFF }

    mutating func append(_ letter: UInt32) {
        hash.mix(folded: letter)
        count += 1
    }
}

/// The last letters of a text that is read once, so that the anchor of each letter is known when the last of its own letters
/// has been read.
private struct AnchorWindow {
    /// A letter, and the anchor of the place where it is.
    struct Start {
        /// How many letters there are before it in the story.
        var number: Int
        var block: Int
        var character: Int
        var anchor: UInt32
    }

    private var letters: [(letter: UInt32, block: Int, character: Int)] = []
    /// How many letters have left the window.
    private var number = 0

    /// Returns the letter that the new one makes whole.
    mutating func append(_ letter: UInt32, block: Int, character: Int) -> Start? {
        letters.append((letter, block, character))
        return letters.count == Anchor.letters ? removeFirst() : nil
    }

    /// The first letter, with an anchor of those that there are.
    mutating func removeFirst() -> Start? {
        guard let first = letters.first else { return nil }
        var anchor = Anchor()
        for (letter, _, _) in letters { anchor.append(letter) }
        defer {
            letters.removeFirst()
            number += 1
        }
        return Start(number: number, block: first.block, character: first.character, anchor: anchor.value)
    }
}
