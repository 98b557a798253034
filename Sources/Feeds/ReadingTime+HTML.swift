import Newspaper

extension ReadingTime {
    /// Counts the words of well-formed UTF-8 outside of HTML's tags and references: what lists show of a story that nobody has opened,
    /// at a hundredth of the time that its blocks would take. A word that is partly in an element counts twice.
    mutating func add(html bytes: UnsafeBufferPointer<UInt8>) {
        var at = 0
        var start = 0
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "<"):
                add(UnsafeBufferPointer(rebasing: bytes[start..<at]))
                while at < bytes.count, bytes[at] != UInt8(ascii: ">") { at += 1 }
                start = min(at + 1, bytes.count)
            case UInt8(ascii: "&"):
                add(UnsafeBufferPointer(rebasing: bytes[start..<at]))
                start = at + 1
                while start < bytes.count, start - at < 10, bytes[start] != UInt8(ascii: ";"), bytes[start] > 0x20 {
                    start += 1
                }
                at = max(at, start - 1)
            default: break
            }
            at += 1
        }
        if start < bytes.count { add(UnsafeBufferPointer(rebasing: bytes[start...])) }
    }
}
