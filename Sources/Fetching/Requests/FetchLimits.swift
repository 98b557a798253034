/// How much of an answer may come, and how long it may take. The time that a request waits for its turn does not count.
package struct FetchLimits: Sendable, Hashable {
    /// Bytes of the body, after it has been decompressed.
    package var bytes: Int
    /// Seconds from the start to the last byte, redirects included.
    package var seconds: Int
    /// Seconds in which no line of the head and no byte of the body comes; those in which a connection is made count too.
    package var silentSeconds: Int
    /// How many redirects are followed.
    package var redirects: Int

    /// Limits; without arguments, those of a feed.
    package init(bytes: Int = 16 << 20, seconds: Int = 60, silentSeconds: Int = 20, redirects: Int = 8) {
        self.bytes = bytes
        self.seconds = seconds
        self.silentSeconds = silentSeconds
        self.redirects = redirects
    }
}
