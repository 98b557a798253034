import Files
import Glibc

/// Signals that ask the program to end, turned into bytes of a pipe that the loop polls beside the keyboard.
package enum Signals {
    nonisolated(unsafe) private static var writer: Int32 = -1

    /// Those that end the program: all whose default that is, but for crashes and what nobody sends.
    package static let ends = [
        SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGALRM, SIGUSR1, SIGUSR2, SIGVTALRM, SIGPROF, SIGXCPU, SIGIO, SIGPWR,
        SIGSTKFLT,
    ]

    /// Begins to catch them; returns the descriptor to poll, from which each signal's number is read.
    package static func open() -> Int32 {
        var pair: [Int32] = [-1, -1]
        pipe(&pair)
        for descriptor in pair {
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        }
        writer = pair[1]
        for signal in Self.ends { notice(signal) }
        signal(SIGPIPE, SIG_IGN)
        return pair[0]
    }

    /// Begins to catch the signal of Ctrl-Z as well, unless whoever started the program has it ignored: before the terminal is
    /// taken there is nothing to be given back.
    package static func catchSuspension() {
        var current = sigaction()
        sigaction(SIGTSTP, nil, &current)
        if unsafeBitCast(current.__sigaction_handler.sa_handler, to: Int.self) != 1 { notice(SIGTSTP) }
    }

    private static func notice(_ signal: Int32) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { signal in
            var byte = UInt8(truncatingIfNeeded: signal)
            let before = errno
            _ = write(Signals.writer, &byte, 1)
            errno = before
        }
        sigaction(signal, &action, nil)
    }

    /// A signal that has come, from where they are read; nil where none has.
    package static func next(_ reader: Int32) -> Int32? {
        var signal: UInt8 = 0
        return read(reader, &signal, 1) == 1 ? Int32(signal) : nil
    }

    /// Whether a signal has come that has not been read yet.
    package static func isPending(_ reader: Int32) -> Bool {
        var ready = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
        return poll(&ready, 1, 0) == 1
    }

    /// The same where another program has the terminal, and what suspends it suspends the reader.
    static func nextEnd(_ reader: Int32) -> Int32? {
        while let signal = next(reader) { if signal != SIGTSTP { return signal } }
        return nil
    }

    /// Ends the program as the signal would have, so that a shell sees what happened.
    package static func die(of signal: Int32) -> Never {
        Glibc.signal(signal, SIG_DFL)
        ChildProcess.endHelpers()
        raise(signal)
        exit(128 + signal)
    }
}
