/// The hash function FNV-1a of 64 bits: for names that stay the same in every run and on every machine, not for secrets.
@usableFromInline package struct FNV1a: Sendable {
    /// The hash of all that was added.
    @usableFromInline package internal(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    /// The hash of nothing.
    @inlinable package init() {}

    /// Adds a byte.
    @inlinable @inline(__always)
    package mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
}
