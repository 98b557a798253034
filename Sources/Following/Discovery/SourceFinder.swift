import Markup
import Newspaper

/// Looks for the feed that somebody means by an address: what is there itself, what the page there names, or what is where sites
/// usually have their feeds.
package struct SourceFinder {
    private let round: FetchRound
    private let goesOn: () -> Bool

    /// A feed that has been read.
    package struct Found: Sendable {
        package var address: FollowedSource.Address
        /// What it calls itself.
        package var title: String?
        package var count: Int
        /// The first headlines of its list.
        package var newest: [String]
    }

    /// What there is at an address.
    package enum Answer: Sendable {
        /// A feed, or what a program printed, or a folder.
        case source(Found)
        /// A page that names several feeds; none of them has been asked.
        case several([FeedLinks.Entry])
        /// A page that has no feed.
        case page
    }

    /// Headlines that are shown of a feed.
    private static let shown = 3

    /// - Parameters:
    ///   - round: asks as it asks what is followed.
    ///   - goesOn: asked several times a second; false cancels.
    package init(_ round: FetchRound, while goesOn: @escaping () -> Bool = { true }) {
        (self.round, self.goesOn) = (round, goesOn)
    }

    /// What there is at a source's address.
    package func find(_ source: FollowedSource) throws(FetchRound.Trouble) -> Answer {
        let given = try round.look(at: source, while: goesOn)
        guard case .web(let address) = source.address, let body = given.body, !given.reading.isFeed else {
            return .source(found(given, at: source.address))
        }
        let links = FeedLinks(body, declared: nil, address: given.address ?? address)
        // Feeds of comments come last, and nobody means them where there is another one.
        if links.entries.count > 1 { return .several(links.entries) }
        for entry in links.entries {
            guard let found = try look(at: entry.address, source) else { continue }
            return .source(found)
        }
        for guess in FeedLinks.guesses(for: given.address ?? address) where goesOn() {
            if let found = try look(at: guess, source) { return .source(found) }
        }
        return .page
    }

    /// The feed at an address that a page names; nil where there is none.
    private func look(
        at address: String, _ source: FollowedSource
    ) throws(FetchRound.Trouble) -> Found? {
        guard let place = FollowedSource.Address(address) else { return nil }
        var other = source
        other.address = place
        do throws(FetchRound.Trouble) {
            let given = try round.look(at: other, while: goesOn)
            return given.reading.isFeed ? found(given, at: place) : nil
        } catch {
            if error == .fetch(.cancelled) || error == .fetch(.libraryMissing) { throw error }
            return nil
        }
    }

    private func found(_ given: FetchRound.Given, at address: FollowedSource.Address) -> Found {
        let list = given.reading.list
        let newest = (0..<min(list.count, Self.shown)).compactMap { list.header(at: $0).title }
        // Where all redirects are for good, that is where it is.
        let moved = given.permanentAddress.flatMap(FollowedSource.Address.init)
        return Found(address: moved ?? address, title: list.title, count: list.count, newest: newest)
    }
}
