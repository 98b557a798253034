import Glibc
import TextDecoding

/// The name of a file as the system has it, any bytes, and as it may be shown.
///
/// Archives hold names in GBK as often as in UTF-8; such a file must open all the same.
package struct FileName: Hashable, Sendable {
    /// The path's bytes; none is 0.
    private let bytes: [UInt8]

    package init(_ path: String) { bytes = path.utf8.filter { $0 != 0 } }

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The path, through the gate: what page parsing and the screen may see.
    package var shown: String { TextDecoder.clean(TextDecoder.read(bytes).text) }

    /// The path as it is; nil where it is not UTF-8.
    package var text: String? { String(validating: bytes, as: UTF8.self) }

    /// The last component.
    package var last: FileName {
        let end = bytes.lastIndex { $0 != Self.slash } ?? -1
        let start = bytes[..<max(end, 0)].lastIndex(of: Self.slash).map { $0 + 1 } ?? 0
        return FileName(Array(bytes[start..<max(end + 1, start)]))
    }

    package func appending(_ name: FileName) -> FileName {
        FileName(bytes + (bytes.last == Self.slash ? [] : [Self.slash]) + name.bytes)
    }

    package var isHidden: Bool { bytes.first == UInt8(ascii: ".") }

    /// Whether the name ends so; letters of ASCII in either case.
    package func hasSuffix(_ suffix: StaticString) -> Bool {
        suffix.withUTF8Buffer { suffix in
            bytes.count > suffix.count && zip(bytes.suffix(suffix.count), suffix).allSatisfy { $0 | 0x20 == $1 | 0x20 }
        }
    }

    package func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        (bytes + [0]).withUnsafeBytes { body($0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
    }

    private static let slash = UInt8(ascii: "/")
}

extension FileName: Comparable {
    /// The order in which a person would put them: runs of digits, and Chinese numerals, by their value, letters without
    /// regard to case; 2.txt before 10.txt, A04 before B01, 第九版 before 第十一版.
    package static func < (one: FileName, other: FileName) -> Bool {
        let (first, second) = (NaturalKey(one.shown), NaturalKey(other.shown))
        if first != second { return first < second }
        return one.bytes.lexicographicallyPrecedes(other.bytes)
    }
}

extension [FileName] {
    /// The same as `sorted`, each name looked at once.
    package func inOrder() -> [FileName] {
        let keyed: [(name: FileName, key: NaturalKey)] = map { ($0, NaturalKey($0.shown)) }
        let sorted = keyed.sorted { one, other in
            if one.key != other.key { return one.key < other.key }
            return one.name < other.name
        }
        return sorted.map(\.name)
    }
}

/// A text as letters and numbers.
private struct NaturalKey: Comparable {
    /// A number is below every letter: 2^32 is added to those. Numbers too large to count are all alike.
    private var parts: [UInt64] = []

    init(_ text: String) {
        var digits: UInt64?
        var numeral = Numeral()
        func finish(_ parts: inout [UInt64]) {
            if let value = digits ?? numeral.value { parts.append(min(value, 0xFFFF_FFFF)) }
            digits = nil
            numeral = Numeral()
        }
        for scalar in text.unicodeScalars {
            var value = scalar.value
            if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
            if (0x30...0x39).contains(value) {
                if numeral.value != nil { finish(&parts) }
                digits = min((digits ?? 0) * 10 + UInt64(value - 0x30), 0xFFFF_FFFF)
                continue
            }
            if digits == nil, numeral.take(scalar) { continue }
            finish(&parts)
            if numeral.take(scalar) { continue }
            if (0x41...0x5A).contains(value) { value += 0x20 }
            parts.append(UInt64(value) + 1 << 32)
        }
        finish(&parts)
    }

    static func < (one: NaturalKey, other: NaturalKey) -> Bool { one.parts.lexicographicallyPrecedes(other.parts) }
}

/// A Chinese number as it is written: 三, 十, 二十四, 一百零八, 二〇二六.
private struct Numeral {
    private(set) var value: UInt64?
    /// The figure that a unit behind it would multiply; nil behind a unit.
    private var figure: UInt64?

    /// Takes the scalar in if it is part of a numeral.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        let before = value ?? 0
        switch scalar {
        case "十", "百":
            value = before - (figure ?? 0) + (figure ?? 1) * (scalar == "十" ? 10 : 100)
            figure = nil
        case "零":
            value = before
            figure = nil
        default:
            guard let digit = Self.figures.firstIndex(of: scalar) else { return false }
            // Figures in a row are positional.
            value = min(before * (figure == nil ? 1 : 10) + UInt64(digit), 0xFFFF_FFFF)
            figure = UInt64(digit)
        }
        return true
    }

    private static let figures = Array("〇一二三四五六七八九".unicodeScalars)
}
