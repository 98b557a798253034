import Files
import Glibc

/// Another program that the reader starts, by how much of the terminal it has.
struct Child {
    enum End: Equatable {
        case status(Int32)
        case signal(Int32)
    }

    enum Terminal {
        /// Has the terminal until it ends.
        case foreground
        /// Has no terminal, and no input.
        case background
    }

    private let process: ChildProcess

    /// - Parameters:
    ///   - arguments: the first names the program, looked for in PATH.
    ///   - input: the descriptor that it reads from; nil for the terminal, or for nothing in the background.
    init(_ arguments: [String], _ terminal: Terminal, input: Int32? = nil) throws(ChildFault) {
        let isBackground = terminal == .background
        var stream = ChildProcess.Stream.inherited
        if let input {
            stream = .descriptor(input)
        } else if isBackground {
            stream = .none
        } else if isatty(STDIN_FILENO) == 0 {
            stream = .terminal
        }
        // SIGTSTP stays ignored: nobody here waits for a program that is stopped.
        process = try ChildProcess(
            arguments, input: stream, output: isBackground ? .none : .inherited,
            errors: isBackground ? .none : .inherited, hasOwnGroup: isBackground,
            defaulting: ChildProcess.defaultSignals.filter { $0 != SIGTSTP })
    }

    /// How it ended; nil while it goes on, unless `waits`.
    func end(waits: Bool) -> End? {
        switch waits ? process.wait() : process.poll() {
        case .exited(let status): .status(status)
        case .signalled(let signal): .signal(signal)
        case .stopped, nil: nil
        }
    }
}

/// A program that could not be started, and the system's reason.
typealias ChildFault = SpawnFault
