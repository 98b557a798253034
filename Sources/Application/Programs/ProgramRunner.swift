import Glibc
import Localization
import Newspaper
import Reader
import TextDecoding

/// Runs other programs for the reader, and says what became of them.
struct ProgramRunner {
    /// What comes of a program that was to be run.
    enum Outcome {
        /// What is to be said; nil for nothing.
        case said(String?)
        /// A signal asked the reader to end meanwhile, and the program has been asked as well.
        case interrupted(by: Int32)
    }

    private let environment: ProcessEnvironment
    /// Where signals that end the reader are read from (`Signals.open`); -1 where nobody catches them.
    var signals: Int32 = -1
    /// Those that run beside the reader, and what they are called.
    private var running: [(child: Child, name: String)] = []

    init(environment: ProcessEnvironment) { self.environment = environment }

    /// Whether programs run beside the reader, so that their end is to be looked for.
    var isRunning: Bool { !running.isEmpty }

    /// Opens a link.
    mutating func open(_ link: Link, _ console: any Console, texts: Localization) -> Outcome {
        var lastFault: ChildFault?
        let commands = Browser.commands(for: link, environment)
        for command in commands {
            do throws(ChildFault) {
                switch command.terminal {
                case .background: running.append((try Child(command.arguments, .background), command.arguments[0]))
                case .foreground:
                    let ended = try TerminalLoan(console, signals).run(command.arguments)
                    if case .interrupted(let signal) = ended { return .interrupted(by: signal) }
                    console.takeBack()
                    if let words = Self.words(for: ended, of: command.arguments[0], texts) { return .said(words) }
                }
                return .said(texts(.opening, link.shown))
            } catch {
                lastFault = error
            }
        }
        guard let lastFault, environment.variable("BROWSER") != nil else { return .said(texts(.noBrowser)) }
        return .said(Self.words(for: lastFault, texts))
    }

    /// Gives a text to the reader's own command, which their shell runs, with the screen to itself.
    func pipe(_ text: String, to command: String, _ console: any Console, texts: Localization) -> Outcome {
        let shell = environment.variable("SHELL") ?? "/bin/sh"
        do throws(ChildFault) {
            let ended = try TerminalLoan(console, signals).run([shell, "-c", command], reading: Array(text.utf8))
            if case .interrupted(let signal) = ended { return .interrupted(by: signal) }
            let words = Self.words(for: ended, of: command, texts)
            console.waitForKey([words, texts(.pressAnyKey)].compactMap(\.self).joined(separator: "; "), orFor: signals)
            if let signal = Signals.nextEnd(signals) { return .interrupted(by: signal) }
            console.takeBack()
            return .said(words)
        } catch {
            return .said(Self.words(for: error, texts))
        }
    }

    /// What is to be said of programs that have ended since.
    mutating func ended(texts: Localization) -> String? {
        var words: String?
        running.removeAll { child, name in
            guard case .ended(let end) = child.state else { return false }
            words = Self.words(for: end, of: name, texts) ?? words
            return true
        }
        return words
    }

    /// Nil where all went well.
    private static func words(for end: Child.End, of name: String, _ texts: Localization) -> String? {
        switch end {
        case .status(0): nil
        case .status(let status): texts(.endedWithStatus, TextDecoder.clean(name), status)
        case .signal(let signal): texts(.endedBySignal, TextDecoder.clean(name), signal)
        }
    }

    private static func words(for ended: TerminalLoan.Outcome, of name: String, _ texts: Localization) -> String? {
        if case .ended(let end) = ended { words(for: end, of: name, texts) } else { nil }
    }

    private static func words(for fault: ChildFault, _ texts: Localization) -> String {
        texts(.cannotRun, TextDecoder.clean(fault.program), String(cString: strerror(fault.code)))
    }
}
