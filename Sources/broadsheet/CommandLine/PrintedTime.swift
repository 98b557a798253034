import Glibc

/// Times as commands print them.
enum PrintedTime {
    /// ISO 8601, for a time in UTC.
    static let iso8601 = "%Y-%m-%dT%H:%M:%SZ"

    /// - Parameters:
    ///   - time: seconds since 1970.
    ///   - format: of `strftime`; at most 63 bytes come of it.
    ///   - isLocal: in the reader's time zone, else in UTC.
    static func words(for time: Int64, format: String = iso8601, isLocal: Bool = false) -> String {
        var seconds = time_t(time)
        var parts = tm()
        _ = isLocal ? localtime_r(&seconds, &parts) : gmtime_r(&seconds, &parts)
        var text = [UInt8](repeating: 0, count: 64)
        let count = text.withUnsafeMutableBytes {
            strftime($0.baseAddress!.assumingMemoryBound(to: CChar.self), $0.count, format, &parts)
        }
        return String(decoding: text.prefix(count), as: UTF8.self)
    }
}
