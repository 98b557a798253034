/// How much may still be unpacked for one list: what keeps a small file from filling the memory.
final class UnpackingBudget {
    private var left: Int
    private let ratio: (highest: Int, from: Int)

    init(bytes: Int = UnpackingLimit.mostBytes) {
        left = bytes
        ratio = (UnpackingLimit.highestRatio, UnpackingLimit.ratioFrom)
    }

    /// Called with each part of a file that is unpacked.
    ///
    /// - Parameters:
    ///   - count: bytes of the part.
    ///   - total: bytes of the file so far, with these.
    ///   - packed: the packed bytes that they came from.
    func spend(_ count: Int, total: Int, packed: Int, path: String) throws(SourceFault) {
        left -= count
        guard left >= 0 else { throw .tooMuch(path: path, .bytes) }
        if total > ratio.from, total / ratio.highest > packed { throw .tooMuch(path: path, .ratio) }
    }
}
