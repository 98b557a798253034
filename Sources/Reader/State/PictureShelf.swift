import Newspaper
import Screen

/// The pictures that were obtained for the open edition; the oldest go where they take too much memory.
struct PictureShelf: Sendable {
    /// What came of a picture, nil where it cannot be drawn.
    private var kept: [PrintedPicture: Bitmap?] = [:]
    /// In the order in which they came.
    private var order: [PrintedPicture] = []
    private var bytes = 0
    /// What was asked for last.
    var asked: [PrintedPicture] = []

    /// Bytes of pictures that are kept.
    static let limit = 32 << 20

    subscript(picture: PrintedPicture) -> Bitmap? { kept[picture] ?? nil }

    /// Whether there is nothing to wait for.
    func isSettled(_ picture: PrintedPicture) -> Bool { kept[picture] != nil }

    mutating func insert(_ bitmap: Bitmap?, of picture: PrintedPicture) {
        remove(picture)
        kept[picture] = .some(bitmap)
        order.append(picture)
        bytes += bitmap?.bytes.count ?? 0
        while bytes > Self.limit, order.count > 1 { remove(order[0]) }
    }

    private mutating func remove(_ picture: PrintedPicture) {
        guard let bitmap = kept.removeValue(forKey: picture) else { return }
        bytes -= bitmap?.bytes.count ?? 0
        order.removeAll { $0 == picture }
    }
}
