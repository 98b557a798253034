/// Writes elements of XML as text. Names are the caller's to get right; texts and values may be anything.
package struct XMLWriter {
    /// What has been written since it was taken last.
    package private(set) var text = ""
    private var open: [String] = []

    /// A document of which nothing is written.
    package init() {}

    /// Begins an element on a line of its own; attributes without a value are left out.
    package mutating func begin(_ name: String, _ attributes: [(String, String?)] = []) {
        write(name, attributes, end: ">")
        text += "\n"
        open.append(name)
    }

    /// Ends the element that began last.
    package mutating func end() {
        guard let name = open.popLast() else { return }
        indent()
        text += "</\(name)>\n"
    }

    /// Writes an element with a text; without one, where that is nil, none.
    package mutating func element(_ name: String, _ content: String?, _ attributes: [(String, String?)] = []) {
        guard let content else { return }
        write(name, attributes, end: ">")
        text += XMLText.escaped(content) + "</\(name)>\n"
    }

    /// Writes an element that has nothing but attributes.
    package mutating func empty(_ name: String, _ attributes: [(String, String?)]) {
        write(name, attributes, end: "/>")
        text += "\n"
    }

    /// Writes the declaration that documents in UTF-8 begin with.
    package mutating func declaration() { text += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" }

    /// Gives what has been written, and forgets it.
    package mutating func take() -> ArraySlice<UInt8> {
        defer { text = "" }
        return ArraySlice(text.utf8)
    }

    private mutating func write(_ name: String, _ attributes: [(String, String?)], end: String) {
        indent()
        text += "<" + name
        for (key, value) in attributes {
            if let value { text += " \(key)=\"\(XMLText.escaped(value, isAttribute: true))\"" }
        }
        text += end
    }

    private mutating func indent() { for _ in 0..<min(open.count, 16) { text += "  " } }
}
