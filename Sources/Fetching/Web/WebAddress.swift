import Newspaper
import TextDecoding

/// An address of the web in its parts.
struct WebAddress: Sendable {
    /// Without a login and a fragment.
    let text: String
    /// Whether it is https.
    let isSecure: Bool
    /// In small letters; a number of IPv6 in its brackets.
    let host: String
    let port: Int
    /// The name and the password that the address held.
    let login: FetchRequest.Login?

    /// nil for what is no http or https address in the form of a `Link`, or leaves open what its host is.
    init?(_ text: String) {
        guard let address = Link(text)?.address else { return nil }
        let bytes = Array(address.utf8)
        isSecure = address.hasPrefix("https:")
        guard isSecure || address.hasPrefix("http:") else { return nil }
        let start = isSecure ? 8 : 7
        let end = bytes[start...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.count
        let fragment = bytes[end...].firstIndex(of: UInt8(ascii: "#")) ?? bytes.count

        let parts = bytes[start..<end].split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count <= 2, let authority = parts.last else { return nil }
        login = parts.count == 2 ? Self.login(parts[0]) : nil
        // A colon within brackets is none before a port.
        let bracket = authority.lastIndex(of: UInt8(ascii: "]")) ?? authority.startIndex
        let colon = authority[bracket...].firstIndex(of: UInt8(ascii: ":"))
        guard let name = HostName.ascii(authority[..<(colon ?? authority.endIndex)]) else { return nil }
        host = name.lowercased()
        let digits = colon.map { authority[($0 + 1)...] } ?? []
        guard !host.isEmpty, digits.isEmpty || digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let port = digits.isEmpty ? (isSecure ? 443 : 80) : Int(String(decoding: digits, as: UTF8.self))
        guard let port, (1...65535).contains(port) else { return nil }
        self.port = port
        let place = name.utf8 + authority[(colon ?? authority.endIndex)...]
        self.text = String(decoding: bytes[..<start] + place + bytes[end..<fragment], as: UTF8.self)
    }

    private static func login(_ text: ArraySlice<UInt8>) -> FetchRequest.Login {
        let parts = text.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
        func part(_ at: Int) -> String { String(decoding: PercentEncoding.decode(parts[at]), as: UTF8.self) }
        return FetchRequest.Login(user: part(0), password: parts.count > 1 ? part(1) : "")
    }

    /// Whether what is meant for another address's origin may be sent here: to the same scheme, host and port, or to the same
    /// host from http to https.
    func isTrusted(withWhatIsFor other: WebAddress) -> Bool {
        guard host == other.host else { return false }
        if isSecure == other.isSecure { return port == other.port }
        return isSecure && port == 443 && other.port == 80
    }

    /// Whether the name alone shows that the host is a private one: a number, or a name that is resolved within the network
    /// only (RFC 6761, RFC 6762).
    var isNamedPrivate: Bool {
        if let address = NetworkAddress(host) { return address.isPrivate }
        let name = host.hasSuffix(".") ? String(host.dropLast()) : host
        return ["localhost", "local", "internal", "home.arpa"].contains { name == $0 || name.hasSuffix("." + $0) }
    }
}
