import Foundation

/// As on a worker's thread, whose stack is small.
func onSmallStack(_ body: @escaping @Sendable () -> Void) -> Duration {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
        body()
        done.signal()
    }
    thread.stackSize = 512 << 10
    return ContinuousClock().measure {
        thread.start()
        done.wait()
    }
}
