/// Which proxy an address is asked through. The rules are those of curl's manual, "ENVIRONMENT".
///
/// They are not left to libcurl, as an address behind a proxy is resolved by the proxy: whoever checks what a connection leads
/// to has to know of it.
enum ProxyChoice {
    /// The proxy's address, or nil for none.
    ///
    /// - Parameter own: the request's; "" for none, nil for the environment's.
    static func proxy(for address: WebAddress, own: String?, environment: [String: String]) -> String? {
        if let own { return own.isEmpty ? nil : own }
        func variable(_ names: String...) -> String? {
            names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        }
        if let exceptions = variable("no_proxy", "NO_PROXY"), isException(address.host, in: exceptions) { return nil }
        // HTTP_PROXY may be a field of a request to a server that runs this program (CVE-2016-5385).
        let proxy = address.isSecure ? variable("https_proxy", "HTTPS_PROXY") : variable("http_proxy")
        return proxy ?? variable("all_proxy", "ALL_PROXY")
    }

    private static func isException(_ host: String, in list: String) -> Bool {
        let name = host.hasSuffix(".") ? String(host.dropLast()) : host
        let number = NetworkAddress(name)
        return list.split(whereSeparator: { ", \t".contains($0) }).contains { entry in
            if entry == "*" { return true }
            if let number { return isInNetwork(number, entry) }
            var domain = entry.lowercased()
            if domain.hasSuffix(".") { domain.removeLast() }
            if domain.hasPrefix(".") { domain.removeFirst() }
            return !domain.isEmpty && (name == domain || name.hasSuffix("." + domain))
        }
    }

    /// Whether a number is another one, or in the network that begins there (`192.168.0.0/16`).
    private static func isInNetwork(_ number: NetworkAddress, _ entry: Substring) -> Bool {
        let parts = entry.split(separator: "/", maxSplits: 1)
        guard let first = parts.first, let network = NetworkAddress(String(first)),
            network.bytes.count == number.bytes.count
        else { return false }
        let all = number.bytes.count * 8
        guard let length = parts.count == 1 ? all : Int(parts[1]), (0...all).contains(length) else { return false }
        return (0..<length).allSatisfy { bit in
            (number.bytes[bit / 8] ^ network.bytes[bit / 8]) & (0x80 >> (bit % 8)) == 0
        }
    }
}
