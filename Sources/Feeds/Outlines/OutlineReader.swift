import TextDecoding
import XML

/// Reads the entries of an OPML document (OPML 1.0, 1.1, 2.0) from the calls of an XML reader; names of elements and attributes count
/// in either case.
final class OutlineReader: XMLHandler {
    private(set) var outlines: [Outline] = []
    /// What the head says, by the names of its elements.
    private(set) var head: [String: String] = [:]
    /// Whether it is OPML, and whether it has come to its end.
    private(set) var isOPML = false
    private(set) var isWhole = false

    private struct Frame {
        var outline: Outline
        /// Whether others are in it, so that its name is that of a section.
        var hasOthers = false
        /// Whether it has been taken for an entry.
        var isTaken: Bool
    }

    private var open: [Frame] = []
    private var path: [String] = []
    /// The element of the head that is open, and its text.
    private var field: (name: String, text: [UInt8])?
    private var depth = 0

    /// Names of sections that an entry keeps; those of deeper ones would take quadratic room.
    private static let deepest = 16
    /// UTF-8 bytes of a text of the head that count.
    private static let longest = 1 << 12

    func begin(_ name: XMLName, _ attributes: XMLAttributes) {
        depth += 1
        switch name.local.lowercased() {
        case "opml": isOPML = true
        case "outline": begin(attributes)
        case let local where open.isEmpty && depth <= 3: field = (local, [])
        default: break
        }
    }

    private func begin(_ attributes: XMLAttributes) {
        if let last = open.indices.last {
            let parent = open[last].outline
            // Every entry in it needs its name.
            if !open[last].hasOthers, path.count < Self.deepest { path.append(parent.title ?? parent.text ?? "") }
            open[last].hasOthers = true
        }
        var outline = Outline(attributes)
        outline.path = Array(path.prefix(open.count)).filter { !$0.isEmpty }
        let hasAddress = outline.feed != nil || outline.page != nil
        if hasAddress { outlines.append(outline) }
        open.append(Frame(outline: outline, isTaken: hasAddress))
    }

    func append(_ utf8: UnsafeRawBufferPointer) {
        guard let count = field?.text.count, count < Self.longest else { return }
        field?.text += utf8.prefix(Self.longest - count)
    }

    func end(_ name: XMLName) {
        depth -= 1
        switch name.local.lowercased() {
        case "opml": isWhole = true
        case "outline":
            guard let frame = open.popLast() else { break }
            if path.count > open.count { path.removeSubrange(open.count...) }
            let isText = frame.outline.title != nil || frame.outline.text != nil
            if !frame.isTaken, !frame.hasOthers, isText { outlines.append(frame.outline) }
        case let local:
            if let field, field.name == local {
                let text = cleanLine(String(decoding: field.text, as: UTF8.self)).trimmed
                if !text.isEmpty { head[local] = head[local] ?? text }
            }
            field = nil
        }
    }
}

extension Outline {
    fileprivate init(_ attributes: XMLAttributes) {
        var address: String?
        for (name, value) in attributes.all {
            let line = cleanLine(value).trimmed
            guard !line.isEmpty else { continue }
            switch name.lowercased() {
            case "title": title = line
            case "text": text = line
            case "xmlurl": feed = cleanName(line)
            case "htmlurl": page = cleanName(line)
            case "url": address = cleanName(line)
            case "description": description = cleanText(value).trimmed
            case "type": type = line
            case "version": version = line
            case "language": language = line
            case "created": created = line
            case "category":
                tags = line.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
            default: break
            }
        }
        guard let address else { return }
        // Some have the feed's address so; else it is that of a page, or of another list.
        if ["rss", "atom", "feed"].contains(type?.lowercased()) {
            feed = feed ?? address
        } else {
            page = page ?? address
        }
    }
}
