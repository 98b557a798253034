import Screen

/// The pictures that are drawn over the cells, which ncurses knows nothing of: what to send so that others are there.
struct GraphicsLayer {
    /// How they are sent.
    enum Form: Equatable {
        case kitty
        case sixels(colors: Int, cell: PictureDisplay.CellSize)
        /// Characters, a half block taking so many cells.
        case blocks(cells: Int)
    }

    /// What is on the screen.
    private(set) var shown: [FramePicture] = []
    /// What the terminal has been sent, the oldest first, by its number.
    private var sent: [(bitmap: Bitmap, number: Int)] = []
    private var lastNumber = 0
    /// Pictures that were made ready as sixels, the oldest first.
    private var ready: [(bitmap: Bitmap, width: Int, height: Int, indexed: IndexedBitmap)] = []

    /// Pictures that are kept, there and here.
    private static let most = 8

    /// The rows whose cells have to be written anew, so that nothing is left there of a picture that is not to stay.
    func staleRows(for pictures: [FramePicture], in form: Form?) -> [Range<Int>] {
        guard form != .kitty else { return [] }
        return shown.filter { !pictures.contains($0) }.map { $0.area.row..<$0.area.row + $0.area.rows }
    }

    /// What shows these pictures, once the frame has been written; empty where nothing changes. `isWritten` says whether cells of
    /// an area have been written: what is there besides has to be drawn again, but by kitty.
    mutating func sequence(
        for pictures: [FramePicture], in form: Form?, isWritten: (Area) -> Bool
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        let stale = staleRows(for: pictures, in: form)
        func isDue(_ picture: FramePicture) -> Bool {
            let rows = picture.area.row..<picture.area.row + picture.area.rows
            return !shown.contains(picture) || isWritten(picture.area) || stale.contains { $0.overlaps(rows) }
        }
        switch form {
        case nil: break
        case .kitty?:
            for old in shown where !pictures.contains(old) {
                if let number = number(of: old.bitmap) {
                    bytes += KittyGraphics.removal(of: old, number: number).utf8
                }
            }
            for picture in pictures where !shown.contains(picture) {
                let number = send(picture.bitmap, &bytes)
                bytes += Self.move(to: picture.area) + KittyGraphics.placement(of: picture, number: number).utf8
            }
        case .sixels(let colors, let cell)?:
            for picture in pictures where isDue(picture) {
                let indexed = indexed(picture, colors, cell)
                let top = picture.firstRow * cell.height
                bytes += Self.move(to: picture.area)
                bytes += Sixels.sequence(for: indexed, rows: top..<top + picture.area.rows * cell.height)
            }
        case .blocks(let cells)?:
            for picture in pictures where isDue(picture) {
                bytes += ColoredBlocks.sequence(for: picture, cells: cells)
            }
        }
        shown = pictures
        // The cursor is where ncurses left it.
        return bytes.isEmpty ? [] : Array("\u{1B}7".utf8) + bytes + Array("\u{1B}8".utf8)
    }

    /// What takes all pictures off the screen, before that is cleared or given away; what is drawn next is drawn anew.
    mutating func removal(in form: Form?) -> [UInt8] {
        defer { (shown, sent) = ([], []) }
        return form == .kitty && !sent.isEmpty ? Array(KittyGraphics.removal.utf8) : []
    }

    private static func move(to area: Area) -> [UInt8] { Array("\u{1B}[\(area.row + 1);\(area.column + 1)H".utf8) }

    private func number(of bitmap: Bitmap) -> Int? { sent.first { $0.bitmap == bitmap }?.number }

    /// The number of a picture that the terminal has now.
    private mutating func send(_ bitmap: Bitmap, _ bytes: inout [UInt8]) -> Int {
        if let number = number(of: bitmap) { return number }
        if sent.count == Self.most {
            bytes += KittyGraphics.removal(of: sent.removeFirst().number).utf8
        }
        lastNumber += 1
        sent.append((bitmap, lastNumber))
        bytes += KittyGraphics.transmission(of: bitmap, number: lastNumber)
        return lastNumber
    }

    private mutating func indexed(_ picture: FramePicture, _ colors: Int, _ cell: PictureDisplay.CellSize)
        -> IndexedBitmap
    {
        let (width, height) = (picture.area.columns * cell.width, picture.rows * cell.height)
        if let known = ready.first(where: {
            $0.bitmap == picture.bitmap && $0.width == width && $0.height == height
                && $0.indexed.palette.count <= colors
        }) {
            return known.indexed
        }
        let indexed = IndexedBitmap(picture.bitmap.scaled(width: width, height: height), colors: colors)
        ready.append((picture.bitmap, width, height, indexed))
        if ready.count > Self.most { ready.removeFirst() }
        return indexed
    }
}
