import Fetching
import Files
import Following
import Glibc
import Localization

extension Localization {
    /// Why a source gave nothing, and what to do.
    package func words(for trouble: FetchRound.Trouble) -> String {
        switch trouble {
        case .fetch(let fault): words(for: fault)
        case .reading(let fault): words(for: fault)
        case .noFeed: self(.fetchNoFeed)
        case .file(let fault): self(.sourceNotWritten, fault.path, fault.reason)
        case .articles(let count): self(.fetchArticles, count)
        case .password(let program): self(.fetchPassword, program)
        }
    }

    /// Why something could not be fetched, and what to do.
    package func words(for fault: FetchFault) -> String {
        switch fault {
        case .libraryMissing: self(.fetchLibraryMissing)
        case .badAddress: self(.fetchBadAddress)
        case .cannotResolve(let host): self(.fetchCannotResolve, host)
        case .proxy: self(.fetchProxyFault)
        case .cannotConnect(0): self(.fetchCannotConnect)
        case .cannotConnect(let code): self(.fetchCannotConnectBecause, String(cString: strerror(code)))
        case .timedOut(.total(let seconds)): self(.fetchTimedOut, seconds)
        case .timedOut(.silence(let seconds)): self(.fetchSilent, seconds)
        case .security(let security): self(Self.key(of: security))
        case .tooLarge(let limit): self(.fetchTooLarge, "\(limit >> 20) MiB")
        case .tooManyRedirects(let limit): self(.fetchTooManyRedirects, limit)
        case .forbiddenRedirect(.scheme): self(.fetchRedirectScheme)
        case .forbiddenRedirect(.privateAddress): self(.fetchRedirectPrivate)
        case .forbiddenRedirect(.malformed): self(.fetchRedirectMalformed)
        case .status(let status, _): self(Self.key(ofStatus: status), status)
        case .gone: self(.fetchGone)
        case .interrupted: self(.fetchInterrupted)
        case .malformed: self(.fetchMalformed)
        case .file(let fault), .cookies(let fault): words(for: fault)
        case .spawn(let fault): self(.cannotRun, fault.program, String(cString: strerror(fault.code)))
        case .command(.exited(let status)): self(.fetchCommandStatus, status)
        case .command(.signalled(let signal)), .command(.stopped(let signal)): self(.fetchCommandSignal, signal)
        case .cancelled: self(.fetchCancelled)
        case .library(let code): self(.fetchLibraryFault, code)
        }
    }

    private static func key(of security: FetchFault.Security) -> MessageKey {
        switch security {
        case .expired: .tlsExpired
        case .notYetValid: .tlsNotYetValid
        case .otherHost: .tlsOtherHost
        case .selfSigned: .tlsSelfSigned
        case .unknownAuthority: .tlsUnknownAuthority
        case .revoked: .tlsRevoked
        case .certificate: .tlsCertificate
        case .handshake: .tlsHandshake
        case .authorities: .tlsAuthorities
        }
    }

    /// By what HTTP means by it (RFC 9110, 15; RFC 6585, 4).
    private static func key(ofStatus status: Int) -> MessageKey {
        switch status {
        case 401, 403, 407: .fetchWantsLogin
        case 404: .fetchNothingThere
        case 429, 503: .fetchAskedToWait
        case 500...599: .fetchServerFault
        default: .fetchStatus
        }
    }

    /// What is wrong with the file of sources.
    package func words(for fault: SourcesFile.Fault, in file: String) -> String {
        switch fault.kind {
        case .syntax(let column): self(.sourcesSyntax, file, fault.line, column)
        case .unknown(let name, let nearest?): self(.sourcesUnknownNear, file, fault.line, name, nearest)
        case .unknown(let name, nil): self(.sourcesUnknown, file, fault.line, name)
        case .value(let name): self(.sourcesValue, file, fault.line, name)
        case .noAddress: self(.sourcesNoAddress, file, fault.line)
        case .noCondition: self(.filterNoCondition, file, fault.line)
        case .noAction: self(.filterNoAction, file, fault.line)
        case .twice(let line): self(.sourcesTwice, file, fault.line, line)
        }
    }

    /// What filters say of a story, in a list; empty for nothing.
    package func words(for verdict: FilterVerdict) -> String {
        var words: [String] = []
        if verdict.isHidden { words.append(self(.filterHides)) }
        if verdict.isRead { words.append(self(.filterReads)) }
        if verdict.isStarred { words.append(self(.filterStars)) }
        if verdict.isHighlighted { words.append(self(.highlighted)) }
        if let section = verdict.section { words.append(self(.filterMoves, section)) }
        return listed(words)
    }

    /// How long until something, in the largest unit that gives a whole number of at least one.
    package func delay(_ seconds: Int64) -> String {
        if seconds < 3600 { return self(.inMinutes, max(1, seconds / 60)) }
        return seconds < 172_800 ? self(.inHours, seconds / 3600) : self(.inDays, seconds / 86_400)
    }
}
