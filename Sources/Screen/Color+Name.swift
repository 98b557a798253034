/// Colours as they are written in settings: `terminal`, `red`, `bright-red`, `203`, `#ff5f5f`, `#f55`.
extension Color {
    /// The names of palette colours 0 to 15, then `terminal`.
    package static let names: [String] = {
        let plain = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
        return plain + plain.map { "bright-\($0)" } + ["terminal"]
    }()

    /// The colour with a name in any of the written forms; nil if it is none. Upper and lower case are the same.
    package init?(name: some StringProtocol) {
        let name = name.lowercased()
        if name == "terminal" {
            self = .terminal
        } else if let index = UInt8(name) ?? Self.names.firstIndex(of: name).map({ UInt8($0) }) {
            self = .indexed(index)
        } else if name.utf8.first == UInt8(ascii: "#"), name.utf8.dropFirst().allSatisfy(Self.isHexadecimal),
            let value = UInt32(name.dropFirst(), radix: 16)
        {
            switch name.utf8.count {
            case 7: self = .hex(value)
            case 4: self = .rgb(Self.doubled(value >> 8), Self.doubled(value >> 4), Self.doubled(value))
            default: return nil
            }
        } else {
            return nil
        }
    }

    /// The name that `init(name:)` reads: a word if there is one, otherwise a number or `#rrggbb`.
    package var name: String {
        switch self {
        case .terminal: "terminal"
        case .indexed(let index): index < 16 ? Self.names[Int(index)] : String(index)
        case .rgb(let red, let green, let blue): "#" + [red, green, blue].map(Self.hexadecimal).joined()
        }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }

    private static func hexadecimal(_ value: UInt8) -> String {
        (value < 16 ? "0" : "") + String(value, radix: 16)
    }

    /// The value of a digit of `#rgb`, which stands for two equal digits.
    private static func doubled(_ digit: UInt32) -> UInt8 { UInt8(digit & 0xF) * 17 }
}
