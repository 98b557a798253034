import Glibc
import Resources

/// The words of one language by their keys, from lines of `key = words`; a line that begins with `#` is a comment.
///
/// Only the places of keys and words are kept, in a hash table: few words are needed at a start, and making all of them takes
/// half a millisecond.
struct MessageTable: Sendable {
    private struct Entry {
        var key: UnsafeRawBufferPointer
        var words: UnsafeRawBufferPointer
    }

    /// They point into what is embedded in the program, which stays.
    private nonisolated(unsafe) var entries: [Entry] = []
    /// For each hash the number of an entry from 1, in the first place from there on that was free; 0 for a free one.
    private var places: [UInt16]

    init(_ resource: broadsheet_resource) {
        let start = UnsafeRawPointer(resource.bytes!)
        let lines = Lines(start: start, end: start + resource.count)
        entries.reserveCapacity(512)
        for case let (key, words) in lines { entries.append(Entry(key: key, words: words)) }
        precondition(entries.count < UInt16.max)
        // Half of the places stay free at least, so that a search ends soon.
        var size = 16
        while size < 2 * entries.count { size *= 2 }
        places = [UInt16](repeating: 0, count: size)
        for (index, entry) in entries.enumerated() { places[place(of: entry.key)] = UInt16(index + 1) }
    }

    /// The words of a key; nil where there are none.
    subscript(key: String) -> String? {
        var key = key
        return key.withUTF8 { bytes in
            let number = Int(places[place(of: UnsafeRawBufferPointer(bytes))])
            return number == 0 ? nil : String(decoding: entries[number - 1].words, as: UTF8.self)
        }
    }

    /// Where a key is in the table, or is to be.
    private func place(of key: UnsafeRawBufferPointer) -> Int {
        var hash: UInt32 = 0
        for byte in key { hash = hash &* 31 &+ UInt32(byte) }
        var place = Int(hash) & (places.count - 1)
        while places[place] != 0, !entries[Int(places[place]) - 1].key.elementsEqual(key) {
            place = (place + 1) & (places.count - 1)
        }
        return place
    }
}

/// The lines of a text of messages that have a key, with what is before and after the sign, without the spaces around.
private struct Lines: Sequence, IteratorProtocol {
    var start: UnsafeRawPointer
    let end: UnsafeRawPointer

    mutating func next() -> (key: UnsafeRawBufferPointer, words: UnsafeRawBufferPointer)? {
        while start < end {
            let line = start
            let lineEnd = memchr(line, 0x0A, end - line).map { UnsafeRawPointer($0) } ?? end
            start = lineEnd + 1
            guard line < lineEnd, line.load(as: UInt8.self) != UInt8(ascii: "#"),
                let sign = memchr(line, 0x3D, lineEnd - line)
            else { continue }
            return (trimmed(line, UnsafeRawPointer(sign)), trimmed(UnsafeRawPointer(sign) + 1, lineEnd))
        }
        return nil
    }

    private func trimmed(_ start: UnsafeRawPointer, _ end: UnsafeRawPointer) -> UnsafeRawBufferPointer {
        let space = UInt8(ascii: " ")
        var (start, end) = (start, end)
        while start < end, start.load(as: UInt8.self) == space { start += 1 }
        while start < end, (end - 1).load(as: UInt8.self) == space { end -= 1 }
        return UnsafeRawBufferPointer(start: start, count: end - start)
    }
}
