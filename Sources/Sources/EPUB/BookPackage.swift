import Markup
import Newspaper

/// What a book's package document says: its metadata, its files, their order (EPUB 3.3, 5; OPF 2.0.1).
struct BookPackage {
    struct Item {
        var path: String
        var type: String
        /// "nav", "cover-image".
        var properties: Set<String> = []
    }

    private(set) var title: String?
    private(set) var creators: [String] = []
    private(set) var publisher: String?
    private(set) var description: String?
    private(set) var subjects: [String] = []
    /// As it says first.
    private(set) var language: String?
    /// ISO 8601 calendar date of its publication.
    private(set) var date: String?
    /// What names the book wherever its file is; nil where nothing does.
    private(set) var identifier: String?
    /// Its documents in the order of reading: their paths.
    private(set) var spine: [String] = []
    /// The path of the EPUB 3 navigation document, and of the NCX.
    private(set) var navigation: String?
    private(set) var ncx: String?
    /// What the package says of documents by their paths: "cover", "toc", "title-page".
    private(set) var roles: [String: String] = [:]

    /// - Parameter path: of the package document, from which its references lead on.
    init(_ bytes: [UInt8], path: String) {
        let reader = BookXML.read(bytes, with: Reader.init, begin: { $0.begin($1) }, end: { $0.end($1, $2) })
        func resolved(_ reference: String) -> String? { BookPath.resolve(reference, from: path)?.path }
        var items: [String: Item] = [:]
        for (id, href, type, properties) in reader.items {
            guard let path = resolved(href), items[id] == nil else { continue }
            items[id] = Item(path: path, type: type, properties: properties)
            if properties.contains("nav"), navigation == nil { navigation = path }
        }
        spine = reader.spine.compactMap { items[$0] }.filter { !$0.type.hasPrefix("image/") }.map(\.path)
        ncx = (reader.toc.flatMap { items[$0] } ?? items.values.first { $0.type == "application/x-dtbncx+xml" })?.path
        for (type, href) in reader.guide {
            if let path = resolved(href), roles[path] == nil { roles[path] = type }
        }
        if let navigation, roles[navigation] == nil { roles[navigation] = "toc" }
        readMetadata(reader)
    }

    private mutating func readMetadata(_ reader: Reader) {
        func texts(_ name: String) -> [Metadata] { reader.metadata.filter { $0.name == name } }
        func refined(_ value: Metadata, _ property: String) -> String? {
            value.id.flatMap { id in
                reader.properties.first { $0.refines == "#" + id && $0.property == property }?.value
            }
        }
        let titles = texts("title")
        title = Self.periodical(reader) ?? (titles.first { refined($0, "title-type") == "main" } ?? titles.first)?.text
        creators = texts("creator").filter { creator in
            // calibre names itself where nobody wrote it.
            let role = creator.role ?? refined(creator, "role") ?? "aut"
            return creator.text != "calibre" && role == "aut"
        }.map(\.text)
        publisher = texts("publisher").map(\.text).first { $0 != "calibre" }
        description = texts("description").first.map { HTMLText.line($0.text) }
        subjects = texts("subject").map(\.text)
        language = texts("language").first?.text
        let dates = texts("date").filter { $0.event != "modification" && $0.event != "creation" }
        date = (dates.first { $0.event == "publication" } ?? dates.first).flatMap { Self.day($0.text) }
        let identifiers = texts("identifier")
        identifier = (identifiers.first { $0.id != nil && $0.id == reader.identifier } ?? identifiers.first)?.text
    }

    /// The name of the newspaper that calibre made the book of; the book's own title has the day in it.
    private static func periodical(_ reader: Reader) -> String? {
        let type = reader.properties.first { $0.property == "calibre:publication_type" }?.value
        guard let parts = type?.split(separator: ":", maxSplits: 2), parts.count == 3, parts[0] == "periodical" else {
            return nil
        }
        return String(parts[2])
    }

    /// "2026-11-20" of "2026-11-20T06:00:00+08:00"; nil of a year alone.
    private static func day(_ text: String) -> String? {
        guard let seconds = FeedTime(text), text.utf8.count >= 8 else { return nil }
        let isWritten = text.utf8.count >= 10 && text.utf8.dropFirst(4).first == UInt8(ascii: "-")
        return isWritten ? String(text.prefix(10)) : String(seconds.rfc3339.prefix(10))
    }

    // MARK: - Reading

    struct Metadata {
        var name: String
        var id: String?
        var role: String?
        var event: String?
        var text = ""
    }

    private final class Reader {
        var metadata: [Metadata] = []
        /// `meta` of both versions: what it refines, its name, its value.
        var properties: [(refines: String?, property: String, value: String)] = []
        var items: [(id: String, href: String, type: String, properties: Set<String>)] = []
        var spine: [String] = []
        var toc: String?
        var guide: [(type: String, href: String)] = []
        var identifier: String?
        private var isInMetadata = false
        private var open: Metadata?
        private var property: (refines: String?, property: String)?

        /// How many entries of each kind are read.
        private static let most = 100_000
        private static let names: Set<String> = [
            "title", "creator", "publisher", "description", "subject", "language", "date", "identifier",
        ]

        func begin(_ element: BookXML.Element) {
            switch element.name {
            case "package": identifier = element["unique-identifier"]
            case "metadata": isInMetadata = true
            case "meta":
                if let name = element["name"], let content = element["content"] {
                    properties.append((nil, name, content))
                } else if let name = element["property"] {
                    property = (element["refines"], name)
                }
            case "item":
                guard let id = element["id"], let href = element["href"], items.count < Self.most else { return }
                let properties = Set(element.words("properties").map(String.init))
                items.append((id, href, element["media-type"]?.lowercased() ?? "", properties))
            case "spine": toc = element["toc"]
            case "itemref": if let id = element["idref"], spine.count < Self.most { spine.append(id) }
            case "reference":
                if let type = element["type"]?.lowercased(), let href = element["href"] { guide.append((type, href)) }
            case let name where Self.names.contains(name) && isInMetadata && metadata.count < 1000:
                open = Metadata(name: name, id: element["id"], role: element["role"], event: element["event"])
            default: break
            }
        }

        func end(_ name: String, _ text: String) {
            if name == "metadata" { isInMetadata = false }
            if name == "meta", let (refines, name) = property {
                if properties.count < 1000 { properties.append((refines, name, text)) }
                property = nil
            }
            guard var value = open, value.name == name else { return }
            value.text = text
            if !text.isEmpty { metadata.append(value) }
            open = nil
        }
    }
}
