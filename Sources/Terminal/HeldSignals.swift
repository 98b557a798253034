import Glibc

/// Holds back the signals that end or stop the program while a terminal is without echo: whoever sends one must not find it so.
struct HeldSignals {
    /// What was held before.
    let earlier: sigset_t

    init() {
        var (held, earlier) = (sigset_t(), sigset_t())
        sigemptyset(&held)
        for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP] { sigaddset(&held, signal) }
        pthread_sigmask(SIG_BLOCK, &held, &earlier)
        self.earlier = earlier
    }

    /// Lets those come that were sent meanwhile.
    func release() {
        var earlier = earlier
        pthread_sigmask(SIG_SETMASK, &earlier, nil)
    }
}
