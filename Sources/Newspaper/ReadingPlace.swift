/// Where a reader is in a story: a block of its body, a character of that block, and what stands there, so that the
/// place is found again when a better parse has joined, cut or moved blocks.
package struct ReadingPlace: Hashable, Sendable {
    /// Index into the story's body.
    package var block: Int
    /// Offset in the block's text, in Unicode scalars.
    package var character: Int
    /// 20 bits of the letters and digits that follow, folded as for a StoryID, over the ends of blocks.
    package var anchor: UInt32

    /// How many letters and digits make the anchor: few, so that repaired damage seldom hits them.
    static let anchorLetters = 8

    package init(block: Int, character: Int, anchor: UInt32) {
        self.block = block
        self.character = character
        self.anchor = anchor
    }

    /// The place in the story as it is now; block and character are brought into its bounds.
    package init(block: Int, character: Int, in body: [Block]) {
        guard !body.isEmpty else {
            self.init(block: 0, character: 0, anchor: 0)
            return
        }
        let index = min(max(block, 0), body.count - 1)
        let length = index == block ? body[index].text.unicodeScalars.count : 0
        let character = min(max(character, 0), length)
        self.init(
            block: index, character: character, anchor: Self.anchor(at: index, character: character, in: body))
    }

    /// The place in a body that may have changed since: the same block and character where the anchor is still there,
    /// else the nearest place that has it, else the same block and character as far as they exist.
    package func found(in body: [Block]) -> ReadingPlace {
        let same = ReadingPlace(block: block, character: character, in: body)
        if same.anchor == anchor { return same }

        var letters: [UInt32] = []
        var places: [(block: Int, character: Int)] = []
        var expected = 0
        for (index, block) in body.enumerated() {
            for (character, scalar) in block.text.unicodeScalars.enumerated() {
                guard let folded = FoldedHash.fold(scalar) else { continue }
                if (index, character) < (same.block, same.character) { expected += 1 }
                letters.append(folded)
                places.append((index, character))
            }
        }
        let hits = letters.indices.lazy.filter { Self.anchor(of: letters[$0...].prefix(Self.anchorLetters)) == anchor }
        guard let nearest = hits.min(by: { abs($0 - expected) < abs($1 - expected) }) else { return same }
        return ReadingPlace(block: places[nearest].block, character: places[nearest].character, anchor: anchor)
    }

    private static func anchor(at block: Int, character: Int, in body: [Block]) -> UInt32 {
        var letters: [UInt32] = []
        var skipped = character
        for block in body[block...] {
            for scalar in block.text.unicodeScalars.dropFirst(skipped) {
                guard let folded = FoldedHash.fold(scalar) else { continue }
                letters.append(folded)
                if letters.count == anchorLetters { return anchor(of: letters) }
            }
            skipped = 0
        }
        return anchor(of: letters)
    }

    private static func anchor(of letters: some Sequence<UInt32>) -> UInt32 {
        var hash = FoldedHash()
        for letter in letters { hash.mix(folded: letter) }
        return UInt32(truncatingIfNeeded: hash.value ^ hash.value >> 20 ^ hash.value >> 40) & 0xFFFFF
    }
}
