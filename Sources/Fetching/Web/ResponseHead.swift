import Newspaper

/// What the head of an answer says, as far as it matters. Lines come in their order; a new status line begins a new head.
struct ResponseHead {
    /// 0 before there is one.
    private(set) var status = 0
    /// Whether its last line has come: a head that is cut off is no answer.
    private(set) var isComplete = false
    /// Bytes of all lines of all heads.
    private(set) var count = 0
    private(set) var entityTag: String?
    private(set) var lastModified: String?
    private(set) var contentType: String?
    private var retry: String?
    private var expires: String?
    private var date: String?
    private var age: Int?
    private var maxAge: Int?
    private var isNotToBeKept = false

    /// The most bytes that the heads of a request's answers may have.
    static let limit = 256 << 10
    /// The longest value that is kept.
    private static let longestValue = 1024

    /// Enters a line, with or without its end.
    mutating func enter(_ line: UnsafeBufferPointer<UInt8>) {
        count += line.count
        if line.starts(with: "HTTP/".utf8) {
            let count = count
            self = ResponseHead()
            self.count = count
            status = Self.status(line)
            return
        }
        if line.first == 0x0D || line.first == 0x0A { isComplete = true }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon <= 20 else { return }
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        guard let value = Self.value(line[(colon + 1)...]) else { return }
        switch name {
        case "etag": entityTag = value
        case "last-modified": lastModified = value
        case "content-type": contentType = value
        case "retry-after": retry = value
        case "expires": expires = value
        case "date": date = value
        case "age": age = Self.seconds(value)
        case "cache-control": enterCacheControl(value)
        default: break
        }
    }

    private static func status(_ line: UnsafeBufferPointer<UInt8>) -> Int {
        let digits = line.drop { $0 != 0x20 }.dropFirst().prefix { (0x30...0x39).contains($0) }.prefix(3)
        return Int(String(decoding: digits, as: UTF8.self)) ?? 0
    }

    /// nil for what is empty, too long or not printing ASCII: such a value could not be sent back as it is.
    private static func value(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
        guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
        else { return nil }
        let value = bytes[first...last]
        guard value.count <= longestValue, value.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
        return String(decoding: value, as: UTF8.self)
    }

    /// RFC 9111, 5.2.2.
    private mutating func enterCacheControl(_ value: String) {
        for directive in value.split(separator: ",") {
            let parts = directive.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " && $0 != "\"" } }
            switch parts.first?.lowercased() {
            case "max-age" where parts.count == 2: maxAge = Self.seconds(parts[1])
            case "no-store", "no-cache": isNotToBeKept = true
            default: break
            }
        }
    }

    /// A number of seconds (RFC 9111, 1.2.2: at most 2³¹ where it is larger); nil for what is none.
    private static func seconds(_ text: String) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return min(Int(text) ?? .max, 1 << 31)
    }

    /// For how many seconds the answer may be kept (RFC 9111, 4.2.1).
    ///
    /// - Parameter now: seconds since 1970, of the time that the answer came at; the server's own clock is preferred.
    func lifetime(now: Int64) -> Int? {
        if isNotToBeKept { return 0 }
        if let maxAge { return max(0, maxAge - (age ?? 0)) }
        // What is no date has expired (RFC 9111, 5.3).
        return expires.map { seconds(until: $0, now: now) ?? 0 }
    }

    /// RFC 9110, 10.2.3.
    func retryAfter(now: Int64) -> Int? { retry.flatMap { Self.seconds($0) ?? seconds(until: $0, now: now) } }

    private func seconds(until time: String, now: Int64) -> Int? {
        guard let time = Self.time(time) else { return nil }
        let start = date.flatMap(Self.time) ?? now
        return Int(min(max(0, time - start), 1 << 31))
    }

    /// Seconds since 1970 (RFC 9110, 5.6.7: always UTC, also where the oldest form does not say so).
    private static func time(_ text: String) -> Int64? {
        guard var time = FeedTime(text) else { return nil }
        time.offset = time.offset ?? 0
        return time.seconds
    }
}
