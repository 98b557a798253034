import Files
import Glibc

/// Another program that the reader starts, by how much of the terminal it has.
struct Child {
    enum State: Equatable {
        case running
        /// It goes on with SIGCONT.
        case stopped
        case ended(End)
    }

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
    ///   - signals: those that are not ignored in it.
    init(
        _ arguments: [String], _ terminal: Terminal, input: Int32? = nil,
        defaulting signals: [Int32] = ChildProcess.defaultSignals
    ) throws(ChildFault) {
        let isBackground = terminal == .background
        var stream = ChildProcess.Stream.inherited
        if let input {
            stream = .descriptor(input)
        } else if isBackground {
            stream = .none
        } else if isatty(STDIN_FILENO) == 0 {
            stream = .terminal
        }
        process = try ChildProcess(
            arguments, input: stream, output: isBackground ? .none : .inherited,
            errors: isBackground ? .none : .inherited, hasOwnGroup: isBackground,
            defaulting: signals)
    }

    /// What it does now.
    var state: State {
        switch process.poll(reportsStops: true) {
        case nil: .running
        case .stopped: .stopped
        case .exited(let status): .ended(.status(status))
        case .signalled(let signal): .ended(.signal(signal))
        }
    }

    /// Sends it a signal; not to be called when its end has been seen.
    func send(_ signal: Int32) { kill(process.id, signal) }
}

/// A program that could not be started, and the system's reason.
typealias ChildFault = SpawnFault
