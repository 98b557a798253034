import Screen
import TextDecoding

/// What a terminal sends.
enum TerminalInput: Equatable {
    case key(Key)
    case mouse(MouseReport)
    /// The answer to CSI 6n.
    case cursor(column: Int)
    /// The answer to OSC 11.
    case background(Background)
    /// The answer to a question about pictures.
    case graphics(GraphicsAnswer)
}

/// Bytes of a terminal as keys and answers.
///
/// The forms are those of ECMA-48 and of xterm, which all terminals share by now, whatever TERM says; of what they do not tell,
/// the terminal's description is asked. A sequence is taken whole, known or not, so that no part of it is a command. ESC and a
/// character that comes with it is that character with Alt, which is no key here; an ESC after which nothing comes for a moment
/// is the Escape key.
struct KeyDecoder {
    /// What the terminal's description says of a sequence.
    private let described: ([UInt8]) -> Key?
    /// What has come, and where in it the next begins.
    private var bytes: [UInt8] = []
    private var place = 0
    /// What is in the middle of something that may be long; nil elsewhere.
    private var open: Open?

    private struct Open {
        enum Kind { case paste, command, application, other }
        var kind: Kind
        /// What is kept of it.
        var content: [UInt8] = []
        /// Bytes of it that were not kept.
        var dropped = 0
    }

    /// Bytes that are kept of a paste, and of a control string. What comes beyond is no key, and is dropped.
    private static let pasteLimit = 1 << 20
    private static let stringLimit = 256
    /// Bytes beyond the limit after which a paste has lost its end.
    private let longestPaste: Int

    private static let escape: UInt8 = 0x1B
    private static let pasteEnd = Array("\u{1B}[201~".utf8)

    init(longestPaste: Int = 1 << 26, described: @escaping ([UInt8]) -> Key?) {
        self.longestPaste = longestPaste
        self.described = described
    }

    mutating func append(_ more: some Collection<UInt8>) {
        bytes.removeFirst(place)
        place = 0
        bytes += more
    }

    /// Whether all that came has been taken.
    var isEmpty: Bool { place == bytes.count }

    /// Whether something has begun whose end decides what it is, so that it is worth to wait for more: milliseconds, or nil. A
    /// paste ends when it ends.
    var patience: Int64? {
        if let open { return open.kind == .paste ? nil : 100 }
        if isEmpty { return nil }
        // Nobody types so fast; all that is slower are the lines of long ago.
        return bytes.count - place == 1 && bytes[place] == Self.escape ? 25 : 100
    }

    /// The next; nil where nothing has come whole.
    ///
    /// - Parameter isOver: whether nothing more comes: an ESC that is left is the key, and the beginning of anything else is dropped.
    mutating func next(isOver: Bool = false) -> TerminalInput? {
        while true {
            if open != nil {
                switch takeOpen(isOver: isOver) {
                case .done(let input?): return input
                case .done(nil): continue
                case .begun: return nil
                }
            }
            guard place < bytes.count else { return nil }
            guard let (count, input) = read(bytes[place...], isOver: isOver) else { return nil }
            place += count
            if let input { return input }
        }
    }

    // MARK: - What may be long

    private enum Progress {
        case begun
        case done(TerminalInput?)
    }

    private mutating func takeOpen(isOver: Bool) -> Progress {
        guard var open else { return .done(nil) }
        if open.kind == .paste { return takePaste() }
        while place < bytes.count {
            let byte = bytes[place]
            if byte == Self.escape {
                guard place + 1 < bytes.count || isOver else {
                    self.open = open
                    return .begun
                }
                // ST, or something else that breaks the string off.
                if place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\\") {
                    place += 2
                    self.open = nil
                    return .done(Self.answer(open))
                }
                self.open = nil
                return .done(nil)
            }
            place += 1
            // CAN and SUB break it off.
            if byte == 0x18 || byte == 0x1A || byte == 7 && open.kind == .command {
                self.open = nil
                return .done(byte == 7 ? Self.answer(open) : nil)
            }
            if open.content.count < Self.stringLimit { open.content.append(byte) }
        }
        self.open = isOver ? nil : open
        return .begun
    }

    private mutating func takePaste() -> Progress {
        guard var open else { return .done(nil) }
        self.open = nil
        var isWhole = false
        while place < bytes.count, !isWhole {
            if bytes[place] == Self.escape {
                let rest = bytes[place...].prefix(Self.pasteEnd.count)
                if rest.elementsEqual(Self.pasteEnd) {
                    place += rest.count
                    isWhole = true
                    continue
                }
                if rest.count < Self.pasteEnd.count, Self.pasteEnd.starts(with: rest) { break }
            }
            if open.content.count < Self.pasteLimit { open.content.append(bytes[place]) } else { open.dropped += 1 }
            place += 1
            if open.dropped >= longestPaste { isWhole = true }
        }
        guard isWhole else {
            self.open = open
            return .begun
        }
        // Not a character is cut in two by the limit.
        while open.dropped > 0, let last = open.content.last, last >= 0x80 {
            open.content.removeLast()
            if last >= 0xC0 { break }
        }
        return .done(.key(.paste(String(decoding: open.content, as: UTF8.self))))
    }

    private static func answer(_ open: Open) -> TerminalInput? {
        switch open.kind {
        case .command:
            Background(answer: String(decoding: open.content, as: UTF8.self)).map(TerminalInput.background)
        case .application: GraphicsAnswer(string: open.content).map(TerminalInput.graphics)
        case .paste, .other: nil
        }
    }

    // MARK: - What is short

    /// What the bytes begin with, and how many of them it takes; nil where its end has not come.
    private mutating func read(_ rest: ArraySlice<UInt8>, isOver: Bool) -> (count: Int, input: TerminalInput?)? {
        let first = rest[rest.startIndex]
        if first == Self.escape { return readSequence(rest, isOver: isOver) }
        if first == 0x9B {
            // CSI in one byte, which no character in UTF-8 begins with.
            let known = readControl([Self.escape, UInt8(ascii: "[")] + rest.dropFirst())
            return known.map { ($0.0 - 1, $0.1) } ?? (isOver ? (rest.count, nil) : nil)
        }
        if first < 0x20 || first == 0x7F {
            return (1, (described([first]) ?? Self.control(first)).map(TerminalInput.key))
        }
        guard let count = Self.characterCount(rest) else { return isOver ? (rest.count, nil) : nil }
        let scalars = String(decoding: rest.prefix(count), as: UTF8.self).unicodeScalars
        guard scalars.count == 1, let scalar = scalars.first, scalar != "\u{FFFD}",
            !(0x80..<0xA0).contains(scalar.value)
        else {
            return (count, nil)
        }
        return (count, .key(.character(scalar)))
    }

    /// Bytes of the character that some bytes begin with, one where it is none; nil where it has not come whole.
    private static func characterCount(_ rest: ArraySlice<UInt8>) -> Int? {
        let first = rest[rest.startIndex]
        let length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1
        let tail = rest.dropFirst().prefix(length - 1).prefix { UTF8Scalar.isTail($0) }
        if tail.count == length - 1 { return length }
        return tail.count + 1 == rest.count ? nil : tail.count + 1
    }

    private mutating func readSequence(_ rest: ArraySlice<UInt8>, isOver: Bool) -> (count: Int, input: TerminalInput?)?
    {
        let start = rest.startIndex
        guard rest.count > 1 else { return isOver ? (1, .key(.escape)) : nil }
        // Of a sequence that has not come whole all that came is its own.
        let begun: (Int, TerminalInput?)? = isOver ? (rest.count, nil) : nil
        switch rest[start + 1] {
        case Self.escape: return (1, .key(.escape))
        case UInt8(ascii: "["): return readControl(rest) ?? begun
        case UInt8(ascii: "O"): return readSingleShift(rest) ?? begun
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
            if rest.count == 2 { return begun }
            let kinds: [UInt8: Open.Kind] = [UInt8(ascii: "]"): .command, UInt8(ascii: "_"): .application]
            open = Open(kind: kinds[rest[start + 1]] ?? .other)
            return (2, nil)
        case 0x20..<0x30:
            // Intermediate bytes and a final one (ECMA-35, 13.2).
            guard let end = rest.dropFirst(2).firstIndex(where: { !(0x20..<0x30).contains($0) }) else { return begun }
            return ((0x30..<0x7F).contains(rest[end]) ? end - start + 1 : end - start, nil)
        default:
            if let key = described(Array(rest.prefix(2))) { return (2, .key(key)) }
            guard let count = Self.characterCount(rest.dropFirst()) else { return begun }
            return (1 + count, nil)
        }
    }

    /// CSI: parameters, intermediate bytes and a final byte (ECMA-48, 5.4).
    private mutating func readControl(_ rest: ArraySlice<UInt8>) -> (Int, TerminalInput?)? {
        let start = rest.startIndex
        guard rest.count > 2 else { return nil }
        // The Linux console's F1 to F5.
        if rest[start + 2] == UInt8(ascii: "[") {
            guard rest.count > 3 else { return nil }
            let number = Int(rest[start + 3]) - Int(UInt8(ascii: "A")) + 1
            return (4, (1...5).contains(number) ? .key(.function(number)) : nil)
        }
        guard let end = rest.dropFirst(2).firstIndex(where: { !(0x20..<0x40).contains($0) }) else { return nil }
        let final = rest[end]
        let count = end - start + 1
        // What is no part of it breaks it off.
        guard (0x40..<0x7F).contains(final) else { return (count - 1, nil) }
        if final == UInt8(ascii: "M"), count == 3 {
            guard rest.count >= 6 else { return nil }
            return (6, MouseReport(bytes: Array(rest[(start + 3)..<(start + 6)])).map(TerminalInput.mouse))
        }
        let parameters = Parameters(rest[(start + 2)..<end])
        if parameters.isPaste(final: final) {
            open = Open(kind: .paste)
            return (count, nil)
        }
        if parameters.isRelease { return (count, nil) }
        if let known = Self.input(parameters, final: final) { return (count, known) }
        // Where a key is held with others, it is another key.
        return (count, parameters.isModified ? nil : described(Array(rest.prefix(count))).map(TerminalInput.key))
    }

    /// What a CSI sequence stands for whatever the terminal.
    private static func input(_ parameters: Parameters, final: UInt8) -> TerminalInput? {
        let numbers = parameters.numbers
        if parameters.marker == UInt8(ascii: "<") || parameters.marker == nil && numbers.count == 3,
            final == UInt8(ascii: "M") || final == UInt8(ascii: "m")
        {
            return MouseReport(numbers, isSGR: parameters.marker != nil, isUp: final == UInt8(ascii: "m")).map(
                TerminalInput.mouse)
        }
        if parameters.hasIntermediates { return nil }
        if let answer = GraphicsAnswer(numbers, marker: parameters.marker, final: final) { return .graphics(answer) }
        guard parameters.marker == nil else { return nil }
        if final == UInt8(ascii: "R"), numbers.count == 2 { return .cursor(column: numbers[1]) }
        guard !parameters.isModified else { return nil }
        if final == UInt8(ascii: "~") { return numbers.first.flatMap { numbered[$0] }.map(TerminalInput.key) }
        return lettered[final].map(TerminalInput.key)
    }

    /// SS3 and a letter, before which old terminals put what is held with it.
    private func readSingleShift(_ rest: ArraySlice<UInt8>) -> (Int, TerminalInput?)? {
        let start = rest.startIndex
        let isNumber = { (byte: UInt8) in (0x30..<0x3A).contains(byte) || byte == UInt8(ascii: ";") }
        guard let end = rest.dropFirst(2).firstIndex(where: { !isNumber($0) }) else { return nil }
        guard (0x20..<0x7F).contains(rest[end]) else { return (end - start, nil) }
        let count = end - start + 1
        if count > 3 { return (count, nil) }
        let key = Self.lettered[rest[end]] ?? Self.keypad[rest[end]] ?? described(Array(rest.prefix(count)))
        return (count, key.map(TerminalInput.key))
    }

    private static func control(_ byte: UInt8) -> Key? {
        switch byte {
        case 9: .tab
        case 10, 13: .enter
        case 8, 127: .backspace
        case 1...26: .control(Unicode.Scalar(byte + 64))
        default: nil
        }
    }

    /// Final bytes of CSI, and letters of SS3.
    private static let lettered: [UInt8: Key] = [
        UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
        UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "Z"): .backTab,
        UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3),
        UInt8(ascii: "S"): .function(4),
    ]

    /// The keypad in its application mode: by its arrows.
    private static let keypad: [UInt8: Key] = [
        UInt8(ascii: "M"): .enter, UInt8(ascii: "j"): .character("*"), UInt8(ascii: "k"): .character("+"),
        UInt8(ascii: "l"): .character(","), UInt8(ascii: "m"): .character("-"), UInt8(ascii: "o"): .character("/"),
        UInt8(ascii: "X"): .character("="), UInt8(ascii: "n"): .delete, UInt8(ascii: "w"): .home,
        UInt8(ascii: "x"): .up,
        UInt8(ascii: "y"): .pageUp, UInt8(ascii: "t"): .left, UInt8(ascii: "v"): .right, UInt8(ascii: "q"): .end,
        UInt8(ascii: "r"): .down, UInt8(ascii: "s"): .pageDown,
    ]

    /// Numbers before ~.
    private static let numbered: [Int: Key] = [
        1: .home, 7: .home, 4: .end, 8: .end, 3: .delete, 5: .pageUp, 6: .pageDown,
        11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5), 17: .function(6),
        18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12),
    ]

    /// The parameters of a CSI sequence.
    private struct Parameters {
        /// `<`, `=`, `>` or `?` before them.
        var marker: UInt8?
        /// Missing ones are 0, and so are those beyond reason.
        var numbers: [Int] = []
        var hasIntermediates = false
        /// Whether they tell that a key went up: 3 after the colon behind what is held with it (kitty's keyboard protocol).
        var isRelease = false

        init(_ bytes: ArraySlice<UInt8>) {
            var bytes = bytes
            if let first = bytes.first, (0x3C..<0x40).contains(first) {
                marker = first
                bytes = bytes.dropFirst()
            }
            if let first = bytes.firstIndex(where: { $0 < 0x30 }) {
                hasIntermediates = true
                bytes = bytes[..<first]
            }
            if bytes.isEmpty { return }
            let parts = bytes.split(separator: UInt8(ascii: ";"), maxSplits: 15, omittingEmptySubsequences: false)
            isRelease = parts.count > 1 && parts[1].suffix(2).elementsEqual(":3".utf8)
            numbers = parts.map {
                Int(String(decoding: $0.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)) ?? 0
            }
        }

        /// Shift, Alt, Control and the like; Caps Lock and Num Lock (64, 128) are none.
        var isModified: Bool { numbers.count > 1 && (max(1, numbers[1]) - 1) & 0x3F != 0 || numbers.count > 2 }

        func isPaste(final: UInt8) -> Bool { marker == nil && final == UInt8(ascii: "~") && numbers == [200] }
    }
}
