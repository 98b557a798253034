import Newspaper
import PageText

/// What was read of one or several editions.
package struct LoadedContent: Sendable {
    /// How much of the editions is wanted.
    package enum Detail: Sendable {
        /// The pages' texts alone, nothing made of them; feeds have no other form than their stories.
        case sources
        /// A list of stories.
        case stories
    }

    /// The editions that were opened.
    package internal(set) var editions: [EditionReference] = []
    /// Their stories, one edition after another.
    package internal(set) var list: any StoryList = StoriesInMemory(Edition())
    /// The texts of their pages, in order.
    package internal(set) var sources: [PageSource] = []
    /// What was done to texts while they were decoded, in the order of the files.
    package internal(set) var notes: [SourceNote] = []
    /// What could not be read, in the order of the files.
    package internal(set) var faults: [SourceFault] = []
    /// Files that were read, and those that there were.
    package internal(set) var files = (read: 0, all: 0)
    /// Whether reading was stopped before its end; what was read until then is here.
    package internal(set) var isStopped = false

    /// Nothing.
    package init() {}

    /// Whether nothing was read.
    package var isEmpty: Bool { list.isEmpty && sources.isEmpty }
}
