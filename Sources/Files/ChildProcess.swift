import CMemory
import Glibc

/// Another program, started with an argument vector: no shell reads what it is given.
package struct ChildProcess: Sendable {
    /// What became of a program.
    package enum End: Hashable, Sendable {
        /// Its exit status.
        case exited(Int32)
        /// The signal that ended it.
        case signalled(Int32)
        /// The signal that stopped it; it goes on with SIGCONT.
        case stopped(Int32)
    }

    /// What a program has for one of its standard streams.
    package enum Stream: Hashable, Sendable {
        /// What this program has.
        case inherited
        /// An open descriptor of this program.
        case descriptor(Int32)
        /// The terminal, whatever this program's own stream is.
        case terminal
        /// Nothing: it is at its end when it is read, and lost when it is written.
        case none
    }

    /// The process's number, good until its end has been reported.
    package let id: pid_t

    /// Signals that this program may ignore; a program that it starts would ignore them as well.
    package static let defaultSignals = [SIGINT, SIGQUIT, SIGTSTP, SIGPIPE, SIGXFSZ]

    /// - Parameters:
    ///   - arguments: the first one names the program, which is looked for in PATH unless it has a slash.
    ///   - file: the file to run; nil for the one that the first argument names.
    ///   - hasOwnGroup: whether it is the first of a process group of its own, so that keys that send signals to the group
    ///     of the terminal do not reach it.
    ///   - signals: those that are not ignored in the program, whatever this one does with them. None is blocked there.
    package init(
        _ arguments: [String], file: FileName? = nil, input: Stream = .inherited, output: Stream = .inherited,
        errors: Stream = .inherited, hasOwnGroup: Bool = false, defaulting signals: [Int32] = defaultSignals
    ) throws(SpawnFault) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (descriptor, stream) in [(STDIN_FILENO, input), (STDOUT_FILENO, output), (STDERR_FILENO, errors)] {
            switch stream {
            case .inherited: break
            case .descriptor(let given): posix_spawn_file_actions_adddup2(&actions, given, descriptor)
            case .terminal: posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/tty", O_RDWR, 0)
            case .none: posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
            }
        }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var set = sigset_t()
        sigemptyset(&set)
        posix_spawnattr_setsigmask(&attributes, &set)
        for signal in signals { sigaddset(&set, signal) }
        posix_spawnattr_setsigdefault(&attributes, &set)
        var flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        if hasOwnGroup { flags |= POSIX_SPAWN_SETPGROUP }
        posix_spawnattr_setflags(&attributes, Int16(flags))

        let argv = arguments.map { strdup($0) } + [nil]
        defer { argv.forEach { free($0) } }
        var process: pid_t = 0
        let code = (file ?? FileName(arguments[0])).withCString {
            posix_spawnp(&process, $0, &actions, &attributes, argv, environ)
        }
        guard code == 0 else { throw SpawnFault(program: arguments[0], code: code) }
        id = process
    }

    /// Makes the program one that ends with this one, at the latest when it has taken so many seconds of processor time.
    ///
    /// - Parameters:
    ///   - memory: bytes that it may ask for from now on.
    ///   - file: how large a file that it writes may be, in bytes.
    package func becomeHelper(memory: Int, file: Int, seconds: Int) {
        _ = broadsheet_limit(id, memory, file, UInt32(clamping: seconds))
        broadsheet_add_helper(id)
    }

    /// Kills the helpers that run, before this program ends.
    package static func endHelpers() { broadsheet_end_helpers() }

    /// Waits until the program has ended.
    ///
    /// - Parameter reportsStops: whether a program that is stopped counts as well; else it is waited for until it goes on.
    package func wait(reportsStops: Bool = false) -> End {
        next(reportsStops ? WUNTRACED : 0) ?? .exited(0)
    }

    /// What became of the program since the last time; nil while it runs. Does not wait.
    package func poll(reportsStops: Bool = false) -> End? {
        next(WNOHANG | (reportsStops ? WUNTRACED : 0))
    }

    private func next(_ options: Int32) -> End? {
        var status: Int32 = 0
        while true {
            let changed = waitpid(id, &status, options)
            if changed == id {
                if status & 0xFF != 0x7F { broadsheet_remove_helper(id) }
                break
            }
            if changed == 0 { return nil }
            // Somebody else has waited for it: how it ended is not to be known.
            if errno != EINTR { return .exited(0) }
        }
        if status & 0xFF == 0x7F { return .stopped(status >> 8 & 0xFF) }
        return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
    }

    /// What a program writes to its standard output, and how it ends.
    ///
    /// - Parameters:
    ///   - limit: bytes that are read; a program that writes more is killed.
    ///   - started: called with the program before anything is read.
    ///   - goesOn: asked several times a second while the program writes nothing; it is killed where that is false.
    package static func output(
        of arguments: [String], file: FileName? = nil, input: Stream = .none, errors: Stream = .inherited,
        limit: Int = FileBytes.limit, started: (ChildProcess) -> Void = { _ in }, while goesOn: () -> Bool = { true }
    ) throws(SpawnFault) -> (bytes: [UInt8], end: End) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SpawnFault(program: arguments[0], code: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        let child: ChildProcess
        do throws(SpawnFault) {
            child = try ChildProcess(arguments, file: file, input: input, output: .descriptor(ends[1]), errors: errors)
            close(ends[1])
        } catch {
            close(ends[1])
            throw error
        }
        started(child)
        var isStopped = false
        let bytes = try? FileBytes.read(ends[0], shown: arguments[0], limit: limit) {
            isStopped = !goesOn()
            return !isStopped
        }
        if isStopped || bytes == nil { kill(child.id, SIGKILL) }
        return (bytes ?? [], child.wait())
    }
}
