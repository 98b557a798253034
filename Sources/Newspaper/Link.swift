import TextDecoding

/// The address of a page on the web, or of a mailbox, as it may be handed to another program: http, https or mailto, in
/// printing ASCII, at most 2048 bytes. It never begins with a dash.
package struct Link: Sendable, Hashable {
    /// The address, percent-encoded where it must be.
    package let address: String

    private static let limit = 2048
    private static let schemes = ["https://", "http://", "mailto:"]

    /// What is not ASCII is percent-encoded (RFC 3987, 3.1), in a host's name as the Domain Name System has it (``HostName``), and so are
    /// blanks and what an address has nowhere, but not in the name of a host or a mailbox, where they would lead elsewhere. nil for
    /// anything that is no such address.
    package init?(_ text: String) {
        var bytes: [UInt8] = []
        var slashes = 0
        var isQuery = false
        for byte in text.utf8 {
            if byte == UInt8(ascii: "/") { slashes += 1 }
            if byte == UInt8(ascii: "?") { isQuery = true }
            switch byte {
            case 0x80...: bytes += Self.encoded(byte)
            case 0x21...0x7E where !Self.excluded.contains(byte): bytes.append(byte)
            case 0x20...0x7E where slashes > 2 || isQuery: bytes += Self.encoded(byte)
            default: return nil
            }
        }
        let start = bytes.prefix(8).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
        guard let scheme = Self.schemes.first(where: { start.starts(with: $0.utf8) }), bytes.count <= Self.limit,
            bytes.count > scheme.utf8.count, text.utf8.dropFirst(scheme.utf8.count).first.map(Self.isWordByte) ?? false
        else { return nil }
        let rest = bytes.dropFirst(scheme.utf8.count)
        let host = Self.host(in: rest, behind: scheme)
        guard bytes[host].contains(UInt8(ascii: "%")), let name = HostName.ascii(bytes[host]) else {
            address = scheme + String(decoding: rest, as: UTF8.self)
            return
        }
        address =
            scheme + String(decoding: bytes[rest.startIndex..<host.lowerBound], as: UTF8.self) + name
            + String(decoding: bytes[host.upperBound...], as: UTF8.self)
    }

    /// Where the name of the host is; empty for a mailbox.
    private static func host(in rest: ArraySlice<UInt8>, behind scheme: String) -> Range<Int> {
        guard scheme.hasSuffix("/") else { return rest.startIndex..<rest.startIndex }
        let end = rest.firstIndex { "/?#".utf8.contains($0) } ?? rest.endIndex
        let start = rest[..<end].lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? rest.startIndex
        let bracket = rest[start..<end].lastIndex(of: UInt8(ascii: "]")) ?? start
        return start..<(rest[bracket..<end].firstIndex(of: UInt8(ascii: ":")) ?? end)
    }

    /// The address as it is read: the host's name and the letters of its path in their own script. What would be taken for another
    /// address stays encoded, and what is shown leads where the address does.
    package var shown: String {
        guard let scheme = Self.schemes.first(where: address.hasPrefix) else { return address }
        let bytes = Array(address.utf8)
        let host = Self.host(in: bytes.dropFirst(scheme.utf8.count), behind: scheme)
        return String(decoding: bytes[..<host.lowerBound], as: UTF8.self)
            + HostName.shown(String(decoding: bytes[host], as: UTF8.self)) + Self.readable(bytes[host.upperBound...])
    }

    /// With what is no ASCII decoded, as far as it is letters, figures and marks on them.
    private static func readable(_ bytes: ArraySlice<UInt8>) -> String {
        var result = ""
        var at = bytes.startIndex
        while at < bytes.endIndex {
            guard bytes[at] == UInt8(ascii: "%") else {
                result.unicodeScalars.append(Unicode.Scalar(bytes[at]))
                at += 1
                continue
            }
            // As many escapes as the first says that there are bytes.
            let lead = PercentEncoding.decode(bytes[at...].prefix(3))
            let count = lead.count == 1 && lead[0] >= 0xC2 ? UTF8Scalar.length(lead: lead[0]) : 1
            let escapes = bytes[at...].prefix(3 * count)
            let scalars = String(validating: PercentEncoding.decode(escapes), as: UTF8.self)?.unicodeScalars
            if let scalar = scalars?.first, scalars?.count == 1, scalar.value >= 0x80,
                scalar.properties.isIDContinue, !scalar.properties.isDefaultIgnorableCodePoint
            {
                result.unicodeScalars.append(scalar)
                at += escapes.count
            } else {
                result += "%"
                at += 1
            }
        }
        return result
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
                return end(of: bytes, from: first, host: rest).map { (first..<$0, "") }
            }
        case UInt8(ascii: "w"), UInt8(ascii: "W"):
            guard place + 4 < bytes.count, !isLetter(place - 1), isLetter(place + 4) || bytes[place + 4] >= 0x80,
                zip(bytes[place...], "www.".utf8).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
            else { return nil }
            return end(of: bytes, from: place, host: place + 4).map { (place..<$0, "https://") }
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

    /// Where an address ends whose host's name begins at an offset; nil where no name does.
    private static func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int, host: Int) -> Int? {
        let end = self.end(of: bytes, from: endOfHost(of: bytes, from: host))
        guard end > host else { return nil }
        return endOfPath(bytes, start..<end) ?? end
    }

    /// Where an address ends: before what it cannot hold, and before marks of the sentence that it stands in. Behind the
    /// host's name, `{`, `|` and `}` are taken for what somebody forgot to encode.
    private static func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = start
        // How many more brackets are opened than closed in the address.
        var (round, square, curly) = (0, 0, 0)
        func count(_ byte: UInt8, _ step: Int) {
            switch byte {
            case UInt8(ascii: "("): round += step
            case UInt8(ascii: ")"): round -= step
            case UInt8(ascii: "["): square += step
            case UInt8(ascii: "]"): square -= step
            case UInt8(ascii: "{"): curly += step
            case UInt8(ascii: "}"): curly -= step
            default: break
            }
        }
        var isPath = false
        while end < bytes.count, (0x21...0x7E).contains(bytes[end]), bytes[end] != UInt8(ascii: "'") {
            let byte = bytes[end]
            let isLoose = isPath && "{|}".utf8.contains(byte) && !beginsAddress(bytes, at: end + 1)
            guard isLoose || !excluded.contains(byte) else { break }
            if "/?#".utf8.contains(byte) { isPath = true }
            count(byte, 1)
            end += 1
        }
        trimming: while end > start {
            switch bytes[end - 1] {
            // A bracket stays where it was opened in the address.
            case UInt8(ascii: ")") where round >= 0, UInt8(ascii: "]") where square >= 0,
                UInt8(ascii: "}") where curly >= 0:
                break trimming
            case let last where ".,;:!?()[]{|}".utf8.contains(last): count(last, -1)
            default: break trimming
            }
            end -= 1
        }
        return end
    }

    /// Whether the next address of a list begins here.
    private static func beginsAddress(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        (schemes + ["www."]).contains { start in
            place + start.utf8.count <= bytes.count
                && zip(bytes[place...], start.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
        }
    }

    /// Where that part of a host's name ends that is not in ASCII (https://砚浦.example, https://例子.测试); the start where
    /// there is none.
    private static func endOfHost(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        /// Latin letters, with marks and without, or letters of other scripts: no part of a name has both.
        func isPart(_ place: Int, ofLatin isLatin: Bool) -> Bool {
            guard place < bytes.count else { return false }
            if bytes[place] < 0x80 {
                return isLatin && (isASCIIWord(bytes[place]) || bytes[place] == UInt8(ascii: "-"))
            }
            let scalar = bytes.scalar(at: place).value
            return isLatin == (scalar < 0x250) && isLetter(scalar)
        }
        var (place, end) = (start, start)
        while place < bytes.count, place - start < 256 {
            let label = place
            let isLatin = isPart(place, ofLatin: true)
            while isPart(place, ofLatin: isLatin) { place += UTF8Scalar.length(lead: bytes[place]) }
            guard place > label else { break }
            let isASCII = bytes[label..<place].allSatisfy { $0 < 0x80 }
            let isInside =
                place < bytes.count && bytes[place] == UInt8(ascii: ".")
                && (isPart(place + 1, ofLatin: true) || isPart(place + 1, ofLatin: false))
            if isInside {
                if !isASCII { end = place }
                place += 1
                continue
            }
            // The last part: of up to four Han after others, or of any where a path shows where it ends.
            let isPath = place < bytes.count && "/:?#".utf8.contains(bytes[place])
            if !isASCII, label > start, isPath || end + 1 == label && place - label <= 12 { end = place }
            break
        }
        return end
    }

    /// Whether a scalar beyond ASCII is a letter of a script, as in the names of hosts and paths.
    private static func isLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3041...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3: scalar != 0x30FB
        default: scalar < 0xFF00 && Unicode.Scalar(scalar)?.properties.isAlphabetic == true
        }
    }

    /// The end of an address whose path goes on beyond ASCII, where something shows it: the closing quote or bracket of the
    /// one before the address, “https://a.example/路”, or white space. Else nobody can tell the path from the sentence.
    private static func endOfPath(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        guard range.upperBound < bytes.count, bytes[range.upperBound] >= 0x80,
            "/=-_%".utf8.contains(bytes[range.upperBound - 1])
        else { return nil }
        let opening = range.lowerBound > 0 ? bytes.scalar(at: bytes.scalarStart(before: range.lowerBound)).value : 0
        let closing = quotes[opening]
        var place = range.upperBound
        while place < bytes.count, place - range.lowerBound < limit {
            let (scalar, length) = bytes.scalar(at: place)
            if scalar == closing { return place }
            if [0x09, 0x0A, 0x20, 0xA0, 0x3000].contains(scalar) { return closing == nil ? place : nil }
            let isMark = scalar < 0x80 && (scalar < 0x21 || excluded.contains(UInt8(scalar)))
            guard !isMark, !(0x2000...0x206F).contains(scalar), !(0x3000...0x303F).contains(scalar), scalar < 0xFF00
            else {
                return nil
            }
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
