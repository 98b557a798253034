import Settings
import Newspaper
import Typesetting

/// What the reader takes out of the paper: copies, and text for their own commands.
extension ReaderState {
    /// The story as plain text: headline, byline, its text in paragraphs with a blank line between them, and where it
    /// stands.
    func plainText(of position: Int) -> String {
        let document = setStory(position).document
        var text = ""
        var last: StoryDocument.Part?
        for part in document.parts[...document.lastPart] where !part.text.isEmpty {
            if let last { text += part.continues(last) ? "\n" : "\n\n" }
            text += part.role == .code || part.role == .row ? part.text : marked(part) + shown(part.text)
            last = part
        }
        if !document.links.isEmpty { text += "\n\n" + document.linkLines.joined(separator: "\n") }
        text += "\n\n" + citation(of: position) + "\n"
        if let link = document.story.link.flatMap(Link.init) { text += link.address + "\n" }
        return text
    }

    /// What stands before a part's words, after the indent of the lists that it is in.
    private func marked(_ part: StoryDocument.Part) -> String {
        guard part.role == .item else { return "" }
        let indent = String(repeating: "  ", count: part.level)
        let blanks = String(repeating: " ", count: part.markCells + 1)
        return indent + (part.mark.map { $0 + " " } ?? blanks)
    }

    /// Paper, date, page, headline; what is not known is left out.
    func citation(of position: Int) -> String {
        var parts = [stories.paper(at: position), stories.date(at: position).map(localDate)].compactMap(\.self)
            .filter { !$0.isEmpty }
        if let number = stories.page(at: position)?.number { parts.append(texts(.pageNumber, number)) }
        if let headline = setStory(position).document.story.headline {
            parts.append(texts(.citationHeadline, shown(headline)))
        }
        return "— " + parts.joined(separator: texts.language.hasPrefix("zh") ? "，" : ", ")
    }

    /// The text as it is read, its marks full-width again where the settings want that; soft hyphens are for lines.
    private func shown(_ text: String) -> String {
        var shown = text
        if settings.restoresPunctuation {
            let restorations = restorations(of: text)
            if !restorations.isEmpty {
                let bytes = Array(text.utf8)
                var result: [UInt8] = []
                var place = 0
                for restoration in restorations where restoration.source.lowerBound >= place {
                    result += bytes[place..<restoration.source.lowerBound]
                    // A space beside the mark stood in for its other half.
                    if result.last == 0x20 { result.removeLast() }
                    result += restoration.shown.utf8
                    place = restoration.source.upperBound
                    if place < bytes.count, bytes[place] == 0x20 { place += 1 }
                }
                shown = String(decoding: result + bytes[place...], as: UTF8.self)
            }
        }
        func isForLines(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{AD}" || scalar == "\u{2060}" }
        if shown.unicodeScalars.contains(where: isForLines) { shown.unicodeScalars.removeAll(where: isForLines) }
        return shown
    }

    mutating func copy() -> [Effect] { position.map { [.copy(plainText(of: $0))] } ?? [] }

    /// The first paragraph on the screen; what stands there where there is none.
    mutating func copyParagraph() -> [Effect] {
        guard let position else { return [] }
        let document = setStory(position).document
        let shown = shownLines.map(\.paragraph).filter { $0 <= document.lastPart && !document.parts[$0].text.isEmpty }
        guard let part = shown.first(where: { document.parts[$0].body != nil }) ?? shown.first else { return [] }
        return [.copy(self.shown(document.parts[part].text) + "\n")]
    }

    mutating func pipe(to command: String) -> [Effect] {
        guard let position, command.contains(where: { $0 != " " }) else { return [] }
        search.commands.removeAll { $0 == command }
        search.commands.append(command)
        return [.pipe(command: command, text: plainText(of: position))]
    }
}

extension StoryDocument {
    /// The numbers of its links with where they lead.
    package var linkLines: [String] { links.enumerated().map { "[\($0 + 1)] \($1.shown)" } }
}

extension StoryDocument.Part {
    /// Whether it stands on the line below another without a blank one between them.
    fileprivate func continues(_ last: Self) -> Bool {
        switch role {
        case .kicker, .headline, .deck, .byline:
            switch last.role {
            case .kicker, .headline, .deck, .byline: true
            default: false
            }
        case .item: last.role == .item
        case .code, .row: last.role == role && last.body == body
        default: false
        }
    }
}
