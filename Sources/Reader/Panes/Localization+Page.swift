import Localization
import Newspaper
import TextDecoding

extension Localization {
    /// A page's number and name; empty where it has neither.
    package func name(of page: Page) -> String {
        let parts = [page.number.map { self(.pageNumber, $0) }, page.name].compactMap(\.self)
        return ShownText.of(parts.connected(by: " · "))
    }
}
