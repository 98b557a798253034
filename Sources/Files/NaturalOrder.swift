import TextFolding

extension FileName: Comparable {
    /// The order in which a person would put names: runs of digits and Chinese numerals by their value, letters without
    /// regard to case; 2.txt before 10.txt, A04 before B01, 第九版 before 第十一版.
    package static func < (one: FileName, other: FileName) -> Bool {
        let (first, second) = (NaturalKey(one.shown), NaturalKey(other.shown))
        if first != second { return first < second }
        return one.bytes.lexicographicallyPrecedes(other.bytes)
    }
}

extension [FileName] {
    /// The same as `sorted`, with each name's key made once.
    package func inOrder() -> [FileName] {
        if count < 2 { return self }
        let keyed: [(name: FileName, key: NaturalKey)] = map { ($0, NaturalKey($0.shown)) }
        let sorted = keyed.sorted { one, other in
            if one.key != other.key { return one.key < other.key }
            return one.name < other.name
        }
        return sorted.map(\.name)
    }
}

/// A name as a list of letters and numbers, which are compared one by one.
private struct NaturalKey: Comparable {
    /// Numbers by their value, at most 2^32 - 1; letters by their scalar plus 2^32, so that every number comes first.
    private var parts: [UInt64] = []

    init(_ text: String) {
        var digits: UInt64?
        var numeral = HanNumeral()
        func finish(_ parts: inout [UInt64]) {
            if let value = digits ?? numeral.value.map(UInt64.init) { parts.append(min(value, 0xFFFF_FFFF)) }
            digits = nil
            numeral = HanNumeral()
        }
        for scalar in text.unicodeScalars {
            var value = WidthFolding.narrow(scalar.value)
            if (0x30...0x39).contains(value) {
                if numeral.value != nil { finish(&parts) }
                digits = min((digits ?? 0) * 10 + UInt64(value - 0x30), 0xFFFF_FFFF)
                continue
            }
            if digits == nil, numeral.append(scalar) { continue }
            finish(&parts)
            if numeral.append(scalar) { continue }
            if (0x41...0x5A).contains(value) { value += 0x20 }
            parts.append(UInt64(value) + 1 << 32)
        }
        finish(&parts)
    }

    static func < (one: NaturalKey, other: NaturalKey) -> Bool { one.parts.lexicographicallyPrecedes(other.parts) }
}
