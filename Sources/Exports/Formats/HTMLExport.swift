import Localization
import Newspaper

extension ExportFormat {
    /// One page of HTML that needs nothing else: contents, then the stories by their sections. It loads nothing and runs nothing.
    static let html = ExportFormat(name: "html", isText: true) { input, write in
        let list = input.list
        var text = XMLText()
        text.append("<!DOCTYPE html>\n<html lang=\"")
        text.append(text: input.language)
        text.append("\">\n<head>\n<meta charset=\"utf-8\">\n")
        text.append("title", text: input.title)
        text.append(
            "<meta name=\"viewport\" content=\"width=device-width\">\n<style>\n\(style)</style>\n</head>\n<body>\n")
        text.append("<header>\n")
        text.append("h1", text: input.title)
        text.append("p", class: "times", text: list.date.map(input.texts.time))
        text.append("</header>\n")
        text.append(contentsOf: input)
        for (number, section) in list.sections.enumerated() {
            text.append("<section id=\"section-\(number + 1)\">\n")
            text.append("h2", text: section.name)
            for position in section.positions {
                guard let story = list.story(at: Int(position)) else { continue }
                text.append("<article id=\"\(story.id)\"")
                if let language = story.web.language {
                    text.append(" lang=\"")
                    text.append(text: language)
                    text.append("\"")
                }
                text.append(">\n")
                text.append(
                    story, rank: 3, pictures: .link(input.texts(.picture)),
                    times: story.web.published.map(input.texts.time))
                if let link = story.link.flatMap({ Link($0) }) {
                    text.append("<p class=\"address\"><a href=\"")
                    text.append(text: link.address)
                    text.append("\">")
                    text.append(text: link.shown)
                    text.append("</a></p>\n")
                }
                text.append("</article>\n")
                // A story at a time.
                try write(text.bytes[...])
                text = XMLText()
            }
            text.append("</section>\n")
        }
        text.append("</body>\n</html>\n")
        try write(text.bytes[...])
    }

    private static let style = """
        body { max-width: 40em; margin: 0 auto; padding: 1em; line-height: 1.6; font-family: serif; }
        h1, h3, .kicker, .deck, .byline, .times { text-align: center; margin: 0.3em 0; text-indent: 0; }
        h2 { border-top: 2px solid; border-bottom: 1px solid; margin-top: 2em; }
        article { border-bottom: 1px solid; padding: 1em 0; }
        p { margin: 0; text-indent: 2em; }
        li > p, dd > p, blockquote > p, .printed-photo, .address { text-indent: 0; }
        blockquote { margin: 0.6em 2em; }
        figure { margin: 1em 0; text-align: center; }
        figcaption, .printed-photo, .address { font-size: 0.9em; overflow-wrap: anywhere; }
        .jump-from, .jump-to { text-align: right; }
        ul.plain { list-style: none; }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; }
        td { padding-right: 1em; vertical-align: top; }

        """
}

extension XMLText {
    /// Appends the list of sections and stories.
    fileprivate mutating func append(contentsOf input: ExportInput) {
        append("<nav>\n<ul>\n")
        for (number, section) in input.list.sections.enumerated() {
            if let name = section.name {
                append("<li><a href=\"#section-\(number + 1)\">")
                append(text: name)
                append("</a>\n<ul>\n")
            }
            for position in section.positions {
                let header = input.list.header(at: Int(position))
                append("<li><a href=\"#\(header.id)\">")
                append(text: header.title ?? input.texts(.untitled))
                append("</a></li>\n")
            }
            if section.name != nil { append("</ul>\n</li>\n") }
        }
        append("</ul>\n</nav>\n")
    }
}
