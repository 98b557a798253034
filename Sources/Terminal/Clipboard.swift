import FoundationEssentials
import Glibc

/// How a terminal is given text for its clipboard: OSC 52 of xterm's control sequences, in base64, so that nothing in the
/// text can be a sequence of its own.
package struct Clipboard: Sendable {
    /// Why a text was not given.
    package enum Fault: Error, Sendable { case notTaken, tooLarge }

    enum Wrapping: Sendable, Equatable {
        case plain
        /// To tmux itself, and through it to the terminal around it: its settings decide which of both counts.
        case tmux
        /// Through screen, in pieces that it takes.
        case screen
    }

    let wrapping: Wrapping

    /// UTF-8 bytes that are given: what makes 100,000 of base64, which the stricter terminals take.
    static let limit = 74_994

    /// Nil for a terminal that takes no copies, as far as its description and its name tell.
    init?(
        type: String, isInTmux: Bool = getenv("TMUX") != nil, isInScreen: Bool = getenv("STY") != nil,
        isDescribed: Bool = TerminalGuard.capability("Ms") != nil
    ) {
        if type.isEmpty || type == "dumb" { return nil }
        if isInTmux || type.hasPrefix("tmux") {
            wrapping = .tmux
        } else if isInScreen || type.hasPrefix("screen") {
            wrapping = .screen
        } else if isDescribed || Self.known.contains(where: type.hasPrefix) {
            wrapping = .plain
        } else {
            return nil
        }
    }

    /// Take copies, though not every system's description of them says so.
    private static let known = ["foot", "xterm", "alacritty", "wezterm", "contour", "mintty", "ghostty", "st-", "vte"]

    func sequence(for text: String) throws(Fault) -> [UInt8] {
        guard text.utf8.count <= Self.limit else { throw .tooLarge }
        let (escape, bell): (UInt8, UInt8) = (0x1B, 7)
        let content = Array("]52;c;".utf8) + Array(Data(text.utf8).base64EncodedData()) + [bell]
        let plain = [escape] + content
        switch wrapping {
        case .plain: return plain
        case .tmux:
            return plain + [escape] + Array("Ptmux;".utf8) + [escape, escape] + content + Array("\u{1B}\\".utf8)
        case .screen:
            var wrapped: [UInt8] = []
            for start in stride(from: 0, to: plain.count, by: 240) {
                wrapped += Array("\u{1B}P".utf8) + plain[start..<min(start + 240, plain.count)] + Array("\u{1B}\\".utf8)
            }
            return wrapped
        }
    }
}
