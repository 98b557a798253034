/// Where a reader is in a story: a block of its body, a character of that block, and what comes after it, so that the place
/// is found again when a better parse has joined, cut or moved blocks.
///
/// `ScalarOffsets` makes places from what the screen shows, and finds them again.
package struct ReadingPlace: Hashable, Sendable {
    /// Index into the story's body.
    package var block: Int
    /// Offset in the block's text, in Unicode scalars.
    package var character: Int
    /// 20 bits of the letters and digits that follow, folded as for a StoryID, over the ends of blocks.
    package var anchor: UInt32

    /// A place as it was kept.
    package init(block: Int, character: Int, anchor: UInt32) {
        self.block = block
        self.character = character
        self.anchor = anchor
    }
}
