import TextDecoding

/// The address of a page on the web, or of a mailbox, as it may be handed to another program: http, https or mailto, in
/// printing ASCII, at most 2048 bytes. It never begins with a dash.
package struct Link: Sendable, Hashable {
    /// The address, percent-encoded where it must be.
    package let address: String

    private static let limit = 2048
    private static let schemes = ["https://", "http://", "mailto:"]

    /// What is not ASCII is percent-encoded (RFC 3987, 3.1), and so are blanks and what an address has nowhere, but not in
    /// the name of a host, where they would lead elsewhere. nil for anything that is no such address.
    package init?(_ text: String) {
        var bytes: [UInt8] = []
        var slashes = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "/") { slashes += 1 }
            switch byte {
            case 0x80...: bytes += Self.encoded(byte)
            case 0x21...0x7E where !Self.excluded.contains(byte): bytes.append(byte)
            case 0x20...0x7E where slashes > 2: bytes += Self.encoded(byte)
            default: return nil
            }
        }
        let start = bytes.prefix(8).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
        guard let scheme = Self.schemes.first(where: { start.starts(with: $0.utf8) }), bytes.count <= Self.limit,
            bytes.count > scheme.utf8.count, text.utf8.dropFirst(scheme.utf8.count).first.map(Self.isWordByte) ?? false
        else { return nil }
        address = scheme + String(decoding: bytes.dropFirst(scheme.utf8.count), as: UTF8.self)
    }

    /// RFC 3986, appendix A: what an address has nowhere.
    private static let excluded = Set(#""<>\^`{|}"#.utf8)

    private static func encoded(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    fileprivate static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
        // A host may be a number in brackets.
        case UInt8(ascii: "["): true
        default: false
        }
    }
}

extension Link {
    /// The addresses that stand in a text, in order: with a scheme, from `www.` on, or a mailbox.
    package static func all(in text: String) -> [Link] {
        var text = text
        return text.withUTF8 { bytes in
            var links: [Link] = []
            var end = 0
            for place in bytes.indices where place >= end {
                guard let (range, prefix) = candidate(in: bytes, at: place, from: end), !range.isEmpty else { continue }
                let address = String(decoding: bytes[range], as: UTF8.self)
                if let link = Link(prefix + address) { links.append(link) }
                // One that is too long is passed over as a whole: to look for others in it would take quadratic time.
                end = range.upperBound
            }
            return links
        }
    }

    /// The text around a byte that gives an address away, and what has to be put before it.
    private static func candidate(
        in bytes: UnsafeBufferPointer<UInt8>, at place: Int, from start: Int
    ) -> (Range<Int>, String)? {
        func isLetter(_ at: Int) -> Bool { at >= start && at < bytes.count && isASCIIWord(bytes[at]) }
        switch bytes[place] {
        case UInt8(ascii: ":"):
            for scheme in schemes {
                let colon = Array(scheme.utf8).firstIndex(of: UInt8(ascii: ":"))!
                let first = place - colon
                let rest = first + scheme.utf8.count
                guard first >= start, !isLetter(first - 1), rest < bytes.count,
                    zip(bytes[first...], scheme.utf8).allSatisfy({ $0 | 0x20 == $1 | 0x20 }), isWordByte(bytes[rest])
                else { continue }
                let host = endOfHost(of: bytes, from: rest)
                var end = self.end(of: bytes, from: host)
                if end > rest { end = endOfQuoted(bytes, first..<end) ?? end }
                return end > rest ? (first..<end, "") : nil
            }
        case UInt8(ascii: "w"), UInt8(ascii: "W"):
            guard place + 4 < bytes.count, !isLetter(place - 1), isLetter(place + 4),
                zip(bytes[place...], "www.".utf8).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
            else { return nil }
            return (place..<self.end(of: bytes, from: place), "https://")
        case UInt8(ascii: "@"):
            var first = place
            while first > start, isASCIIWord(bytes[first - 1]) || "+-._".utf8.contains(bytes[first - 1]) { first -= 1 }
            var last = place + 1
            while isLetter(last) || last < bytes.count && "-.".utf8.contains(bytes[last]) { last += 1 }
            while last > place + 1, !isASCIIWord(bytes[last - 1]) { last -= 1 }
            guard first < place, isASCIIWord(bytes[first]), bytes[(place + 1)..<last].contains(UInt8(ascii: ".")) else {
                return nil
            }
            return (first..<last, "mailto:")
        default: break
        }
        return nil
    }

    /// Where an address ends: before what it cannot hold, and before marks of the sentence that it stands in.
    private static func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = start
        // How many more brackets are opened than closed in the address.
        var (round, square) = (0, 0)
        func count(_ byte: UInt8, _ step: Int) {
            switch byte {
            case UInt8(ascii: "("): round += step
            case UInt8(ascii: ")"): round -= step
            case UInt8(ascii: "["): square += step
            case UInt8(ascii: "]"): square -= step
            default: break
            }
        }
        while end < bytes.count, (0x21...0x7E).contains(bytes[end]), bytes[end] != UInt8(ascii: "'"),
            !excluded.contains(bytes[end])
        {
            count(bytes[end], 1)
            end += 1
        }
        trimming: while end > start {
            switch bytes[end - 1] {
            // A bracket stays where it was opened in the address.
            case UInt8(ascii: ")") where round >= 0, UInt8(ascii: "]") where square >= 0: break trimming
            case let last where ".,;:!?()[]".utf8.contains(last): count(last, -1)
            default: break trimming
            }
            end -= 1
        }
        return end
    }

    /// Where a host's name in Han ends (https://砚浦.example): before its first dot. The start where it is none.
    private static func endOfHost(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var place = start
        while place + 3 <= bytes.count, (0xE4...0xE9).contains(bytes[place]) { place += 3 }
        let isName = place > start && place + 1 < bytes.count && bytes[place] == UInt8(ascii: ".")
        return isName && isASCIIWord(bytes[place + 1]) ? place : start
    }

    /// The end of an address that stands in quotes or brackets, and whose path goes on in Han: “https://a.example/路”. Without
    /// them nobody can tell the path from the sentence.
    private static func endOfQuoted(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        guard range.lowerBound > 0, range.upperBound < bytes.count, bytes[range.upperBound] >= 0x80,
            "/=-_%".utf8.contains(bytes[range.upperBound - 1])
        else { return nil }
        let opening = bytes.scalarStart(before: range.lowerBound)
        guard let closing = quotes[bytes.scalar(at: opening).value] else { return nil }
        var place = range.upperBound
        while place < bytes.count, place - range.lowerBound < limit {
            let (scalar, length) = bytes.scalar(at: place)
            if scalar == closing { return place }
            let isMark = scalar < 0x80 && (scalar < 0x21 || excluded.contains(UInt8(scalar)))
            guard !isMark, !(0x3000...0x303F).contains(scalar), scalar < 0xFF00 else { return nil }
            place += length
        }
        return nil
    }

    /// What closes an opening mark.
    private static let quotes: [UInt32: UInt32] = [
        0x22: 0x22, 0x28: 0x29, 0x3C: 0x3E, 0x2018: 0x2019, 0x201C: 0x201D, 0x3008: 0x3009, 0x300A: 0x300B,
        0x300C: 0x300D, 0x300E: 0x300F, 0x3010: 0x3011, 0xFF08: 0xFF09,
    ]

    private static func isASCIIWord(_ byte: UInt8) -> Bool {
        byte < 0x80 && byte != UInt8(ascii: "[") && isWordByte(byte)
    }
}
