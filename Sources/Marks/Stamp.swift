/// When and where a register was written, and the mark itself where that is one bit.
///
/// 44 bits of milliseconds since 1970, 19 of the device's index, and the bit.
struct Stamp: Hashable, Sendable {
    private var bits: UInt64

    static let none = Stamp(bits: 0)
    static let devices = 1 << 19

    private init(bits: UInt64) { self.bits = bits }

    init(time: Int64, device: Int, isSet: Bool) {
        bits = UInt64(truncatingIfNeeded: time) << 20 | UInt64(device) << 1 | (isSet ? 1 : 0)
    }

    @inline(__always) var isNone: Bool { bits == 0 }
    @inline(__always) var time: Int64 { Int64(bits >> 20) }
    @inline(__always) var device: Int { Int(bits >> 1) & (Self.devices - 1) }
    @inline(__always) var isSet: Bool { bits & 1 == 1 }
}
