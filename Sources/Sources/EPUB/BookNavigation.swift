/// What a book's navigation names, in its order: the `toc` of an EPUB 3 navigation document, or the `navMap` of an NCX.
struct BookNavigation {
    struct Entry {
        /// One clean line; empty where it has none.
        var title: String
        /// The document in the archive; nil of an entry that only names those in it.
        var path: String?
        /// The id in the document at which it begins; nil for the document's beginning.
        var fragment: String?
        /// Index of the entry that it is in; -1 for none.
        var parent: Int
        var hasEntries = false
    }

    private(set) var entries: [Entry] = []

    /// Entries that are read.
    private static let most = 100_000

    /// - Parameter path: of the file, from which its references lead on.
    init(_ bytes: [UInt8], path: String, isNCX: Bool) {
        if isNCX {
            let reader = BookXML.read(bytes, with: NCX.init, begin: { $0.begin($1) }, end: { $0.end($1, $2) })
            resolve(reader.found, from: path)
        } else {
            let reader = BookXML.read(bytes, with: Lists.init, begin: { $0.begin($1) }, end: { $0.end($1, $2) })
            resolve(reader.best, from: path)
        }
    }

    private mutating func resolve(_ found: [Found], from path: String) {
        for entry in found {
            let place = entry.reference.flatMap { BookPath.resolve($0, from: path) }
            entries.append(
                Entry(title: entry.title, path: place?.path, fragment: place?.fragment, parent: entry.parent))
            if entry.parent >= 0 { entries[entry.parent].hasEntries = true }
        }
    }

    /// An entry as it is written.
    fileprivate struct Found {
        var title = ""
        var reference: String?
        var parent: Int
    }

    /// The `ol` in `nav` (EPUB 3.3, 7).
    private final class Lists {
        private var lists: [(isContents: Bool, isNamed: Bool, entries: [Found])] = []
        private var isOpen = false
        /// The entries that are open.
        private var open: [Int] = []

        var best: [Found] {
            (lists.first { $0.isContents } ?? lists.first { !$0.isNamed } ?? lists.first)?.entries ?? []
        }

        func begin(_ element: BookXML.Element) {
            switch element.name {
            case "nav":
                let roles = element.words("type") + element.words("role")
                lists.append((roles.contains("toc") || roles.contains("doc-toc"), !roles.isEmpty, []))
                isOpen = true
                open = []
            case "li" where isOpen:
                guard lists[lists.count - 1].entries.count < BookNavigation.most else {
                    isOpen = false
                    return
                }
                lists[lists.count - 1].entries.append(Found(parent: open.last ?? -1))
                open.append(lists[lists.count - 1].entries.count - 1)
            case "a":
                guard isOpen, let entry = open.last else { return }
                if lists[lists.count - 1].entries[entry].reference == nil {
                    lists[lists.count - 1].entries[entry].reference = element["href"]
                }
            default: break
            }
        }

        func end(_ name: String, _ text: String) {
            switch name {
            case "nav": isOpen = false
            case "li" where isOpen: _ = open.popLast()
            case "a", "span":
                guard isOpen, let entry = open.last, lists[lists.count - 1].entries[entry].title.isEmpty || name == "a"
                else { return }
                lists[lists.count - 1].entries[entry].title = text
            default: break
            }
        }
    }

    /// `navPoint` in `navMap` (OPF 2.0.1, 2.4.1).
    private final class NCX {
        private(set) var found: [Found] = []
        private var open: [Int] = []
        private var isMap = false
        private var isLabel = false

        func begin(_ element: BookXML.Element) {
            switch element.name {
            case "navmap": isMap = true
            case "navpoint" where isMap:
                guard found.count < BookNavigation.most else {
                    isMap = false
                    return
                }
                found.append(Found(parent: open.last ?? -1))
                open.append(found.count - 1)
            case "navlabel": isLabel = true
            case "content": if isMap, let entry = open.last { found[entry].reference = element["src"] }
            default: break
            }
        }

        func end(_ name: String, _ text: String) {
            switch name {
            case "navmap": isMap = false
            case "navpoint" where isMap: _ = open.popLast()
            case "navlabel": isLabel = false
            case "text": if isMap, isLabel, let entry = open.last { found[entry].title = text }
            default: break
            }
        }
    }
}
