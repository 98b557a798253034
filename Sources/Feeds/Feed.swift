import FoundationEssentials
import Newspaper

/// JSON Feed 1.1 (jsonfeed.org/version/1.1) with what a newspaper has and a feed has not under `_broadsheet`.
package enum Feed {
    static let version = "https://jsonfeed.org/version/1.1"

    /// Writes the edition as one document, item by item, so that only one item's text is held at a time.
    ///
    /// - Parameters:
    ///   - fileName: the title where neither publication nor page has a name.
    ///   - write: called with each part of the document, in order; UTF-8.
    package static func write(_ edition: Edition, fileName: String, to write: (ArraySlice<UInt8>) throws -> Void) throws
    {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        func put(_ value: some Encodable) throws { try write(ArraySlice(encoder.encode(value))) }
        func put(text: String) throws { try write(ArraySlice(text.utf8)) }

        try put(text: #"{"version":"#)
        try put(version)
        try put(text: #","title":"#)
        try put(title(edition, fileName: fileName))
        if let language = edition.language {
            try put(text: #","language":"#)
            try put(language)
        }
        try put(text: #","_broadsheet":{"pages":"#)
        try put(edition.pages.map(FeedPage.init))
        try put(text: #","furniture":["#)
        for (place, text) in edition.furniture.enumerated() {
            try put(text: place == 0 ? "\n" : ",\n")
            try put(text)
        }
        try put(text: #"]},"items":["#)
        for (place, story) in edition.stories.enumerated() {
            try put(text: place == 0 ? "\n" : ",\n")
            let date = edition.pages.indices.contains(story.page) ? edition.pages[story.page].date : nil
            try put(FeedItem(story, date: date ?? edition.date))
        }
        try put(text: "]}\n")
    }

    static func title(_ edition: Edition, fileName: String) -> String {
        edition.title ?? edition.pages.lazy.compactMap(\.name).first ?? fileName
    }
}
