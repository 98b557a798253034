import Newspaper

/// The written form of an event: `time<TAB>story<TAB>mark[<TAB>value]`, a line feed at the end.
///
/// `time` has 13 digits, `story` the 13 characters of a StoryID, `mark` is one of read, unread, star, unstar, place; the
/// value of a place is `block:character:anchor`, the anchor in 4 digits of Crockford's base 32.
enum MarkLine {
    /// The longest line of an event, in bytes with its line feed; longer ones hold none.
    static let longest = 34 + 20 + 20 + 4 + 3

    /// The event of a line, given without its line feed, but perhaps with the carriage return of another system's line end;
    /// nil for a line that cannot be read.
    @inline(__always)
    static func parse(withoutLineEnd line: UnsafeRawBufferPointer) -> MarkEvent? {
        guard line.last == carriageReturn else { return parse(line) }
        return parse(UnsafeRawBufferPointer(rebasing: line.dropLast()))
    }

    /// Whether there is nothing in a line, given without its line feed.
    static func isEmpty(_ line: UnsafeRawBufferPointer) -> Bool {
        line.isEmpty || line.count == 1 && line[0] == carriageReturn
    }

    /// The event of a line, given without its line end; nil for a line that cannot be read.
    @inline(__always)
    static func parse(_ line: UnsafeRawBufferPointer) -> MarkEvent? {
        guard line.count >= 32, line.count < longest, line[13] == tab, line[27] == tab else { return nil }
        guard let head = eightDigits(line, at: 0), let tail = eightDigits(line, at: 5), head >= 10_000_000 else {
            return nil
        }
        let time = Int64(head * 100_000 + tail % 100_000)
        var story: UInt64 = 0
        var faults: UInt8 = 0
        for offset in 14..<27 {
            let digit = Base32.value(of: line[offset])
            faults |= digit
            story = story << 5 | UInt64(digit & 31)
        }
        // Of the first digit's five bits the highest must be 0; it is the 65th.
        guard faults < 32, Base32.value(of: line[14]) < 16 else { return nil }
        guard let mark = parseMark(UnsafeRawBufferPointer(rebasing: line[28...])) else { return nil }
        return MarkEvent(time: time, story: StoryID(story), mark: mark)
    }

    /// Eight decimal digits as a number, all at once.
    @inline(__always)
    private static func eightDigits(_ line: UnsafeRawBufferPointer, at offset: Int) -> UInt64? {
        let word = UInt64(littleEndian: line.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        let high: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
        // Adding 6 carries what is above 9 into the high half.
        guard word & high == 0x3030_3030_3030_3030, (word &+ 0x0606_0606_0606_0606) & high == 0x3030_3030_3030_3030
        else { return nil }
        var value = word & ~high
        value = (value &* 10 &+ value >> 8) & 0x00FF_00FF_00FF_00FF
        value = (value &* 100 &+ value >> 16) & 0x0000_FFFF_0000_FFFF
        return (value &* 10_000 &+ value >> 32) & 0xFFFF_FFFF
    }

    @inline(__always)
    private static func parseMark(_ text: UnsafeRawBufferPointer) -> Mark? {
        let word = UInt32(bigEndian: text.loadUnaligned(as: UInt32.self))
        switch (word, text.count) {
        case (0x7265_6164, 4): return .read
        case (0x7374_6172, 4): return .star
        case (0x756E_7265, 6): return text[4] == UInt8(ascii: "a") && text[5] == UInt8(ascii: "d") ? .unread : nil
        case (0x756E_7374, 6): return text[4] == UInt8(ascii: "a") && text[5] == UInt8(ascii: "r") ? .unstar : nil
        case (0x706C_6163, 7...) where text[4] == UInt8(ascii: "e") && text[5] == tab:
            return parsePlace(UnsafeRawBufferPointer(rebasing: text[6...])).map { .place($0) }
        default: return nil
        }
    }

    private static func parsePlace(_ text: UnsafeRawBufferPointer) -> ReadingPlace? {
        var offset = 0
        func number() -> Int? {
            let start = offset
            var value = 0
            while offset < text.count, text[offset] &- zero < 10, offset - start < 9 {
                value = value * 10 + Int(text[offset] &- zero)
                offset += 1
            }
            guard offset > start, offset < text.count, text[offset] == colon else { return nil }
            offset += 1
            return value
        }
        guard let block = number(), let character = number(), text.count - offset == 4 else { return nil }
        var anchor: UInt32 = 0
        for byte in text[offset...] {
            let digit = Base32.value(of: byte)
            guard digit < 32 else { return nil }
            anchor = anchor << 5 | UInt32(digit)
        }
        return ReadingPlace(block: block, character: character, anchor: anchor)
    }

    /// Appends the event's line to `bytes`.
    static func write(_ event: MarkEvent, to bytes: inout [UInt8]) {
        var unit = MarkEvent.times.lowerBound
        while unit > 0 {
            bytes.append(zero + UInt8(event.time / unit % 10))
            unit /= 10
        }
        bytes.append(tab)
        for place in stride(from: 60, through: 0, by: -5) {
            bytes.append(Base32.digit(UInt8(truncatingIfNeeded: event.story.bits >> UInt64(place)) & 31))
        }
        bytes.append(tab)
        switch event.mark {
        case .read: bytes.append(contentsOf: "read".utf8)
        case .unread: bytes.append(contentsOf: "unread".utf8)
        case .star: bytes.append(contentsOf: "star".utf8)
        case .unstar: bytes.append(contentsOf: "unstar".utf8)
        case .place(let place):
            bytes.append(contentsOf: "place\t\(min(place.block, 999_999_999)):".utf8)
            bytes.append(contentsOf: "\(min(place.character, 999_999_999)):".utf8)
            for shift in stride(from: 15, through: 0, by: -5) {
                bytes.append(Base32.digit(UInt8(truncatingIfNeeded: place.anchor >> UInt32(shift)) & 31))
            }
        }
        bytes.append(lineFeed)
    }

    static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let tab = UInt8(ascii: "\t")
    private static let zero = UInt8(ascii: "0")
    private static let colon = UInt8(ascii: ":")
}
