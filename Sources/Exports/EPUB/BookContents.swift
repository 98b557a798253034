import Newspaper

/// What a book's navigation says: sections in the order of the stories, each run of stories of one section by itself.
struct BookContents {
    struct Entry {
        var title: String
        var path: String
        var id: StoryID
    }

    /// nil for stories that are filed nowhere.
    private(set) var sections: [(name: String?, entries: [Entry])] = []
    /// The day of the edition, or a later one on which a story was changed: "2026-11-20"; nil where none is known.
    private(set) var day: String?

    init(_ input: ExportInput) { day = input.list.date }

    var entries: [Entry] { sections.flatMap(\.entries) }

    /// Adds a story, and gives the path of its document.
    mutating func add(_ story: Story, title: String) -> String {
        let entry = Entry(title: title, path: "stories/\(story.id).xhtml", id: story.id)
        let section = story.section.flatMap { $0.isEmpty ? nil : $0 }
        if sections.last.map({ $0.name == section }) != true { sections.append((section, [])) }
        sections[sections.count - 1].entries.append(entry)
        for time in [story.web.modified, story.web.published].compactMap(\.self) {
            guard let found = FeedTime(time)?.rfc3339.prefix(10), found > day ?? "" else { continue }
            day = String(found)
        }
        return entry.path
    }
}
