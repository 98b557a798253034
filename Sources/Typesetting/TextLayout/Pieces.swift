/// The pieces in which a very long paragraph is set, as UTF-8 ranges; a paragraph of ordinary length is one piece.
///
/// Where they end depends on the text alone: after the first sentence that ends beyond 8 KiB, else where 16 KiB are full.
/// So any line can be set without the lines before its piece, and at every width the same places begin a line. Only a few
/// bytes of each piece are looked at.
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

/// UTF-8 bytes: some 2,700 Han, more than any paragraph of a newspaper has.
private let pieceLength = 8 << 10

private func pieceEnd(_ bytes: UnsafeBufferPointer<UInt8>, after start: Int) -> Int {
    let limit = start + pieceLength
    var index = start
    while index < limit {
        let (length, isWide) = bytes.sentenceMark(at: index)
        if length > 0 {
            let end = bytes.afterClosingMarks(index + length, limit)
            // A narrow stop ends a sentence only before a space.
            if isWide || bytes[end] == 0x20 { return bytes.afterSpaces(end, limit) }
        }
        index += 1
    }
    return clusterStart(bytes, near: limit)
}

/// The last start of a cluster before a place, as far as the text right before it tells.
private func clusterStart(_ bytes: UnsafeBufferPointer<UInt8>, near place: Int) -> Int {
    var start = place - 512
    while bytes[start] & 0xC0 == 0x80 { start -= 1 }
    var end = place
    while bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    return end - (text.last?.utf8.count ?? 0)
}

extension UnsafeBufferPointer<UInt8> {
    /// Length of the mark there that ends a sentence, or 0; and whether it is a wide one.
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

    /// Past the closing quotes and brackets that belong to the sentence.
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

    fileprivate func afterSpaces(_ start: Int, _ limit: Int) -> Int {
        var index = start
        while index < limit, self[index] == 0x20 { index += 1 }
        return index
    }
}
