import Files

/// What is asked for, of whom, and how much of it may come.
package struct FetchRequest: Sendable, Equatable {
    /// Where something is fetched from.
    package enum Target: Sendable, Hashable {
        /// An address with http, https or file; there are no other schemes. One of the web has the form of a `Link`. A name
        /// and a password in it are those of the request.
        case address(String)
        /// The output of a program, started without a shell. The first argument names it. It must come from the settings
        /// only.
        case command([String])
    }

    /// A name and a password.
    package struct Login: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
        package var user: String
        package var password: String

        /// A name and a password.
        package init(user: String, password: String) {
            self.user = user
            self.password = password
        }

        /// What is printed anywhere shows neither.
        package var description: String { "login" }
        package var customMirror: Mirror { Mirror(self, children: []) }
    }

    /// A field of the request's head. One whose name is no token or whose value has a control character is left out.
    package struct Field: Sendable, Hashable {
        package var name: String
        package var value: String

        /// A field by its name.
        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Where from.
    package var target: Target
    /// The ETag of what the caller has already, with its quotation marks; nil for none.
    package var entityTag: String?
    /// The Last-Modified of what the caller has already, as the server gave it; nil for none.
    package var lastModified: String?
    /// What the program calls itself.
    package var userAgent: String
    /// More fields. Those of the source go to the origin of the address only: after a redirect to another one, `Accept` and
    /// `Accept-Language` are the only ones that are sent.
    package var fields: [Field]
    /// For the origin of the address, never for another one after a redirect. Sent with the first request (Basic).
    package var login: Login?
    /// The proxy's address, http, https, socks4, socks4a, socks5 or socks5h, with a login if it needs one. nil for the
    /// environment's (`http_proxy`, `https_proxy`, `all_proxy`, `no_proxy`), "" for none.
    package var proxy: String?
    /// Cookies in the form of Netscape; of a request without one, cookies last until its answer is there.
    package var cookieFile: FileName?
    /// Whether the cookies that the answers set are written to that file. Requests that write the same file wait for each
    /// other.
    package var keepsCookies: Bool
    /// How much may come, and how long it may take.
    package var limits: FetchLimits
    /// Whether the address is somebody else's word, as a redirect is: it may not lead to a private one then.
    package var isNamedByOthers = false

    /// A request for an address.
    package init(
        _ target: Target, entityTag: String? = nil, lastModified: String? = nil,
        userAgent: String = FetchRequest.userAgent, fields: [Field] = [], login: Login? = nil, proxy: String? = nil,
        cookieFile: FileName? = nil, keepsCookies: Bool = false, limits: FetchLimits = FetchLimits()
    ) {
        self.target = target
        self.entityTag = entityTag
        self.lastModified = lastModified
        self.userAgent = userAgent
        self.fields = fields
        self.login = login
        self.proxy = proxy
        self.cookieFile = cookieFile
        self.keepsCookies = keepsCookies
        self.limits = limits
    }

    /// What the program calls itself where nobody says otherwise.
    package static let userAgent = "broadsheet (newspaper reader)"
}

/// What is printed anywhere shows whom a request is for, and nothing that is meant for them only: an address may hold a login, so
/// may a proxy's, and a field may hold a key.
extension FetchRequest: CustomStringConvertible, CustomReflectable {
    package var description: String {
        switch target {
        case .address(let text): WebAddress(text)?.text ?? FileAddress.file(text)?.shown ?? "no address"
        case .command(let arguments): arguments.first ?? "no command"
        }
    }

    package var customMirror: Mirror { Mirror(self, children: []) }
}
