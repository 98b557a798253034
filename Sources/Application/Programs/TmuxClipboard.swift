import Files
import Glibc

/// tmux's own way to the clipboard. A sequence that a program writes (OSC 52) is passed over by tmux unless `set-clipboard` is
/// `on`, which it is not by default, and nobody is told; tmux itself may always give text away.
struct TmuxClipboard {
    /// Where a text went besides the buffer that tmux pastes from.
    enum Taken {
        /// To the terminal that tmux runs in.
        case clipboard
        /// Nowhere: tmux is told to keep out of the clipboard, or knows the terminal to have none.
        case buffer
    }

    /// Milliseconds that tmux may take.
    private static let timeout: Int64 = 1000

    /// Nil outside tmux.
    init?(_ environment: ProcessEnvironment) {
        guard environment.variable("TMUX")?.isEmpty == false else { return nil }
    }

    /// Gives tmux a text; nil where it does not take it, or is too old to give it away (before 3.2).
    func take(_ text: String) -> Taken? {
        guard let input = tmpfile() else { return nil }
        defer { fclose(input) }
        guard let output = tmpfile() else { return nil }
        defer { fclose(output) }
        var text = text
        guard text.withUTF8({ fwrite($0.baseAddress, 1, $0.count, input) == $0.count }), fflush(input) == 0 else {
            return nil
        }
        rewind(input)
        let arguments = [
            "tmux", "load-buffer", "-w", "-", ";", "show-options", "-gv", "set-clipboard", ";", "display-message", "-p",
            "#{client_termfeatures}",
        ]
        guard
            let process = try? ChildProcess(
                arguments, input: .descriptor(fileno(input)), output: .descriptor(fileno(output)), errors: .none),
            process.end(within: Self.timeout) == .exited(0)
        else { return nil }
        var answer = [UInt8](repeating: 0, count: 1024)
        let count = pread(fileno(output), &answer, answer.count, 0)
        return Self.taken(String(decoding: answer.prefix(max(0, count)), as: UTF8.self))
    }

    /// What the setting and the terminal's features tell.
    static func taken(_ answer: String) -> Taken {
        let lines = answer.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 1, lines[0] != "off" else { return .buffer }
        return lines[1].split(separator: ",").contains("clipboard") ? .clipboard : .buffer
    }
}

extension ChildProcess {
    /// How it ended; nil where it has not within so many milliseconds.
    fileprivate func end(within milliseconds: Int64) -> End? {
        for _ in 0..<milliseconds / 5 {
            if let end = poll() { return end }
            usleep(5000)
        }
        return nil
    }
}
