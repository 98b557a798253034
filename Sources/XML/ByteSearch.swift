import Glibc

/// Looks for short words of ASCII in bytes.
package enum ByteSearch {
    /// Where a word is, from an offset on; nil where it is not there.
    package static func find(_ word: StaticString, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        let length = word.utf8CodeUnitCount
        var at = start
        while at + length <= bytes.count {
            guard let found = memchr(base + at, Int32(word.utf8Start[0]), bytes.count - at - length + 1) else {
                return nil
            }
            at = UnsafeRawPointer(found) - base
            if memcmp(found, word.utf8Start, length) == 0 { return at }
            at += 1
        }
        return nil
    }

    /// The same from the first byte on.
    package static func find(_ word: StaticString, in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBytes { find(word, in: $0, from: 0) }
    }
}
