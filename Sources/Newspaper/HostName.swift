import TextDecoding

/// The name of a host in the letters of any script, and as the Domain Name System has it (RFC 3492, RFC 5890).
///
/// Not left to libcurl: it takes names to be in the encoding of the process's locale, and a process that runs beside the
/// terminal has none.
package enum HostName {
    /// The name in ASCII: each label in other letters as `xn--…`. nil for what is no UTF-8, or too long for a name.
    ///
    /// - Parameter name: as it stands in an address, perhaps with percent signs.
    package static func ascii(_ name: some Collection<UInt8>) -> String? {
        guard name.contains(where: { $0 == UInt8(ascii: "%") || $0 >= 0x80 }) else {
            return String(decoding: name, as: UTF8.self)
        }
        guard name.count <= 3 * 253, let text = String(validating: PercentEncoding.decode(name), as: UTF8.self) else {
            return nil
        }
        var labels: [String] = []
        // The full stops of Chinese and Japanese are full stops of names as well (RFC 3490, 3.1).
        for label in text.lowercased().unicodeScalars.split(
            omittingEmptySubsequences: false,
            whereSeparator: { ".\u{3002}\u{FF0E}\u{FF61}".unicodeScalars.contains($0) })
        {
            guard let encoded = encoded(Array(label)), encoded.utf8.count <= 63 else { return nil }
            labels.append(encoded)
        }
        return labels.joined(separator: ".")
    }

    /// The name in the letters that it is written with; a label stays `xn--…` where it could be taken for another name: where it
    /// mixes scripts, or is in letters that look like Latin ones below a domain of Latin letters.
    static func shown(_ name: some StringProtocol) -> String {
        let labels = name.split(separator: ".", omittingEmptySubsequences: false).map { label in
            label.lowercased().hasPrefix("xn--") ? decoded(Array(label.utf8.dropFirst(4))) : nil
        }
        let isAbroad = labels.last.map { $0 != nil } ?? false
        return zip(name.split(separator: ".", omittingEmptySubsequences: false), labels).map { label, decoded in
            guard let decoded, isPlain(decoded, isAbroad), encoded(decoded) == label.lowercased() else {
                return String(label)
            }
            return String(String.UnicodeScalarView(decoded))
        }.joined(separator: ".")
    }

    /// Whether a label reads as nothing else than it is.
    private static func isPlain(_ label: [Unicode.Scalar], _ isAbroad: Bool) -> Bool {
        enum Script { case latin, eastAsian, lookalike, other }
        let scripts = Set(
            label.compactMap { scalar -> Script? in
                switch scalar.value {
                case 0x30...0x39, 0x2D: nil
                case 0x61...0x7A, 0xDF...0x24F: .latin
                case 0x3005, 0x3041...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0x20000...0x3FFFF: .eastAsian
                // Greek, Cyrillic, Armenian, Cherokee.
                case 0x370...0x58F, 0x13A0...0x13FF: .lookalike
                default: .other
                }
            })
        guard scripts.isSubset(of: [.latin, .eastAsian]) || scripts.count == 1 else { return false }
        return !scripts.contains(.lookalike) || isAbroad
    }

    /// A label; nil where it has a sign that no name has.
    private static func encoded(_ label: [Unicode.Scalar]) -> String? {
        let isName = label.allSatisfy { scalar in
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A, 0x2D, 0x5F: true
            case 0x80...:
                scalar.properties.isIDContinue && !scalar.properties.isDefaultIgnorableCodePoint
                    || scalar.value == 0x200C || scalar.value == 0x200D
            default: false
            }
        }
        guard isName else { return nil }
        return label.allSatisfy(\.isASCII)
            ? String(String.UnicodeScalarView(label)) : "xn--" + punycode(label.map(\.value))
    }

    /// RFC 3492, 6.3. A label has few enough scalars for its quadratic time.
    private static func punycode(_ scalars: [UInt32]) -> String {
        var output = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
        let basic = output.count
        if basic > 0 { output.append(UInt8(ascii: "-")) }
        var (next, delta, bias, handled) = (UInt32(0x80), 0, 72, basic)
        while handled < scalars.count {
            let smallest = scalars.filter { $0 >= next }.min()!
            delta += Int(smallest - next) * (handled + 1)
            next = smallest
            for scalar in scalars {
                if scalar < next { delta += 1 }
                guard scalar == next else { continue }
                var rest = delta
                for position in sequence(first: 36, next: { $0 + 36 }) {
                    let threshold = min(max(position - bias, 1), 26)
                    guard rest >= threshold else { break }
                    output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
                    rest = (rest - threshold) / (36 - threshold)
                }
                output.append(digit(rest))
                bias = adapted(delta, count: handled + 1, isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            next += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// RFC 3492, 6.2; nil for what is no such label.
    private static func decoded(_ label: [UInt8]) -> [Unicode.Scalar]? {
        guard label.count <= 59 else { return nil }
        let dash = label.lastIndex(of: UInt8(ascii: "-"))
        var scalars = (dash.map { Array(label[..<$0]) } ?? []).map { UInt32($0 | 0x20) }
        guard scalars.allSatisfy({ $0 < 0x80 }) else { return nil }
        var (next, place, bias) = (0x80, 0, 72)
        var rest = Array(dash.map { label[($0 + 1)...] } ?? label[...])[...]
        while !rest.isEmpty {
            let before = place
            var weight = 1
            for position in sequence(first: 36, next: { $0 + 36 }) {
                guard let digit = rest.popFirst().flatMap(value(of:)) else { return nil }
                place += digit * weight
                let threshold = min(max(position - bias, 1), 26)
                if digit < threshold { break }
                weight *= 36 - threshold
                guard place < 1 << 32, weight < 1 << 32 else { return nil }
            }
            let count = scalars.count + 1
            bias = adapted(place - before, count: count, isFirst: before == 0)
            next += place / count
            place %= count
            guard next <= 0x10FFFF else { return nil }
            scalars.insert(UInt32(next), at: place)
            place += 1
        }
        let all = scalars.compactMap(Unicode.Scalar.init)
        return all.count == scalars.count ? all : nil
    }

    /// What a digit of RFC 3492 stands for.
    private static func value(of byte: UInt8) -> Int? {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A: Int(byte | 0x20) - 0x61
        case 0x30...0x39: Int(byte) - 0x30 + 26
        default: nil
        }
    }

    private static func digit(_ value: Int) -> UInt8 { UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30) }

    /// RFC 3492, 6.1.
    private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var bias = 0
        while delta > 455 {
            delta /= 35
            bias += 36
        }
        return bias + 36 * delta / (delta + 38)
    }
}
