import Glibc

/// Keeps SIGPIPE from ending the program while this thread writes to connections, without a change for other threads.
struct HeldPipeSignal {
    private var old = sigset_t()
    private let wasBlocked: Bool

    /// Holds the signal back.
    init() {
        var set = Self.set
        pthread_sigmask(SIG_BLOCK, &set, &old)
        wasBlocked = sigismember(&old, SIGPIPE) == 1
    }

    private static var set: sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, SIGPIPE)
        return set
    }

    /// Drops what was held back.
    func release() {
        guard !wasBlocked else { return }
        var (set, old, now) = (Self.set, old, timespec())
        while sigtimedwait(&set, nil, &now) == SIGPIPE {}
        pthread_sigmask(SIG_SETMASK, &old, nil)
    }
}
