import Files
import Glibc

/// The time that another program has the terminal: it and the reader are one job for the shell that started the reader.
///
/// Keys that interrupt or stop go to both of them, since they are in one process group, and are for the program: the reader
/// goes on when the program is interrupted, and stops when it has stopped. `fg` continues both.
struct TerminalLoan {
    /// Why the program has the terminal no longer.
    enum Outcome {
        case ended(Child.End)
        /// A signal asks the reader to end; the program has been asked to.
        case interrupted(Int32)
    }

    private let console: any Console
    private let signals: Int32

    /// Signals that keys send.
    private static let keys = [SIGINT, SIGQUIT, SIGTSTP]

    /// Milliseconds that a program that shall end has for it, until the reader ends without it.
    private static let patience = 1000

    /// - Parameter signals: where signals that end the reader are read from.
    init(_ console: any Console, _ signals: Int32) {
        self.console = console
        self.signals = signals
    }

    /// Runs the program. Where it could not be started the terminal has been taken back; else the caller does that.
    ///
    /// - Parameter text: what it reads, as fast as it does; nil for the keyboard.
    func run(_ arguments: [String], reading text: [UInt8]? = nil) throws(ChildFault) -> Outcome {
        console.lend()
        let before = Self.keys.map { Self.handle($0, with: SIG_IGN) }
        // The end of a program is to interrupt `poll`.
        let childBefore = Self.handle(SIGCHLD) { _ in }
        defer {
            for (signal, action) in zip(Self.keys, before) { Self.set(signal, action) }
            Self.set(SIGCHLD, childBefore)
        }
        let ignored = zip(Self.keys, before).filter { Self.isIgnoring($1) }.map(\.0)
        do throws(ChildFault) {
            var input: PipedText?
            if let text { input = try PipedText(text, for: arguments[0]) }
            let child = try Child(
                arguments, .foreground, input: input?.reader,
                defaulting: ChildProcess.defaultSignals.filter { !ignored.contains($0) })
            return wait(for: child, input, maySuspend: !ignored.contains(SIGTSTP))
        } catch {
            console.takeBack()
            throw error
        }
    }

    private func wait(for child: Child, _ input: consuming PipedText?, maySuspend: Bool) -> Outcome {
        input?.closeReader()
        while true {
            switch child.state {
            case .running: break
            case .ended(let end): return .ended(end)
            case .stopped:
                if maySuspend { Self.suspend() }
                child.send(SIGCONT)
            }
            var polled = [
                pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
                pollfd(fd: input?.writer ?? -1, events: Int16(POLLOUT), revents: 0),
            ]
            // Not for ever: the program may have ended just before.
            poll(&polled, 2, 250)
            if let signal = Signals.nextEnd(signals) {
                end(child, signal == SIGHUP ? SIGHUP : SIGTERM)
                return .interrupted(signal)
            }
            if polled[1].revents != 0 { input?.write() }
        }
    }

    /// Stops the reader with all that is its job, until it is continued. Where there is no shell that could do that (the
    /// process group is orphaned) nothing stops, and the program is to go on as well.
    private static func suspend() {
        let before = handle(SIGTSTP, with: SIG_DFL)
        kill(0, SIGTSTP)
        set(SIGTSTP, before)
    }

    private func end(_ child: Child, _ signal: Int32) {
        child.send(signal)
        child.send(SIGCONT)
        for _ in 0..<Self.patience / 10 {
            if case .ended = child.state { return }
            poll(nil, 0, 10)
        }
    }

    // MARK: - Signals

    private typealias Handler = @convention(c) (Int32) -> Void

    /// What was done with the signal before.
    private static func handle(_ signal: Int32, with handler: Handler?) -> sigaction {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = handler
        var before = sigaction()
        sigaction(signal, &action, &before)
        return before
    }

    private static func set(_ signal: Int32, _ action: sigaction) {
        var action = action
        sigaction(signal, &action, nil)
    }

    private static func isIgnoring(_ action: sigaction) -> Bool {
        unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
