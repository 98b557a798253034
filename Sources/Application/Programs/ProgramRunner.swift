import Glibc
import Localization
import Newspaper
import Reader
import TextDecoding

/// Runs other programs for the reader, and says what became of them.
struct ProgramRunner {
    private let environment: ProcessEnvironment
    /// Those that run beside the reader, and what they are called.
    private var running: [(child: Child, name: String)] = []

    init(environment: ProcessEnvironment) { self.environment = environment }

    /// Whether programs run beside the reader, so that their end is to be looked for.
    var isRunning: Bool { !running.isEmpty }

    /// Opens a link; returns what is to be said.
    mutating func open(_ link: Link, _ console: any Console, texts: Localization) -> String {
        var lastFault: ChildFault?
        let commands = Browser.commands(for: link, environment)
        for command in commands {
            do throws(ChildFault) {
                switch command.terminal {
                case .background: running.append((try Child(command.arguments, .background), command.arguments[0]))
                case .foreground:
                    let end = try lending(console) { () throws(ChildFault) in
                        try Child(command.arguments, .foreground).end(waits: true)
                    }
                    if let end, let words = Self.words(for: end, of: command.arguments[0], texts) { return words }
                }
                return texts(.opening, link.address)
            } catch {
                lastFault = error
            }
        }
        guard let lastFault, environment.variable("BROWSER") != nil else { return texts(.noBrowser) }
        return texts(.cannotRun, TextDecoder.clean(lastFault.program), String(cString: strerror(lastFault.code)))
    }

    /// Gives a text to the reader's own command, which their shell runs, with the screen to itself; returns what is to be
    /// said.
    func pipe(_ text: String, to command: String, _ console: any Console, texts: Localization) -> String? {
        let shell = environment.variable("SHELL") ?? "/bin/sh"
        do throws(ChildFault) {
            return try lending(console) { () throws(ChildFault) in
                let end = try feed(Array(text.utf8), to: [shell, "-c", command])
                let words = Self.words(for: end, of: TextDecoder.clean(command), texts)
                console.waitForKey([words, texts(.pressAnyKey)].compactMap(\.self).joined(separator: "; "))
                return words
            }
        } catch {
            return texts(.cannotRun, TextDecoder.clean(error.program), String(cString: strerror(error.code)))
        }
    }

    /// What is to be said of programs that have ended since.
    mutating func ended(texts: Localization) -> String? {
        var words: String?
        running.removeAll { child, name in
            guard let end = child.end(waits: false) else { return false }
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

    /// The terminal is another program's while this runs: keys that interrupt or stop are for that one.
    private func lending<Result>(_ console: any Console, _ run: () throws(ChildFault) -> Result) throws(ChildFault)
        -> Result
    {
        console.lend()
        let signals = [SIGINT, SIGQUIT, SIGTSTP]
        var before = Array(repeating: sigaction(), count: signals.count)
        for (place, signal) in signals.enumerated() {
            var ignoring = sigaction()
            ignoring.__sigaction_handler.sa_handler = SIG_IGN
            sigaction(signal, &ignoring, &before[place])
        }
        defer {
            for (place, signal) in signals.enumerated() { sigaction(signal, &before[place], nil) }
            console.takeBack()
        }
        return try run()
    }

    /// Writes as fast as the program reads, and no longer than it runs.
    private func feed(_ bytes: [UInt8], to arguments: [String]) throws(ChildFault) -> Child.End {
        var pair: [Int32] = [-1, -1]
        guard Glibc.pipe(&pair) == 0 else { throw ChildFault(program: arguments[0], code: errno) }
        for descriptor in pair { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(pair[1], F_SETFL, O_NONBLOCK)
        defer { close(pair[1]) }
        let child: Child
        do throws(ChildFault) {
            child = try Child(arguments, .foreground, input: pair[0])
            close(pair[0])
        } catch {
            close(pair[0])
            throw error
        }
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { write(pair[1], $0.baseAddress! + sent, $0.count - sent) }
            if count > 0 {
                sent += count
                continue
            }
            guard errno == EAGAIN || errno == EINTR else { break }
            if let end = child.end(waits: false) { return end }
            var room = pollfd(fd: pair[1], events: Int16(POLLOUT), revents: 0)
            poll(&room, 1, 50)
        }
        close(pair[1])
        pair[1] = -1
        return child.end(waits: true) ?? .status(0)
    }
}
