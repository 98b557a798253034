import Glibc

/// The address of a host in the network: of four bytes (IPv4) or sixteen (IPv6).
struct NetworkAddress: Hashable {
    let bytes: [UInt8]

    /// What a host is called by as a number: dotted, in brackets or not, or in one of the short forms that systems take for
    /// IPv4 (`127.1`, `0x7f000001`).
    init?(_ text: String) {
        var host = text[...]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        // A zone is no part of the address.
        let name = String(host.prefix { $0 != "%" })
        var four = in_addr()
        if inet_aton(name, &four) != 0 {
            bytes = withUnsafeBytes(of: four) { Array($0) }
            return
        }
        var six = in6_addr()
        guard inet_pton(AF_INET6, name, &six) == 1 else { return nil }
        bytes = withUnsafeBytes(of: six) { Array($0) }
    }

    /// The address of a socket; nil where it is of another family.
    init?(_ address: UnsafeRawPointer, length: Int) {
        let family = address.loadUnaligned(as: sa_family_t.self)
        let (offset, count) = family == sa_family_t(AF_INET) ? (4, 4) : (8, 16)
        guard family == sa_family_t(AF_INET) || family == sa_family_t(AF_INET6), length >= offset + count else {
            return nil
        }
        bytes = Array(UnsafeRawBufferPointer(start: address + offset, count: count))
    }

    /// Whether it leads to this host, into a private network, to the hosts on the same line, or to many at once (RFC 6890, RFC
    /// 4193, RFC 6598), also as an IPv6 address that holds an IPv4 one (RFC 4291, RFC 6052, RFC 3056).
    ///
    /// 198.18.0.0/15 is not counted: programs that carry all traffic through a tunnel give every name an address there.
    var isPrivate: Bool {
        if bytes.count == 4 { return Self.isPrivate(bytes[...]) }
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        let translated: [UInt8] = [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]
        // With `::` and `::1` among them.
        let compatible = [UInt8](repeating: 0, count: 12)
        if [mapped, translated, compatible].contains(where: bytes.starts) { return Self.isPrivate(bytes[12...]) }
        switch (bytes[0], bytes[1]) {
        case (0xFC...0xFD, _), (0xFE, 0x80...), (0xFF, _): return true
        // 64:ff9b:1::/48, for translation within a network (RFC 8215).
        case (0, 0x64): return bytes[2...5].elementsEqual([0xFF, 0x9B, 0, 1])
        case (0x20, 0x02): return Self.isPrivate(bytes[2..<6])
        default: return false
        }
    }

    private static func isPrivate(_ four: ArraySlice<UInt8>) -> Bool {
        let start = four.startIndex
        switch (four[start], four[start + 1]) {
        case (0, _), (10, _), (127, _), (224..., _): return true
        case (100, 64...127), (169, 254), (172, 16...31), (192, 168): return true
        case (192, 0): return four[start + 2] == 0
        default: return false
        }
    }
}
