/// Random numbers that are the same on every run (SplitMix64), so that a failure can be seen again.
package struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

extension [UInt8] {
    /// The bytes with one to eight of them changed, taken out or doubled with what follows.
    package func mutated(using random: inout Seeded) -> [UInt8] {
        var bytes = self
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            let at = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[at] = .random(in: 0...255, using: &random)
            case 1: bytes.remove(at: at)
            default: bytes.insert(contentsOf: bytes[at..<Swift.min(bytes.count, at + 30)], at: at)
            }
        }
        return bytes
    }
}
