import Glibc
import Synchronization

/// Runs jobs and collects what they send: one queue of events, and one descriptor that is ready to be read while events
/// wait, to be polled beside the keyboard.
package final class Jobs<Event: Sendable>: Sendable {
    private let waiting = Mutex<[Event]>([])
    private let descriptors: (reader: Int32, writer: Int32)

    /// No job runs, no event waits.
    package init() {
        var pair: [Int32] = [-1, -1]
        pipe(&pair)
        for descriptor in pair {
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        }
        descriptors = (pair[0], pair[1])
    }

    deinit {
        close(descriptors.reader)
        close(descriptors.writer)
    }

    /// Ready to be read while events wait.
    package var descriptor: Int32 { descriptors.reader }

    /// Runs `work` on a thread of its own; where the system has none to give, at once.
    ///
    /// `work` reports its progress, stops where `report` says so, and sends its results.
    @discardableResult
    package func start(_ work: @escaping @Sendable (Job, @Sendable (Event) -> Void) -> Void) -> Job {
        let job = Job()
        let thread = WorkerThread { [self] in work(job) { send($0) } }
        if !thread.begin() { thread.work() }
        return job
    }

    /// Puts an event into the queue, from any thread.
    package func send(_ event: Event) {
        waiting.withLock { $0.append(event) }
        var byte: UInt8 = 0
        _ = write(descriptors.writer, &byte, 1)
    }

    /// The events that have come since the last time, in order.
    package func receive() -> [Event] {
        var bytes: (UInt64, UInt64) = (0, 0)
        while read(descriptors.reader, &bytes, 16) > 0 {}
        return waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }

    /// Waits for events, at most so many milliseconds.
    package func wait(milliseconds: Int64) -> [Event] {
        let end = monotonicNow() + milliseconds
        while true {
            let events = receive()
            let left = end - monotonicNow()
            if !events.isEmpty || left <= 0 { return events }
            var ready = pollfd(fd: descriptors.reader, events: Int16(POLLIN), revents: 0)
            poll(&ready, 1, Int32(min(left, 60_000)))
        }
    }
}
