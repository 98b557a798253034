import Feeds
import Newspaper

/// The forms in which other readers keep what they follow.
package enum SourceListFormat: String, CaseIterable, Sendable {
    /// OPML 2.0: an outline for each section.
    case opml
    /// newsboat's `urls`.
    case urls
    /// sfeed's `sfeedrc`, a file of the shell.
    case sfeedrc

    /// The file of these sources. Those that are not of the web, which other readers would not know what to do with, are left out;
    /// so is all that says how a source is asked.
    ///
    /// - Parameter name: what a source is called.
    package func text(of sources: [FollowedSource], name: (FollowedSource) -> String) -> String {
        let feeds = sources.compactMap { source in
            if case .web(let address) = source.address { return (source, address) }
            return nil
        }
        switch self {
        case .opml: return Self.outline(feeds, name)
        case .urls:
            return feeds.map { source, address in
                var line = address + " " + Self.quoted("~" + name(source), "\"", "\"\\")
                if let section = source.section { line += " " + Self.quoted(section, "\"", "\"\\") }
                return line + "\n"
            }.joined()
        case .sfeedrc:
            let lines = feeds.map { "\tfeed \(Self.shell(name($0))) \(Self.shell($1))\n" }
            return "feeds() {\n" + lines.joined() + "}\n"
        }
    }

    private static func outline(_ feeds: [(FollowedSource, String)], _ name: (FollowedSource) -> String) -> String {
        var sections: [(name: String?, lines: [String])] = []
        for (source, address) in feeds {
            let title = attribute(name(source))
            let line = "<outline type=\"rss\" text=\"\(title)\" title=\"\(title)\" xmlUrl=\"\(attribute(address))\"/>\n"
            if let place = sections.firstIndex(where: { $0.name == source.section }) {
                sections[place].lines.append(line)
            } else {
                sections.append((source.section, [line]))
            }
        }
        var text =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>Broadsheet</title></head>\n<body>\n"
        for section in sections {
            if let name = section.name {
                text += "<outline text=\"\(attribute(name))\">\n" + section.lines.joined() + "</outline>\n"
            } else {
                text += section.lines.joined()
            }
        }
        return text + "</body>\n</opml>\n"
    }

    /// XML 1.0, 2.4; control characters are no part of it.
    private static func attribute(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case "\"": text += "&quot;"
            case _ where scalar.value < 0x20: text += " "
            default: text.unicodeScalars.append(scalar)
            }
        }
    }

    private static func quoted(_ text: String, _ quote: String, _ escaped: String) -> String {
        quote
            + text.unicodeScalars.reduce(into: "") { text, scalar in
                if escaped.unicodeScalars.contains(scalar) { text += "\\" }
                if scalar.value >= 0x20 { text.unicodeScalars.append(scalar) }
            } + quote
    }

    /// A word that the shell takes as it is: between apostrophes, each of which is written outside of them.
    private static func shell(_ text: String) -> String {
        "'"
            + text.unicodeScalars.reduce(into: "") { text, scalar in
                if scalar == "'" { text += "'\\''" } else if scalar.value >= 0x20 { text.unicodeScalars.append(scalar) }
            } + "'"
    }
}
