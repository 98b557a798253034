import Files

/// Fetches many things at once, politely, on the caller's thread.
///
/// The only schemes are http, https and file; certificates are verified. From an address of the web no redirect leads to a
/// private one, whatever a name resolves to. A request's cookies, fields and login are sent for that request and to its
/// origin only.
package struct Fetcher: Sendable {
    /// How many requests run at once.
    package var atOnce: Int
    /// How many of them ask the same host.
    package var perHost: Int
    /// The environment's variables, of which those about proxies count.
    package var environment: [String: String]
    /// A file with the certificates of authorities, in PEM; nil for the system's.
    package var authorities: FileName?

    /// A fetcher with these limits.
    package init(
        atOnce: Int = 16, perHost: Int = 2, environment: [String: String] = [:], authorities: FileName? = nil
    ) {
        self.atOnce = max(1, atOnce)
        self.perHost = max(1, perHost)
        self.environment = environment
        self.authorities = authorities
    }

    /// Fetches all, and returns when each has its result.
    ///
    /// - Parameters:
    ///   - goesOn: asked at least five times a second; once it is false, all that has no result yet is cancelled.
    ///   - receive: called for each request once, with its index and what came of it, in the order in which they end. What it
    ///     takes, transfers wait for.
    package func fetch(
        _ requests: [FetchRequest], while goesOn: () -> Bool = { true },
        receive: (Int, Result<FetchResult, FetchFault>) -> Void
    ) {
        FetchSession(requests, fetcher: self).run(while: goesOn, receive: receive)
    }
}
