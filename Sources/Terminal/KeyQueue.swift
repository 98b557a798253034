import CNcurses
import TextDecoding

/// Keys that were read from the terminal before ncurses had it, in order.
struct KeyQueue {
    private var keys: [Key] = []

    /// As ncurses reads them: a character, or one of its KEY_ codes.
    struct Key: Equatable {
        var code: wint_t
        var isFunction: Bool
    }

    var isEmpty: Bool { keys.isEmpty }

    mutating func next() -> Key? { keys.isEmpty ? nil : keys.removeFirst() }

    mutating func append(_ key: Key) { keys.append(key) }

    /// Bytes as the terminal sent them, to be read as keys of the terminal type that ncurses was opened for.
    mutating func append(_ bytes: [UInt8]) {
        var place = 0
        while place < bytes.count {
            if bytes[place] == 0x1B, let (code, count) = Self.function(bytes[place...]) {
                keys.append(Key(code: wint_t(code), isFunction: true))
                place += count
            } else if bytes[place] == 0x1B, let count = Self.sequenceCount(bytes[place...]) {
                place += count
            } else {
                let end = bytes[(place + 1)...].firstIndex { !UTF8Scalar.isTail($0) } ?? bytes.count
                for scalar in String(decoding: bytes[place..<end], as: UTF8.self).unicodeScalars
                where scalar != "\u{FFFD}" {
                    keys.append(Key(code: scalar.value, isFunction: false))
                }
                place = end
            }
        }
    }

    /// The key whose sequence the bytes begin with; ncurses knows them all.
    private static func function(_ bytes: ArraySlice<UInt8>) -> (code: Int32, count: Int)? {
        // From the shortest on: ncurses takes what follows a whole sequence for a part of it.
        for count in 2..<max(2, min(12, bytes.count) + 1) {
            var sequence = bytes.prefix(count).map { CChar(bitPattern: $0) } + [0]
            // Terminals that have not been told to send ESC O send ESC [.
            for second in [sequence[1], CChar(UInt8(ascii: "O"))] {
                sequence[1] = second
                let code = key_defined(sequence)
                if code > 0 { return (code, count) }
            }
        }
        return nil
    }

    /// What follows the ESC of a sequence: [ in CSI, O in SS3.
    static let introducers = [UInt8(ascii: "["), UInt8(ascii: "O")]

    /// The bytes of the sequence (CSI or SS3) that some bytes begin with; nil where the ESC stands for itself, and where the
    /// sequence has not come to its end.
    static func sequenceCount(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count > 2, introducers.contains(bytes[bytes.startIndex + 1]) else { return nil }
        if bytes[bytes.startIndex + 1] == UInt8(ascii: "O") { return 3 }
        // The Linux console's ESC [ [ and a letter.
        let rest = bytes.dropFirst(bytes[bytes.startIndex + 2] == UInt8(ascii: "[") ? 3 : 2)
        guard let last = rest.firstIndex(where: { $0 >= 0x40 }) else { return nil }
        return last - bytes.startIndex + 1
    }
}
