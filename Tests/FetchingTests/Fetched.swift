import Fetching
import Files
import TestSupport

/// What came of requests, by their index.
func fetched(
    _ requests: [FetchRequest], _ fetcher: Fetcher = Fetcher(), while goesOn: () -> Bool = { true }
) -> [Result<FetchResult, FetchFault>?] {
    var results = [Result<FetchResult, FetchFault>?](repeating: nil, count: requests.count)
    fetcher.fetch(requests, while: goesOn) { index, result in
        precondition(results[index] == nil)
        results[index] = result
    }
    return results
}

/// What came of one request.
func fetched(_ request: FetchRequest, _ fetcher: Fetcher = Fetcher()) -> Result<FetchResult, FetchFault> {
    fetched([request], fetcher)[0]!
}

/// What came of an address, with short limits.
func fetched(_ address: String, _ limits: FetchLimits = .short) -> Result<FetchResult, FetchFault> {
    fetched(FetchRequest(.address(address), limits: limits))
}

extension FetchLimits {
    /// For answers that come at once or not at all.
    static let short = FetchLimits(bytes: 100_000, seconds: 5, silentSeconds: 2, redirects: 4)
}

extension Result where Success == FetchResult, Failure == FetchFault {
    var fault: FetchFault? { if case .failure(let fault) = self { fault } else { nil } }
    var value: FetchResult? { try? get() }
}
