import CGumbo
import TextDecoding

/// What the system of a digital paper says of a story beside its text: fields in comments (`enpproperty`), or in elements of its own
/// (`founder-title`).
struct PaperProperties {
    private var fields: [String: String] = [:]
    /// Where the page was saved from, as the program says that saved it.
    private(set) var origin: String?

    private static let names: Set<String> = [
        "articleid", "date", "author", "title", "keyword", "subtitle", "introtitle", "siteid", "nodeid", "nodename",
        "nodelink", "url", "urlpad", "sourcename", "pagenum", "type", "abstract",
    ]
    /// UTF-8 bytes of a field.
    private static let longest = 4096

    init(_ tree: HTMLTree) {
        for remark in tree.remarks {
            if remark.contains(UInt8(ascii: "<")) { read(remark) } else { readOrigin(remark) }
        }
        guard tree.records.contains(where: { $0.paperElement != nil }) else { return }
        for node in tree.nodes.indices {
            guard let element = tree.record(of: node)?.paperElement, element != .content,
                tree.nodes[node].text.count <= Self.longest
            else { continue }
            if fields["\(element)"] == nil, let line = tree.line(of: node) {
                fields["\(element)"] = HTMLText.line(line)
            }
        }
    }

    /// Whether nothing is said of a story.
    var isEmpty: Bool { fields.isEmpty }

    /// Whether they are a story's, and not those of a page.
    var isOfStory: Bool { fields["title"] != nil || fields["articleid"] != nil }

    /// A field as one line; nil where it is blank.
    subscript(name: String) -> String? { fields[name] }

    /// `<name>value</name>`, one after another; a value may be CDATA, and may hold tags of its own.
    private mutating func read(_ remark: [UInt8]) {
        var open: (name: String, start: Int)?
        var at = 0
        while at < remark.count {
            guard remark[at] == UInt8(ascii: "<") else {
                at += 1
                continue
            }
            let start = at
            at += 1
            let isEnd = at < remark.count && remark[at] == UInt8(ascii: "/")
            if isEnd { at += 1 }
            var name = remark[at...].prefix(32).prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
            guard name.endIndex < remark.count, remark[name.endIndex] == UInt8(ascii: ">") else { continue }
            at = name.endIndex + 1
            if name.starts(with: "founder-".utf8) { name = name.dropFirst(8) }
            let key = String(decoding: name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
            guard Self.names.contains(key) else { continue }
            if !isEnd {
                open = (key, at)
            } else if let (name, from) = open, name == key {
                if fields[key] == nil, start - from <= Self.longest { fields[key] = Self.line(remark[from..<start]) }
                open = nil
            }
        }
    }

    private static func line(_ value: ArraySlice<UInt8>) -> String? {
        var text = String(decoding: value, as: UTF8.self)
        if text.contains("<![CDATA[") {
            text = text.replacing("<![CDATA[", with: "").replacing("]]>", with: "")
        }
        // Some write their markup down twice.
        let line = HTMLText.line(HTMLText.line(text)).trimmed
        return line.isEmpty ? nil : line
    }

    private mutating func readOrigin(_ remark: [UInt8]) {
        let text = String(decoding: remark.prefix(2400), as: UTF8.self)
        guard origin == nil, let start = text.firstRange(of: "http")?.lowerBound else { return }
        origin = String(text[start...].prefix { !$0.isWhitespace })
    }
}
