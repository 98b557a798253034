import Newspaper

/// Writes a document of XML element by element, a line each. Names are the caller's to get right; texts and values may be anything.
struct XMLElements {
    private var text = XMLText()
    private var open: [String] = []

    /// A document of which the declaration is written.
    init() { text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }

    /// Begins an element; attributes without a value are left out.
    mutating func begin(_ name: String, _ attributes: [(String, String?)] = []) {
        write(name, attributes, end: ">\n")
        open.append(name)
    }

    /// Ends the element that began last.
    mutating func end() {
        guard let name = open.popLast() else { return }
        indent()
        text.append("</\(name)>\n")
    }

    /// Writes an element with a text; none where that is nil.
    mutating func element(_ name: String, _ content: String?, _ attributes: [(String, String?)] = []) {
        guard let content else { return }
        write(name, attributes, end: ">")
        text.append(text: content)
        text.append("</\(name)>\n")
    }

    /// Writes an element that has nothing but attributes.
    mutating func empty(_ name: String, _ attributes: [(String, String?)]) { write(name, attributes, end: "/>\n") }

    /// Gives what has been written, and forgets it.
    mutating func take() -> ArraySlice<UInt8> {
        defer { text = XMLText() }
        return text.bytes[...]
    }

    private mutating func write(_ name: String, _ attributes: [(String, String?)], end: String) {
        indent()
        text.append("<" + name)
        for (key, value) in attributes {
            guard let value else { continue }
            text.append(" \(key)=\"")
            text.append(value: value)
            text.append("\"")
        }
        text.append(end)
    }

    private mutating func indent() { text.append(String(repeating: "  ", count: min(open.count, 16))) }
}

extension XMLText {
    /// Appends the value of an attribute whose line breaks and tabs are to stay (XML 1.0, 3.3.3).
    fileprivate mutating func append(value: String) {
        for (number, line) in value.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if number > 0 { append("&#10;") }
            append(text: String(line))
        }
    }
}

extension FeedTime {
    /// RFC 5322, 3.3, as RSS and OPML have times; one that says nothing of UTC is taken for it, and so is midnight of a day alone.
    var mail: String {
        func figures(_ value: Int, _ count: Int = 2) -> String {
            let text = String(value)
            return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
        }
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let clock = minutes ?? 0
        let zone = abs(offset ?? 0)
        return "\(figures(day)) \(months[month - 1]) \(figures(year, 4)) "
            + "\(figures(clock / 60)):\(figures(clock % 60)):\(figures(min(second, 59))) "
            + ((offset ?? 0) < 0 ? "-" : "+") + figures(zone / 60) + figures(zone % 60)
    }
}
