/// How much may still be unpacked for one list.
final class UnpackingBudget {
    let limits: ReadingLimits
    private var left: Int

    init(_ limits: ReadingLimits) {
        self.limits = limits
        left = limits.unpackedBytes
    }

    /// Called with each part of a file that is unpacked.
    ///
    /// - Parameters:
    ///   - count: bytes of the part.
    ///   - total: bytes of the file so far, with these.
    ///   - packed: the packed bytes that they came from.
    func spend(_ count: Int, total: Int, packed: Int, path: String) throws(SourceFault) {
        left -= count
        guard left >= 0 else { throw .tooMuch(path: path, .bytes(limits.unpackedBytes)) }
        if total > limits.ratioBytes, total / limits.ratio > packed { throw .tooMuch(path: path, .ratio(limits.ratio)) }
    }
}
