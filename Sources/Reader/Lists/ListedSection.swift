import Localization
import Newspaper

/// A row of the list of sections: its name, the stories in it, and how many of them are unread.
struct ListedSection: Sendable, Equatable {
    enum Name: Sendable, Hashable {
        /// Every story of the list.
        case all
        case named(String)
        /// The stories that neither a rubric nor a page name files anywhere.
        case unnamed
        /// The starred ones, of this list and of other editions.
        case starred
    }

    let name: Name
    var stories: Positions
    var unread = 0

    func title(in texts: Localization) -> String {
        switch name {
        case .all: texts(.allSections)
        case .named(let name): name
        case .unnamed: texts(.noSection)
        case .starred: "★ " + texts(.starredSection)
        }
    }
}
