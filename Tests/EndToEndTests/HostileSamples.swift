/// Text that would do harm if it came through: each sample is bytes, as a file may hold them.
enum HostileSamples {
    /// Every C0 and C1 control as UTF-8, DEL, and the bytes of C1 by themselves.
    static let controls: [[UInt8]] = {
        let scalars = Array(0x00...0x1F) + Array(0x7F...0x9F)
        return scalars.map { utf8(UInt32($0)) } + (0x80...0x9F).map { [UInt8($0)] }
    }()

    /// Sequences that steer a terminal: complete, cut short, nested, spread over lines, and put together by what is taken
    /// out of their middle.
    static let sequences: [[UInt8]] = {
        let complete = [
            "\u{1B}[31m", "\u{1B}[2J", "\u{1B}[H", "\u{1B}[?1049l", "\u{1B}[?25l", "\u{1B}[6n", "\u{1B}[c", "\u{1B}[>c",
            "\u{1B}[21t", "\u{1B}[8;1;1t", "\u{1B}[5i", "\u{1B}[?5i", "\u{1B}[!p", "\u{1B}[?1000h", "\u{1B}[?2004h",
            "\u{1B}[1;1r", "\u{1B}[20h", "\u{1B}[9999;9999H", "\u{1B}[3b", "\u{1B}[200~rm\u{1B}[201~", "\u{1B}c",
            "\u{1B}#8", "\u{1B}Z", "\u{1B}7", "\u{1B}8", "\u{1B}D", "\u{1B}E", "\u{1B}M", "\u{1B}=", "\u{1B}>",
            "\u{1B}(0", "\u{1B})A", "\u{1B}%@", "\u{1B}%G", "\u{1B}n", "\u{1B}|", "\u{1B}l", "\u{1B} F",
            "\u{1B}]P0ffffff",
            "\u{1B}]0;the bank\u{7}", "\u{1B}]2;the bank\u{1B}\\", "\u{1B}]52;c;cm0=\u{7}", "\u{1B}]52;p;?\u{1B}\\",
            "\u{1B}]8;;http://example.invalid/\u{1B}\\here\u{1B}]8;;\u{1B}\\", "\u{1B}]4;1;?\u{7}", "\u{1B}]10;?\u{7}",
            "\u{1B}]50;font\u{7}", "\u{1B}]1337;File=:AAAA\u{7}", "\u{1B}]777;notify;a;b\u{7}", "\u{1B}]9;4;1;50\u{7}",
            "\u{1B}P+q544e\u{1B}\\", "\u{1B}P$qm\u{1B}\\", "\u{1B}Pq#0;2;0;0;0~\u{1B}\\", "\u{1B}_Gf=100;AAAA\u{1B}\\",
            "\u{1B}^private\u{1B}\\", "\u{1B}Xstring\u{1B}\\", "\u{1B}ktitle\u{1B}\\", "\u{5}", "\u{E}lqk\u{F}",
            "\u{9B}31m", "\u{9D}0;the bank\u{9C}", "\u{90}q\u{9C}", "\u{9F}G\u{9C}", "\u{9B}6n", "\u{84}\u{85}\u{8D}",
        ].map { Array($0.utf8) }
        let rawEightBit: [[UInt8]] = [
            [0x9B, 0x33, 0x31, 0x6D], [0x9D, 0x30, 0x3B, 0x78, 0x9C], [0x90, 0x71, 0x9C], [0x9B, 0x36, 0x6E],
        ]
        let broken = [
            "\u{1B}", "\u{1B}[", "\u{1B}[31", "\u{1B}[31;", "\u{1B}]0;no end", "\u{1B}P no end", "\u{1B}]", "\u{9B}",
            "\u{1B}\u{1B}[31m[32m", "\u{1B}[\u{1B}[31m31m", "\u{1B}]0;a\u{1B}]0;b\u{7}\u{7}", "\u{1B}\n[31m",
            "\u{1B}[3\n1m",
            "\u{1B}\u{200B}[31m", "\u{1B}\0[31m", "\u{1B}[3\u{202E}1m", "\u{1B}\u{FEFF}]0;t\u{7}", "\u{1B}[31\u{7F}m",
            "\u{1B}[\u{1B}c", "\u{18}[31m", "\u{1B}[3\u{1A}1m", "\u{1B}\u{301}[31m", "\u{1B}[中m", "\u{1B}]0;中文\u{9C}",
        ].map { Array($0.utf8) }
        let long = [
            Array("\u{1B}]0;".utf8) + [UInt8](repeating: 0x41, count: 20_000) + [7],
            Array("\u{1B}[".utf8) + [UInt8](repeating: 0x39, count: 5_000) + [0x6D],
            [UInt8](repeating: 0x1B, count: 2_000), Array(String(repeating: "\u{1B}[", count: 500).utf8),
        ]
        return complete + rawEightBit + broken + long
    }()

    /// Text that reads otherwise than it is written, and what is there without being seen.
    static let invisible: [[UInt8]] = {
        var scalars: [UInt32] = [0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180E, 0x3164, 0xFEFF, 0xFFA0]
        scalars += Array(0x200B...0x200F) + Array(0x2028...0x202E) + Array(0x2060...0x206F)
        scalars += Array(0xFE00...0xFE0F) + Array(0xFFF0...0xFFFF) + [0x1BCA0, 0x1D173, 0x1D17A]
        scalars += [0xE0001, 0xE0020, 0xE0041, 0xE007F, 0xE0100, 0xE01EF, 0xE0FFF]
        scalars += [0xE000, 0xF8FF, 0xF0000, 0x10FFFD, 0xFDD0, 0x1FFFE, 0x10FFFF, 0x378, 0x2FE0, 0x3FFFD]
        // The account is paid to another than is read.
        let disguised = [
            "付给甲方\u{202E}方乙给付\u{202C}，已签字", "if (\u{2066}isPaid\u{2069} \u{202E}// never\u{2069}) {",
            "\u{2067}甲\u{2066}乙\u{2069}丙\u{2069}",
            "\u{202B}\u{202B}\u{202B}深\u{202C}", "账号 12\u{200B}34\u{2060}56\u{FEFF}78", "app\u{200D}le",
            "\u{202D}789\u{202C}",
            "好\u{E0041}\u{E0042}\u{E007F}", "☺\u{FE0E}☺\u{FE0F}", "葛\u{E0100}", "\u{E0001}\u{E0065}\u{E006E}",
        ].map { Array($0.utf8) }
        return scalars.map(utf8) + disguised
    }()

    /// Bytes that are no UTF-8, some of which decode to controls where a decoder is lenient.
    static let malformed: [[UInt8]] = [
        [0xC0, 0x80], [0xC0, 0x9B], [0xC1, 0x9B], [0xE0, 0x80, 0x9B], [0xE0, 0x82, 0x9B], [0xF0, 0x80, 0x80, 0x9B],
        [0xF0, 0x80, 0x82, 0x9B], [0xC1, 0x1B, 0x5B, 0x6D], [0xE4, 0x1B, 0x5B, 0x6D], [0xF4, 0x90, 0x80, 0x80],
        [0xF8, 0x88, 0x80, 0x80, 0x9B], [0xFC, 0x84, 0x80, 0x80, 0x80, 0x9B], [0xFE], [0xFF], [0xFF, 0xFE], [0xBF],
        [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], [0xE4, 0xBD], [0xE4],
        [0xF0, 0x9F, 0x98], [0xF0, 0x9F], [0xF0], [0xC2], [0xC2, 0x00, 0x9B, 0x6D], [0xC2, 0xC2, 0x9B],
        [0xC2, 0xE2, 0x80, 0x8B, 0x9B], [0x80, 0x81, 0x82, 0x83], [0xE2, 0x80], [0xE2, 0x80, 0xE2, 0x80, 0xAE],
    ]

    static let all = controls + sequences + invisible + malformed

    /// A page in which each sample stands in a headline, a byline, a body and a caption.
    static func page(_ samples: some Sequence<[UInt8]>) -> [UInt8] {
        var page = Array("渡口镇\n\n".utf8)
        for (number, sample) in samples.enumerated() {
            func add(_ before: String, _ after: String) {
                page += Array(before.utf8) + sample + Array(after.utf8)
            }
            add("渡口\(number)号桥通", "车\n\n")
            add("本报讯(记者 许南", "星)10月2日,横跨清水河的步行桥通行。摆渡四十年的老周")
            add("收起竹篙,第一次走着过了河。", "桥头新修了凉亭。\n\n老周说,以后他就在这里")
            add("给人指路。", "\n\n图为老周在桥")
            add("头。(何嘉 ", "摄)\n\n")
        }
        return page
    }

    private static func utf8(_ value: UInt32) -> [UInt8] {
        // By hand: what Unicode calls no character, and surrogates, are among them.
        switch value {
        case ..<0x80: [UInt8(value)]
        case ..<0x800: [0xC0 | UInt8(value >> 6), 0x80 | UInt8(value & 63)]
        case ..<0x10000: [0xE0 | UInt8(value >> 12), 0x80 | UInt8(value >> 6 & 63), 0x80 | UInt8(value & 63)]
        default:
            [
                0xF0 | UInt8(value >> 18), 0x80 | UInt8(value >> 12 & 63), 0x80 | UInt8(value >> 6 & 63),
                0x80 | UInt8(value & 63),
            ]
        }
    }
}
