import Localization
import Newspaper
import Settings

/// What is exported, and in which words.
package struct ExportInput: Sendable {
    /// The stories, in the order in which they are written.
    package let list: any StoryList
    /// What to call the whole where neither publication nor page has a name.
    package let fileName: String
    /// The words of the document's own parts, its contents and its notes.
    package let texts: Localization
    /// How stories are set where lines are.
    package let settings: ReadingSettings

    /// Stories with the words around them.
    package init(
        _ list: any StoryList, fileName: String, texts: Localization, settings: ReadingSettings = ReadingSettings()
    ) {
        self.list = list
        self.fileName = fileName
        self.texts = texts
        self.settings = settings
    }

    /// The publication's name, else the first page's, else the file's.
    package var title: String { list.title ?? list.pages.lazy.compactMap(\.name).first ?? fileName }
}
