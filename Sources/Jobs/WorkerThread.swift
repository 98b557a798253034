import Glibc

/// A thread that is never joined: what it does is over when the program is.
final class WorkerThread: Sendable {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }

    /// False where the system has no thread to give.
    func begin() -> Bool {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        // Signals are the loop's.
        var (all, before) = (sigset_t(), sigset_t())
        sigfillset(&all)
        // A fault of the thread's own comes to the thread.
        for signal in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT] { sigdelset(&all, signal) }
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        let held = Unmanaged.passRetained(self)
        var thread = pthread_t()
        let code = pthread_create(
            &thread, &attributes,
            { argument in
                Unmanaged<WorkerThread>.fromOpaque(argument!).takeRetainedValue().work()
                return nil
            }, held.toOpaque())
        if code != 0 { held.release() }
        return code == 0
    }
}
