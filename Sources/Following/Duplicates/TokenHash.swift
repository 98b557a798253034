/// Hashes of tokens in their order, the same in every run: for comparison within one day, not to be kept.
enum TokenHash {
    /// Of a part of a text.
    static func of(_ tokens: ArraySlice<UInt32>) -> UInt64 { tokens.withUnsafeBufferPointer { mixed($0, $0.indices) } }

    /// Of each run of so many tokens that there is in a text, in order.
    static func runs(of length: Int, in text: [UInt32]) -> [UInt64] {
        guard length > 0, text.count >= length else { return [] }
        return text.withUnsafeBufferPointer { text in
            (0...(text.count - length)).map { mixed(text, $0..<($0 + length)) }
        }
    }

    @inline(__always)
    private static func mixed(_ tokens: UnsafeBufferPointer<UInt32>, _ range: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0
        for place in range {
            hash = (hash ^ UInt64(tokens[place])) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
        }
        return hash
    }
}
