import Screen

/// What a terminal says of what it can draw.
enum GraphicsAnswer: Equatable {
    /// Whether it took a picture of one pixel (kitty's graphics protocol).
    case kitty(isTaken: Bool)
    /// What it can do (DA1): 4 for sixels.
    case attributes([Int])
    /// Colours that a picture of sixels may have at once (XTSMGRAPHICS).
    case colors(Int)
    /// The size of a cell (CSI 16 t).
    case cell(PictureDisplay.CellSize)

    /// The numbers of a CSI sequence; nil for any other one.
    init?(_ numbers: [Int], marker: UInt8?, final: UInt8) {
        switch (marker, final, numbers.first) {
        case (UInt8(ascii: "?"), UInt8(ascii: "c"), _): self = .attributes(numbers)
        case (UInt8(ascii: "?"), UInt8(ascii: "S"), 1) where numbers.count == 3 && numbers[1] == 0:
            self = .colors(numbers[2])
        case (nil, UInt8(ascii: "t"), 6) where numbers.count == 3:
            guard let cell = PictureDisplay.CellSize(width: numbers[2], height: numbers[1]) else { return nil }
            self = .cell(cell)
        default: return nil
        }
    }

    /// What an application's string holds: `Gi=31;OK`; nil where it is no answer to the question.
    init?(string: [UInt8]) {
        let parts = string.split(separator: UInt8(ascii: ";"), maxSplits: 1)
        guard parts.count == 2, parts[0].elementsEqual("Gi=\(KittyGraphics.askedNumber)".utf8) else { return nil }
        self = .kitty(isTaken: parts[1].elementsEqual("OK".utf8))
    }
}

/// What a terminal can draw, as far as it has said.
struct GraphicsAbility: Equatable {
    private(set) var hasKitty = false
    private(set) var hasSixels = false
    private(set) var colors: Int?
    private(set) var cell: PictureDisplay.CellSize?

    mutating func adopt(_ answer: GraphicsAnswer) {
        switch answer {
        case .kitty(let isTaken): hasKitty = isTaken
        // The first number is the kind of terminal. tmux, which calls itself a VT100, says 4 whatever terminal it is in, and writes
        // words in the place of a picture where that one has no sixels.
        case .attributes(let numbers):
            hasSixels = numbers.dropFirst().contains(4) && numbers.first.map { $0 > 1 } == true
        case .colors(let count): colors = count
        case .cell(let size): cell = size
        }
    }
}
