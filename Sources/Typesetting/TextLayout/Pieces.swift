import TextDecoding

/// Divides a very long paragraph into pieces that can be typeset independently, as ranges of UTF-8 bytes. A paragraph
/// of up to 16 KiB is one piece.
///
/// A piece ends after the first sentence that ends beyond 8 KiB, or at 16 KiB. The ends depend on the text alone, so at
/// every width a line begins there, and a line can be typeset without the pieces before it. Only the bytes between 8
/// KiB and the end of each piece are read.
package func pieces(of paragraph: String) -> [Range<Int>] {
    if paragraph.utf8.count <= 2 * pieceLength { return [0..<paragraph.utf8.count] }
    var paragraph = paragraph
    return paragraph.withUTF8 { bytes in
        var ranges: [Range<Int>] = []
        var start = 0
        while bytes.count - start > 2 * pieceLength {
            let end = pieceEnd(bytes, after: start + pieceLength)
            ranges.append(start..<end)
            start = end
        }
        ranges.append(start..<bytes.count)
        return ranges
    }
}

/// The least length of a piece in UTF-8 bytes: some 2,700 Han, more than a paragraph of a newspaper has.
private let pieceLength = 8 << 10

/// The end of the piece whose first `pieceLength` bytes end at `start`.
private func pieceEnd(_ bytes: UnsafeBufferPointer<UInt8>, after start: Int) -> Int {
    let limit = start + pieceLength
    var index = start
    while index < limit {
        let (length, isWide) = bytes.sentenceMark(at: index)
        if length > 0 {
            let end = bytes.afterClosingMarks(index + length, limit)
            // A narrow stop ends a sentence only if a space follows.
            if isWide || bytes[end] == 0x20 { return bytes.afterSpaces(end, limit) }
        }
        index += 1
    }
    return clusterStart(bytes, near: limit)
}

/// The start of the last grapheme cluster before `place`, judged by the 512 bytes before it.
private func clusterStart(_ bytes: UnsafeBufferPointer<UInt8>, near place: Int) -> Int {
    var start = place - 512
    while UTF8Scalar.isTail(bytes[start]) { start -= 1 }
    var end = place
    while UTF8Scalar.isTail(bytes[end]) { end -= 1 }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    return end - (text.last?.utf8.count ?? 0)
}

extension UnsafeBufferPointer<UInt8> {
    /// The length in bytes of the mark at `index` if it ends a sentence, otherwise 0; and whether it is a wide mark.
    fileprivate func sentenceMark(at index: Int) -> (Int, isWide: Bool) {
        switch self[index] {
        case 0x0A: (1, true)
        case 0x2E, 0x21, 0x3F: (1, false)
        case 0xE3 where self[index + 1] == 0x80 && self[index + 2] == 0x82: (3, true)  // 。
        // ！ and ？
        case 0xEF where self[index + 1] == 0xBC && (self[index + 2] == 0x81 || self[index + 2] == 0x9F): (3, true)
        default: (0, false)
        }
    }

    /// The position after the closing quotes and brackets that belong to the sentence.
    fileprivate func afterClosingMarks(_ start: Int, _ limit: Int) -> Int {
        var index = start
        while index < limit {
            let (scalar, length) = scalar(at: index)
            let role = Traits(scalar).role
            guard role.isClosingMark || role == .quote || role.neverStartsLine else { break }
            index += length
        }
        return index
    }

    /// The position after the spaces from `start` on.
    fileprivate func afterSpaces(_ start: Int, _ limit: Int) -> Int {
        var index = start
        while index < limit, self[index] == 0x20 { index += 1 }
        return index
    }
}
