/// A Chinese number below 1,000 with units, or in digits alone, read scalar by scalar: 三, 十, 二十四, 一百零八, 二〇二六.
package struct HanNumeral: Sendable {
    /// The value of what was read so far, at most 2^32 - 1; nil where nothing was.
    package private(set) var value: Int?
    /// What the units read so far make up.
    private var total = 0
    /// The digits since the last unit, as a number.
    private var figures: Int?

    /// A number of which nothing was read.
    package init() {}

    /// The value of a text that is a numeral; nil for any other.
    package static func value(of text: String) -> Int? {
        var numeral = HanNumeral()
        return text.unicodeScalars.allSatisfy { numeral.append($0) } ? numeral.value : nil
    }

    /// Reads the next scalar; false, and nothing changes, where it is no part of a numeral.
    package mutating func append(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "十": multiply(by: 10)
        case "百": multiply(by: 100)
        default:
            guard let digit = Self.digit(scalar) else { return false }
            figures = min((figures ?? 0) * 10 + digit, Self.most)
        }
        value = min(total + (figures ?? 0), Self.most)
        return true
    }

    private mutating func multiply(by unit: Int) {
        total = min(total + (figures ?? 1) * unit, Self.most)
        figures = nil
    }

    /// 〇
    package static let zero: UInt32 = 0x3007

    /// ○ or ◯, which many type for 〇.
    @inlinable @inline(__always)
    package static func isCircle(_ point: UInt32) -> Bool { point == 0x25CB || point == 0x25EF }

    /// Whether a circle is a zero: it follows a figure, and another, a circle or 年 follows it. Else it may be a bullet.
    package static func isZero(_ point: UInt32, after one: UInt32, before next: UInt32) -> Bool {
        func isFigure(_ point: UInt32) -> Bool { Unicode.Scalar(point).flatMap(digit) != nil }
        return isCircle(point) && isFigure(one) && (isFigure(next) || isCircle(next) || next == 0x5E74)
    }

    private static let most = 0xFFFF_FFFF

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "〇", "零": 0
        case "一": 1
        case "二": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }
}
