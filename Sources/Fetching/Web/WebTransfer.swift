import CCurl
import Files
import Glibc
import Jobs

/// A request of the web on its way: one handle of libcurl, which is given an address after the other while there are redirects.
final class WebTransfer {
    let request: FetchRequest
    let easy: OpaquePointer
    /// The address that is asked now.
    private(set) var address: WebAddress
    private(set) var redirects = 0
    var head = ResponseHead()
    var body: [UInt8] = []
    /// Bytes of the body that came, kept or not.
    var received = 0
    /// What a callback found, which says more than libcurl's code for the same.
    var fault: FetchFault?
    /// When something came last, in milliseconds of `monotonicNow`.
    var lastActivity: Int64 = 0

    /// Whether redirects may lead to a private address: the first address was one, and all since.
    private var mayGoPrivate = true
    /// Whether what a connection leads to has to be checked: the address comes from a redirect, and no proxy resolves it.
    private(set) var guardsPrivate = false
    private(set) var isProxied = false
    private var isPermanent = true
    private let first: WebAddress
    private let fetcher: Fetcher
    private var fields: UnsafeMutablePointer<broadsheet_curl_list>?
    /// When the address began to be asked, and how long those before took; milliseconds.
    private var started: Int64 = 0
    private var spent: Int64 = 0

    /// A transfer that has not begun. The library must be there.
    init(_ request: FetchRequest, of address: WebAddress, fetcher: Fetcher) throws(FetchFault) {
        (self.request, self.address, first, self.fetcher) = (request, address, address, fetcher)
        // CURLE_OUT_OF_MEMORY
        guard let easy = broadsheet_curl_easy_new() else { throw .library(27) }
        self.easy = easy
        mayGoPrivate = !request.isNamedByOthers
        guard mayGoPrivate || !address.isNamedPrivate else { throw .forbiddenRedirect(.privateAddress) }
        try setUp()
    }

    deinit {
        broadsheet_curl_easy_free(easy)
        broadsheet_curl_list_free(fields)
    }

    /// Prepares the handle for the current address.
    func begin() throws(FetchFault) {
        started = monotonicNow()
        lastActivity = started
        (head, body, received, fault) = (ResponseHead(), [], 0, nil)
        let proxy = ProxyChoice.proxy(for: address, own: request.proxy, environment: fetcher.environment)
        isProxied = proxy != nil
        guardsPrivate = !mayGoPrivate && !isProxied
        try set(broadsheet_curl_url, address.text)
        // Nothing is left to the environment.
        try set(broadsheet_curl_proxy, proxy ?? "")
        let login = address.isTrusted(withWhatIsFor: first) ? request.login ?? first.login : nil
        try set(broadsheet_curl_user, login?.user)
        try set(broadsheet_curl_password, login?.password)
        setFields()
        if guardsPrivate, !checksReused {
            // A connection that another request made would not be looked at: CURLOPT_FRESH_CONNECT.
            broadsheet_curl_set_long(easy, broadsheet_curl_fresh_connect, 1)
        }
    }

    /// Stops the clock until the next `begin`.
    func pause() { spent += monotonicNow() - started }

    /// Which time is over, if one is.
    func timeout(now: Int64) -> FetchFault? {
        if spent + now - started >= Int64(request.limits.seconds) * 1000 {
            return .timedOut(.total(request.limits.seconds))
        }
        if now - lastActivity >= Int64(request.limits.silentSeconds) * 1000 {
            return .timedOut(.silence(request.limits.silentSeconds))
        }
        return nil
    }

    /// Takes the address that a redirect leads to as the current one.
    ///
    /// - Parameter text: absolute, as libcurl made it of the field.
    func redirect(to text: String) throws(FetchFault) {
        guard redirects < request.limits.redirects else { throw .tooManyRedirects(limit: request.limits.redirects) }
        let scheme = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
        let isOther = !["http", "https"].contains(scheme.lowercased()) && text.dropFirst(scheme.count).first == ":"
        guard !isOther else { throw .forbiddenRedirect(.scheme) }
        guard let next = WebAddress(text) else { throw .forbiddenRedirect(.malformed) }

        mayGoPrivate = mayGoPrivate && leadsToPrivate
        guard mayGoPrivate || !next.isNamedPrivate else { throw .forbiddenRedirect(.privateAddress) }
        if ![301, 308].contains(head.status) { isPermanent = false }
        redirects += 1
        address = next
    }

    /// Whether the host that answered is a private one; behind a proxy only its name can tell.
    private var leadsToPrivate: Bool {
        if isProxied { return address.isNamedPrivate }
        let peer = broadsheet_curl_get_text(easy, broadsheet_curl_primary_ip).map { String(cString: $0) }
        return peer.flatMap { NetworkAddress($0) }?.isPrivate ?? false
    }

    /// The address to ask from now on.
    var permanentAddress: String? { redirects > 0 && isPermanent ? address.text : nil }

    // MARK: - The handle

    /// Whether libcurl asks again where it uses a connection that is there (from 7.80 on).
    private var checksReused = false

    private func setUp() throws(FetchFault) {
        let this = Unmanaged.passUnretained(self).toOpaque()
        // Without these a request would not be safe: CURLPROTO_HTTP and CURLPROTO_HTTPS, and what looks at connections.
        var code = broadsheet_curl_set_long(easy, broadsheet_curl_protocols, 3)
        if code == 0 { code = broadsheet_curl_set_open_socket(easy, openSocket) }
        if code == 0 { code = broadsheet_curl_set_pointer(easy, broadsheet_curl_open_socket_data, this) }
        if code == 0 { code = broadsheet_curl_set_receive(easy, broadsheet_curl_write_function, receiveBody) }
        if code == 0 { code = broadsheet_curl_set_pointer(easy, broadsheet_curl_write_data, this) }
        if code == 0 { code = broadsheet_curl_set_receive(easy, broadsheet_curl_header_function, receiveHead) }
        if code == 0 { code = broadsheet_curl_set_pointer(easy, broadsheet_curl_header_data, this) }
        guard code == 0 else { throw .library(code) }
        checksReused = broadsheet_curl_set_before_request(easy, beforeRequest) == 0
        broadsheet_curl_set_pointer(easy, broadsheet_curl_before_request_data, this)
        broadsheet_curl_set_pointer(easy, broadsheet_curl_private, this)

        broadsheet_curl_set_long(easy, broadsheet_curl_no_signal, 1)
        // A name that is being looked up does not keep the program from ending.
        broadsheet_curl_set_long(easy, broadsheet_curl_quick_exit, 1)
        broadsheet_curl_set_long(easy, broadsheet_curl_suppress_connect_headers, 1)
        // CURL_HTTP_VERSION_2TLS
        broadsheet_curl_set_long(easy, broadsheet_curl_http_version, 4)
        broadsheet_curl_set_size(easy, broadsheet_curl_largest_file, Int64(request.limits.bytes))
        // All that the library can decompress.
        try set(broadsheet_curl_accept_encoding, "")
        try set(broadsheet_curl_no_proxy, "")
        try set(
            broadsheet_curl_user_agent,
            String(request.userAgent.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
        try set(broadsheet_curl_cookie_file, cookieFile())
        if let authorities = fetcher.authorities {
            _ = authorities.withCString { broadsheet_curl_set_pointer(easy, broadsheet_curl_authorities, $0) }
        }
    }

    private func set(_ option: broadsheet_curl_option, _ text: String?) throws(FetchFault) {
        let code = text.map { $0.withCString { broadsheet_curl_set_pointer(easy, option, $0) } }
        guard let code = code ?? Optional(broadsheet_curl_set_pointer(easy, option, nil)), code == 0 else {
            throw .library(code ?? 0)
        }
    }

    private func setFields() {
        var all = request.fields
        if !address.isTrusted(withWhatIsFor: first) {
            all.removeAll { !["accept", "accept-language"].contains($0.name.lowercased()) }
        }
        if let tag = request.entityTag { all.append(.init("If-None-Match", tag)) }
        if let time = request.lastModified { all.append(.init("If-Modified-Since", time)) }
        broadsheet_curl_list_free(fields)
        fields = nil
        for line in all.compactMap(\.line) { fields = broadsheet_curl_list_append(fields, line) ?? fields }
        broadsheet_curl_set_pointer(easy, broadsheet_curl_fields, fields)
    }
}

extension FetchRequest.Field {
    /// As libcurl wants it; nil for what is no field (RFC 9110, 5.6.2) and would add lines of its own.
    fileprivate var line: String? {
        let isToken = name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
        }
        guard isToken, !name.isEmpty, value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
            return nil
        }
        return value.isEmpty ? name + ";" : "\(name): \(value)"
    }
}
