import Glibc
import Synchronization

/// Work that is done beside the loop, on a thread of its own, so that keys are answered meanwhile.
final class Errand<Result: Sendable>: Sendable {
    let progress = Progress()
    /// When it began, in milliseconds.
    let start = ProcessEnvironment.now
    private let done = Mutex<Result?>(nil)

    init(_ work: @escaping @Sendable (Progress) -> Result) {
        let thread = Thread { [self] in
            let result = work(progress)
            done.withLock { $0 = result }
            Errands.wake()
        }
        if !thread.begin() { thread.work() }
    }

    /// What came of it; nil while it goes on.
    var result: Result? { done.withLock { $0 } }

    /// Waits for so long at most.
    func wait(milliseconds: Int64) -> Result? {
        let end = start + milliseconds
        while true {
            if let result { return result }
            let left = end - ProcessEnvironment.now
            guard left > 0 else { return nil }
            Errands.wait(milliseconds: Int32(min(left, 60_000)))
        }
    }

    /// Whether it has taken so long that its progress is to be told.
    var isLong: Bool { ProcessEnvironment.now - start >= Errands.patience }
}

/// What all errands have in common: one pipe, which has a byte in it when one has ended.
enum Errands {
    /// Milliseconds that nobody minds waiting.
    static let patience: Int64 = 200

    private static let pipe: (reader: Int32, writer: Int32) = {
        var pair: [Int32] = [-1, -1]
        Glibc.pipe(&pair)
        for descriptor in pair {
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        }
        return (pair[0], pair[1])
    }()

    /// To be polled beside the keyboard.
    static var descriptor: Int32 { pipe.reader }

    static func wake() {
        var byte: UInt8 = 0
        _ = write(pipe.writer, &byte, 1)
    }

    static func drain() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(pipe.reader, &bytes, bytes.count) > 0 {}
    }

    static func wait(milliseconds: Int32) {
        var ready = pollfd(fd: pipe.reader, events: Int16(POLLIN), revents: 0)
        poll(&ready, 1, milliseconds)
        drain()
    }
}

/// A thread that is never joined: what it does is over when the program is.
private final class Thread: Sendable {
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
                Unmanaged<Thread>.fromOpaque(argument!).takeRetainedValue().work()
                return nil
            }, held.toOpaque())
        if code != 0 { held.release() }
        return code == 0
    }
}
