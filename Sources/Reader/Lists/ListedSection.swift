import Localization
import Newspaper

/// A row of the list of sections: its name, the stories in it, and how many of them are unread.
package struct ListedSection: Sendable, Equatable {
    package enum Name: Sendable, Hashable {
        /// Every story of the list.
        case all
        case named(String)
        /// The stories that neither a rubric nor a page name files anywhere.
        case unnamed
        /// The starred ones, of this list and of other editions.
        case starred
    }

    package let name: Name
    package internal(set) var stories: Positions
    package internal(set) var unread = 0

    package func title(in texts: Localization) -> String {
        switch name {
        case .all: texts(.allSections)
        case .named(let name): name
        case .unnamed: texts(.noSection)
        case .starred: "★ " + texts(.starredSection)
        }
    }
}
