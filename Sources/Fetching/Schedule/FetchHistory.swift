/// What is remembered of a source's last requests.
package struct FetchHistory: Sendable, Hashable {
    /// When the last request ended, in seconds since 1970; nil before the first.
    package var last: Int64?
    /// How many requests have failed since the last that did not.
    package var failures: Int
    /// The last result's `lifetime`, in seconds.
    package var lifetime: Int?
    /// The last answer's Retry-After, in seconds.
    package var retryAfter: Int?
    /// Whether the server said that there will never be anything again (410).
    package var isGone: Bool

    /// A history; without arguments, that of a source that has never been asked.
    package init(
        last: Int64? = nil, failures: Int = 0, lifetime: Int? = nil, retryAfter: Int? = nil, isGone: Bool = false
    ) {
        self.last = last
        self.failures = failures
        self.lifetime = lifetime
        self.retryAfter = retryAfter
        self.isGone = isGone
    }

    /// Enters what came of a request that ended at a time, in seconds since 1970. One that was cancelled, or that had no
    /// library to run with, says nothing of the source.
    package mutating func enter(_ result: Result<FetchResult, FetchFault>, at time: Int64) {
        switch result {
        case .failure(.cancelled), .failure(.libraryMissing): return
        case .success(let result):
            (failures, lifetime, retryAfter, isGone) = (0, result.lifetime, result.retryAfter, false)
        case .failure(let fault):
            failures = min(failures + 1, 1000)
            (lifetime, retryAfter, isGone) = (nil, nil, fault == .gone)
            if case .status(_, let seconds) = fault { retryAfter = seconds }
        }
        last = time
    }
}
