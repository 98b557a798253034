import Files

/// Why a request has no result. Words for it are found at the program's edge; no case holds a login.
package enum FetchFault: Error, Hashable, Sendable {
    /// There is no libcurl.so.4, or it is older than 7.66: the package libcurl4, on newer systems libcurl4t64.
    case libraryMissing
    /// No address of http, https or file.
    case badAddress
    /// No host has this name. It is printing ASCII.
    case cannotResolve(host: String)
    /// The proxy's name leads nowhere, or the proxy does not do what it is asked.
    case proxy
    /// Nobody listens there (`ECONNREFUSED`), or there is no way (`ENETUNREACH`, `EHOSTUNREACH`, …); 0 where the system
    /// gives no reason.
    case cannotConnect(code: Int32)
    /// It took longer than this limit.
    case timedOut(Time)
    /// The host is not known to be the one that was asked for, or nobody agreed on a way to encrypt.
    case security(Security)
    /// The body, or the head, is larger than this limit, in bytes.
    case tooLarge(limit: Int)
    /// More redirects than the limit.
    case tooManyRedirects(limit: Int)
    /// A redirect leads where redirects may not lead.
    case forbiddenRedirect(Redirect)
    /// The server says that there is nothing, with a status from 400 on, or one that means nothing; with the seconds after
    /// which it wants to be asked again, if it says so.
    case status(Int, retryAfter: Int?)
    /// There will never be anything again (410).
    case gone
    /// The connection ended before the answer did.
    case interrupted
    /// What came is not HTTP, or is compressed wrongly.
    case malformed
    /// The file could not be read.
    case file(FileFault)
    /// The cookie file could not be read or written.
    case cookies(FileFault)
    /// The command could not be started.
    case spawn(SpawnFault)
    /// The command ended otherwise than with status 0.
    case command(ChildProcess.End)
    /// The caller wanted no more.
    case cancelled
    /// Any other reason of the library's, by its number (`CURLcode`).
    case library(Int32)

    /// Which time was over.
    package enum Time: Hashable, Sendable {
        /// All of it, in seconds.
        case total(Int)
        /// That in which nothing came, in seconds.
        case silence(Int)
    }

    /// What is wrong with a host's certificate.
    package enum Security: Hashable, Sendable {
        case expired, notYetValid, otherHost, selfSigned, unknownAuthority, revoked
        /// Anything else that a certificate can be.
        case certificate
        /// There is no common way to encrypt, or what came is no TLS.
        case handshake
        /// The file with the authorities that are trusted cannot be read.
        case authorities
    }

    /// Where a redirect may not lead.
    package enum Redirect: Hashable, Sendable {
        /// To another scheme than http and https.
        case scheme
        /// From the web to a private, loopback or link-local address (RFC 6890).
        case privateAddress
        /// To what is no address.
        case malformed
    }
}
