import Newspaper

/// Something that the reader follows: what `sources.toml` says of it.
package struct FollowedSource: Equatable, Sendable {
    /// Where it is.
    package enum Address: Hashable, Sendable {
        /// A feed or a page of the web: http or https.
        case web(String)
        /// A file or a folder on this machine: an absolute path, or one that begins with `~/`.
        case path(String)
        /// A program whose output is read, with its arguments; no shell reads them.
        case command([String])
    }

    package var address: Address
    /// What the reader calls it; nil for what it calls itself.
    package var name: String?
    /// The section of the day's edition that its stories are filed under; nil for its name.
    package var section: String?
    /// Seconds from one fetch to the next, at least; nil for what the source itself asks for.
    package var interval: Int?
    /// Stories of one day that are taken; the newest. Nil for all.
    package var most: Int?
    /// Whether its stories are read on their own pages, since it has only their beginnings.
    package var wantsArticles = false
    /// BCP 47; nil for what the source says.
    package var language: String?
    /// What happens to its stories, before the filters of all sources; `[[source.filter]]`.
    package var filters: [StoryFilter] = []
    /// How it is asked for.
    package var access = Access()
    /// Its line in the file, from 1.
    package var line = 0

    /// What is sent with a request, and by what way.
    package struct Access: Equatable, Sendable {
        package var userAgent: String?
        package var proxy: String?
        /// The path of a file of cookies, as browsers and curl write it.
        package var cookies: String?
        /// "Name: value", each on a line of its own.
        package var headers: [String] = []
        package var user: String?
        /// The program that prints the password, with its arguments.
        package var passwordCommand: [String] = []
    }

    /// A source with nothing but an address.
    package init(_ address: Address) { self.address = address }
}

extension FollowedSource.Address {
    /// The address as the file has it: a web address, a path, or `exec:` with a program; nil for what is none of them.
    package init?(_ text: String) {
        let text = text.drop { $0 == " " }
        if text.hasPrefix("exec:") {
            let words = text.dropFirst(5).split(separator: " ").map(String.init)
            guard !words.isEmpty else { return nil }
            self = .command(words)
        } else if text.hasPrefix("/") || text.hasPrefix("~/") {
            self = .path(String(text))
        } else if text.hasPrefix("file:///") {
            self = .path(String(text.dropFirst(7)))
        } else {
            // What people call feeds in their own readers.
            var address = text
            for other in ["feed://", "rss://"] where address.hasPrefix(other) {
                address = "https://" + address.dropFirst(other.count)
            }
            if address.hasPrefix("feed:http") { address = address.dropFirst(5) }
            let bytes = address.utf8
            if bytes.firstRange(of: "://".utf8) == nil, bytes.contains(UInt8(ascii: ".")), !bytes.contains(0x20) {
                address = "https://" + address
            }
            guard let link = Link(String(address)), !link.address.hasPrefix("mailto:") else { return nil }
            self = .web(link.address)
        }
    }

    /// As it is written in the file.
    package var text: String {
        switch self {
        case .web(let address): address
        case .path(let path): path
        case .command(let words): "exec:" + words.joined(separator: " ")
        }
    }
}
