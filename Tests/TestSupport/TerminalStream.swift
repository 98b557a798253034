import Foundation

/// Bytes that a program wrote to a terminal, held against what it may write there.
package struct TerminalStream: Sendable {
    /// Escape sequences that may come, whole, as a pattern over Latin-1.
    private let allowed: NSRegularExpression?
    /// Control characters that may come.
    private let controls: Set<UInt8>

    /// No escape sequence at all, and no control but line feed and tab: what standard output and error may hold.
    package static let plainText = TerminalStream(allowed: nil, controls: [0x0A, 0x09])

    /// Colours, and what the line discipline makes of a line feed.
    package static let coloredText = TerminalStream(
        allowed: pattern(["\u{1B}\\[[0-9]*m"]), controls: [0x0A, 0x0D, 0x09])

    /// What ncurses draws with on such a terminal, by the system's own description of it; the questions that the program asks at
    /// its start, where the cursor is, what the background, and what pictures can be drawn; and the modes of the mouse and the keypad. Nothing that sets the
    /// terminal's title, clipboard or palette, rings or flashes is among it.
    package static func ncurses(_ type: String = "xterm-256color") throws -> TerminalStream {
        let drawing: Set = [
            "smcup", "rmcup", "clear", "ed", "el", "el1", "home", "cup", "hpa", "vpa", "cuu", "cuu1", "cud", "cuf",
            "cuf1", "cub", "ech", "rep", "ich", "dch", "dch1", "il", "il1", "dl", "dl1", "csr", "indn", "ri", "rin",
            "cbt", "sgr", "sgr0", "bold", "dim", "smul", "rmul", "rev", "setaf", "setab", "op", "civis", "cnorm",
            "smkx", "rmkx", "smam", "rmam", "smir", "rmir", "smacs", "rmacs", "sc", "rc", "XM", "BE", "BD",
        ]
        let description = try run("/usr/bin/infocmp", ["-x", "-1", type]).output
        var patterns = [
            "\u{1B}\\[6n(?=\r\u{1B}\\[K)", "\u{1B}\\]11;\\?\u{1B}\\\\", "\u{1B}\\[\\?100[026][hl]", "\u{1B}>",
            "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\\\", "\u{1B}\\[c\u{1B}\\[\\?1;1;0S\u{1B}\\[16t",
            // ncurses resets the colours where it takes a screen back.
            "\u{1B}\\]104\u{7}",
        ]
        for line in description.split(separator: "\n") {
            let parts = line.trimmingCharacters(in: [" ", "\t", ","]).split(separator: "=", maxSplits: 1)
            guard parts.count == 2, drawing.contains(String(parts[0])) else { continue }
            patterns.append(capability(String(parts[1])))
        }
        return TerminalStream(allowed: pattern(patterns), controls: [0x0A, 0x0D, 0x08])
    }

    /// What in the bytes may not be there, each with what stands around it; empty where all may.
    package func faults(in bytes: [UInt8]) -> [String] {
        let text = String(decoding: bytes.map(UInt16.init), as: UTF16.self)
        var faults: [String] = []
        var place = 0
        func note(_ what: String) {
            let around = bytes[max(0, place - 12)..<min(bytes.count, place + 20)]
            let shown = around.map {
                (0x20..<0x7F).contains($0) ? String(UnicodeScalar($0)) : "<\(String($0, radix: 16))>"
            }
            faults.append("\(what) at \(place): \(shown.joined())")
        }
        while place < bytes.count, faults.count < 20 {
            let byte = bytes[place]
            if byte == 0x1B {
                let range = NSRange(location: place, length: min(64, bytes.count - place))
                let length = allowed?.firstMatch(in: text, options: .anchored, range: range)?.range.length ?? 0
                if length == 0 { note("a sequence") }
                place += max(1, length)
            } else if byte < 0x80 {
                if byte < 0x20 || byte == 0x7F, !controls.contains(byte) { note("a control") }
                place += 1
            } else {
                let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                let character = bytes[place..<min(bytes.count, place + length)]
                if let scalar = String(validating: character, as: UTF8.self)?.unicodeScalars.first {
                    if Self.isHarmful(scalar) { note("U+\(String(scalar.value, radix: 16, uppercase: true))") }
                    place += length
                } else {
                    note("no UTF-8")
                    place += 1
                }
            }
        }
        return faults
    }

    /// Controls, format characters (all of bidi among them), what is there without being seen, private use, and what is
    /// no character.
    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
        default: scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isBidiControl
        }
    }

    /// A capability of terminfo(5) as a pattern: figures for `%d`, alternatives for `%?…%;`, nothing for arithmetic.
    private static func capability(_ source: String) -> String {
        var rest = source[...]
        var pattern = ""
        while let first = rest.popFirst() {
            switch first {
            case "\\":
                let escaped = rest.popFirst() ?? "\\"
                pattern += escaped == "E" ? "\u{1B}" : NSRegularExpression.escapedPattern(for: String(escaped))
            case "^":
                pattern.unicodeScalars.append(Unicode.Scalar((rest.popFirst()?.asciiValue ?? 0) & 0x1F))
            case "$" where rest.first == "<":
                rest = rest.drop { $0 != ">" }.dropFirst()
            case "%":
                switch rest.popFirst() ?? "%" {
                case "%": pattern += "%"
                case "d": pattern += "[0-9]+"
                // The character to be repeated, which is text.
                case "c": pattern = ""
                case "?": pattern += "(?:"
                case "e": pattern += "|"
                case ";": pattern += "|)"
                case "p", "P", "g": rest.removeFirst()
                case "{": rest = rest.drop { $0 != "}" }.dropFirst()
                case "'": rest = rest.dropFirst(2)
                default: break
                }
            default: pattern += NSRegularExpression.escapedPattern(for: String(first))
            }
        }
        return pattern
    }

    /// The longest alternative first, so that no beginning of a sequence is taken for the whole.
    private static func pattern(_ alternatives: [String]) -> NSRegularExpression? {
        let sorted = alternatives.filter { $0.contains("\u{1B}") }.sorted { $0.count > $1.count }
        return try? NSRegularExpression(pattern: "(?:" + sorted.joined(separator: "|") + ")")
    }
}
