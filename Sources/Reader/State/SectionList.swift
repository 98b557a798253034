import Newspaper
import Localization

/// A section and the stories that stand in it.
package struct SectionList: Sendable, Equatable {
    package enum Name: Sendable, Hashable {
        /// Every story of the edition.
        case all
        case named(String)
        /// The stories that no rubric and no page name files anywhere.
        case unnamed
        /// The starred ones, of this edition and of others.
        case starred
    }

    package var name: Name
    /// Indices into the edition's stories, in the order of print.
    package var stories: [Int]

    package func title(in texts: Localization) -> String {
        switch name {
        case .all: texts(.allSections)
        case .named(let name): name
        case .unnamed: texts(.noSection)
        case .starred: "★ " + texts(.starredSection)
        }
    }

    /// The whole edition first, then its sections in the order in which they are first met.
    static func all(of edition: Edition) -> [SectionList] {
        var lists = [SectionList(name: .all, stories: Array(edition.stories.indices))]
        var known: [Name: Int] = [:]
        for (index, story) in edition.stories.enumerated() {
            let name = story.section.map(Name.named) ?? .unnamed
            if let list = known[name] {
                lists[list].stories.append(index)
            } else {
                known[name] = lists.count
                lists.append(SectionList(name: name, stories: [index]))
            }
        }
        // A lone section says nothing that 全部 does not say.
        return lists.count == 2 && lists[1].name == .unnamed ? [lists[0]] : lists
    }
}
