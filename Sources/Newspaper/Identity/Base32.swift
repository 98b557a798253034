/// Crockford's base 32: five bits a digit, letters in either case, and none that is easily taken for another (I, L, O, U).
@usableFromInline package enum Base32 {
    private static var digits: StaticString { "0123456789ABCDEFGHJKMNPQRSTVWXYZ" }

    /// For each ASCII character U+0030 plus its value, and "p" for what is no digit.
    @inlinable @inline(__always)
    static var values: StaticString {
        """
        pppppppppppppppppppppppppppppppppppppppppppppppp0123456789pppppp\
        p:;<=>?@ApBCpDEpFGHIJpKLMNOpppppp:;<=>?@ApBCpDEpFGHIJpKLMNOppppp
        """
    }

    /// The digit, in ASCII, of a value below 32.
    package static func digit(_ value: UInt8) -> UInt8 { digits.utf8Start[Int(value & 31)] }

    /// The value of a digit in ASCII; 64 and more for what is no digit.
    @inlinable @inline(__always)
    package static func value(of digit: UInt8) -> UInt8 {
        values.utf8Start[Int(digit & 0x7F)] &- 0x30 | digit & 0x80
    }

    /// The last `count` digits of a number, the most significant first.
    package static func digits(of number: UInt64, count: Int) -> [UInt8] {
        (0..<count).reversed().map { digit(UInt8(truncatingIfNeeded: number >> UInt64($0 * 5)) & 31) }
    }

    /// The number that digits stand for, the most significant first; nil where one is no digit or the number has more than
    /// 64 bits.
    package static func number(of digits: some Collection<UInt8>) -> UInt64? {
        var number: UInt64 = 0
        for digit in digits {
            let value = value(of: digit)
            guard value < 32, number >> 59 == 0 else { return nil }
            number = number << 5 | UInt64(value)
        }
        return number
    }
}
