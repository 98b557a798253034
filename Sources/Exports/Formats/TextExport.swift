import Localization
import Newspaper
import Reader

extension ExportFormat {
    /// Plain text, as a newspaper sets it: the name and the day, then the stories, each below the name of its section. It can be read
    /// again as a page.
    static let text = ExportFormat(name: "text", isText: true) { input, write in
        let list = input.list
        var settings = input.settings
        // The text is the source's own, and its lines end where they end.
        settings.restoresPunctuation = false
        settings.isJustified = false
        settings.hanging = .none
        settings.padsQuotes = false
        func put(_ line: String) throws { try write(ArraySlice((line + "\n").utf8)) }
        try put([input.title, list.date].compactMap(\.self).joined(separator: "  "))
        for position in 0..<list.count {
            guard let story = list.story(at: position) else { continue }
            try put("")
            if let section = story.section {
                try put(section)
                try put("")
            }
            let document = StoryDocument(story, texts: input.texts, settings: settings)
            var lines: [String] = []
            document.forEachLine(measure: settings.measure) { lines.append($0) }
            // Where a story ends the next one's section says.
            while let last = lines.last, last.allSatisfy({ $0 == " " || $0 == "■" }) { lines.removeLast() }
            for line in lines { try put(line) }
            if !document.links.isEmpty { try put("") }
            for line in document.linkLines { try put(line) }
        }
    }
}
