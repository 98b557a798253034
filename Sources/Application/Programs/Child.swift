import Glibc

/// Another program, started with an argument vector: no shell reads what it is given.
struct Child {
    enum End: Equatable {
        case status(Int32)
        case signal(Int32)
    }

    enum Standing {
        /// Has the terminal until it ends.
        case foreground
        /// Has no terminal, and no input.
        case background
    }

    let process: pid_t

    /// - Parameters:
    ///   - arguments: the first names the program, looked for in PATH.
    ///   - input: the descriptor that it reads from; nil for the terminal, or for nothing in the background.
    /// - Throws: the system's error number.
    init(_ arguments: [String], _ standing: Standing, input: Int32? = nil) throws(ChildFault) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        } else if standing == .background {
            posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        } else if isatty(STDIN_FILENO) == 0 {
            posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/tty", O_RDWR, 0)
        }
        if standing == .background {
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
            posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Signals that are ignored here would be ignored there too.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGINT, SIGQUIT, SIGPIPE, SIGXFSZ] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        var flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        // A group of its own in the background: keys for the reader are none of its business.
        if standing == .background { flags |= POSIX_SPAWN_SETPGROUP }
        posix_spawnattr_setflags(&attributes, Int16(flags))
        let argv = arguments.map { strdup($0) } + [nil]
        defer { argv.forEach { free($0) } }
        var process: pid_t = 0
        let code = posix_spawnp(&process, arguments[0], &actions, &attributes, argv, environ)
        guard code == 0 else { throw ChildFault(program: arguments[0], code: code) }
        self.process = process
    }

    /// How it ended; nil while it goes on, unless `waits`.
    func end(waits: Bool) -> End? {
        var status: Int32 = 0
        while true {
            let ended = waitpid(process, &status, waits ? 0 : WNOHANG)
            if ended == process { break }
            if ended == 0 { return nil }
            if errno != EINTR { return .status(0) }
        }
        return status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
    }
}

/// A program that could not be started, and the system's reason.
struct ChildFault: Error, Equatable {
    var program: String
    var code: Int32
}
