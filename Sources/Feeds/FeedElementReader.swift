import Newspaper
import XML

/// Reads one element of a feed, a channel or an item, from the calls of an XML reader.
///
/// Only its own children count, and those of the elements in it that are known to hold parts (`author`, `image`, `media:group`):
/// an element of the same name that is deeper belongs to something else.
final class FeedElementReader: XMLHandler {
    var element = FeedElement()
    /// Whether the element has ended.
    private(set) var isComplete = false

    enum Kind {
        /// Around what is read.
        case outside
        /// What is read; of a feed also its root.
        case root
        /// An element whose text is being collected, and what is in it.
        case field(FeedField)
        case markup(name: String)
        case person(isWriter: Bool)
        case image
        case media
        /// A list of times in which the feed is not to be asked, each in an element of that name.
        case skipped(name: String, FeedField)
        case ignored

        /// Whether text in it is collected.
        var isText: Bool {
            switch self {
            case .field, .markup: true
            default: false
            }
        }
    }

    private struct Frame {
        var kind: Kind
        var base: String?
    }

    private let isItem: Bool
    private var frames: [Frame] = []
    private var namespaces: XMLNamespaces<FeedVocabulary>
    private var text = CapturedText()
    private var isCapturing = false
    private var person = Author()
    /// What the link is for that is being read.
    var linkRelation = ""
    /// The prefix of what is read, where that is in a namespace that nobody knows: its parts are in it too.
    private var unknownPrefix: String?
    /// The media object that is open.
    var photo: (title: String?, description: String?, credit: String?, isPicture: Bool) = (nil, nil, nil, false)

    /// - Parameters:
    ///   - isItem: whether the element is an item; else all that is outside of items is read.
    ///   - base: the document's own address.
    ///   - vocabularies: what is known of the addresses of namespaces.
    init(isItem: Bool, base: String?, _ vocabularies: FeedVocabularies = FeedVocabularies()) {
        self.isItem = isItem
        self.base = base
        namespaces = XMLNamespaces { vocabularies.vocabulary(uri: $0) }
    }

    private let base: String?
    /// What was read of the elements around the items, and how many of them there are.
    private var around = (element: FeedElement(), depth: 0)

    /// The elements around the items have begun.
    func beginItems() { around = (element, frames.count) }

    /// Forgets an item that has been read; false where it has not ended where it began.
    func beginNextItem() -> Bool {
        guard isComplete, frames.count == around.depth else { return false }
        element = around.element
        isComplete = false
        (person, linkRelation, unknownPrefix) = (Author(), "", nil)
        photo = (nil, nil, nil, false)
        return true
    }

    func begin(_ name: XMLName, _ attributes: XMLAttributes) {
        namespaces.begin(attributes)
        let parent = frames.last
        var base = parent?.base ?? (parent == nil ? self.base : nil)
        if !attributes.isEmpty, let own = attributes["xml:base"] { base = FeedAddress.resolve(own, from: base) }
        let kind = kind(of: name, attributes, in: parent?.kind, base: base)
        frames.append(Frame(kind: kind, base: base))
        isCapturing = kind.isText
    }

    func append(_ utf8: UnsafeRawBufferPointer) {
        if isCapturing { text.append(utf8) }
    }

    func end(_ name: XMLName) {
        namespaces.end()
        guard let frame = frames.popLast() else { return }
        isCapturing = frames.last?.kind.isText ?? false
        switch frame.kind {
        case .markup(let name): text.end(name)
        case .field(let field): finish(field)
        case .person(let isWriter): finishPerson(isWriter: isWriter)
        case .media: finishPhoto()
        case .root:
            // A category of a podcast is read as if it stood in the item itself.
            if case .root? = frames.last?.kind { break }
            isComplete = true
        default: break
        }
    }

    private func vocabulary(of name: XMLName) -> FeedVocabulary {
        namespaces[name.prefix] ?? FeedVocabulary(prefix: name.prefix)
    }

    private func kind(of name: XMLName, _ attributes: XMLAttributes, in parent: Kind?, base: String?) -> Kind {
        let vocabulary = vocabulary(of: name)
        switch parent {
        case .field, .markup:
            let shown = vocabulary == .xhtml || name.prefix.isEmpty ? name.local : name.text
            text.begin(shown, attributes)
            return .markup(name: shown)
        case nil, .outside:
            let local = name.local.lowercased()
            guard isItem ? ["item", "entry"].contains(local) : true else {
                return .outside
            }
            beginRoot(name, attributes, base: base)
            return .root
        case .root:
            let local = name.local.lowercased()
            if !isItem, ["channel", "feed", "rss", "rdf"].contains(local),
                vocabulary.isFeed || vocabulary == .rdf || vocabulary == .other
            {
                beginRoot(name, attributes, base: base)
                return .root
            }
            element.isBlank = false
            let isOwn = vocabulary == .other && name.prefix == unknownPrefix
            return child(local, isOwn ? .atom : vocabulary, attributes, base: base)
        case .person:
            switch name.local.lowercased() {
            case "name": return begin(.personName, attributes, base: base)
            case "email": return begin(.personMail, attributes, base: base)
            case "uri", "url", "homepage": return begin(.personAddress, attributes, base: base)
            default: return .ignored
            }
        case .image:
            return name.local.lowercased() == "url" ? begin(.pictureAddress, attributes, base: base) : .ignored
        case .media:
            return media(name.local.lowercased(), attributes, base: base)
        case .skipped(let part, let field):
            return name.local.lowercased() == part ? begin(field, attributes, base: base) : .ignored
        case .ignored:
            return .ignored
        }
    }

    private func beginRoot(_ name: XMLName, _ attributes: XMLAttributes, base: String?) {
        unknownPrefix = vocabulary(of: name) == .other ? name.prefix : nil
        element.base = base
        guard !attributes.isEmpty else { return }
        for (name, value) in attributes.all {
            switch name.lowercased() {
            case "rdf:about", "about":
                if element.about == nil { element.about = FeedAddress.resolve(value, from: base) }
            case "xml:lang": element.language = value
            // CDF has its facts in attributes.
            case "href": element.link = element.link ?? FeedAddress.resolve(value, from: base)
            case "lastmod": element.updated = element.updated ?? value
            default: continue
            }
            element.isBlank = false
        }
    }

    // MARK: - Texts

    func begin(_ field: FeedField, _ attributes: XMLAttributes, base: String?, name: String? = nil) -> Kind {
        text = CapturedText(field, attributes, base: base)
        if let name, name != "body" {
            text.begin(name, attributes)
            return .field(.page)
        }
        if field == .content, let source = attributes["src"] {
            element.links.append(
                .init(relation: "content", url: FeedAddress.resolve(source, from: base), type: attributes["type"]))
        }
        return .field(field)
    }

    private func finish(_ field: FeedField) {
        switch field {
        case .personName: person.name = person.name ?? text.line
        case .personMail: person.email = person.email ?? text.line
        case .personAddress: person.url = person.url ?? text.line.map { FeedAddress.resolve($0, from: text.base) }
        case .mediaTitle:
            photo.title = text.line
            if element.otherTitle == nil { element.otherTitle = text.text }
        case .mediaDescription:
            photo.description = text.line
            if element.otherSummary == nil { element.otherSummary = text.text }
        case .mediaCredit: photo.credit = text.line
        case .link where linkRelation != "alternate":
            if let line = text.line {
                element.links.append(.init(relation: linkRelation, url: FeedAddress.resolve(line, from: text.base)))
            }
        default: element.set(field, to: text, isItem: isItem)
        }
    }

    func beginPerson(isWriter: Bool) -> Kind {
        person = Author()
        text = CapturedText()
        return .person(isWriter: isWriter)
    }

    private func finishPerson(isWriter: Bool) {
        defer { person = Author() }
        guard person != Author() else { return }
        if isWriter { element.authors.append(person) } else { element.otherAuthors.append(person) }
    }

    func finishPhoto() {
        if photo.isPicture, let caption = photo.description ?? photo.title {
            element.photos.append(Photo(caption: caption, credit: photo.credit))
        }
        photo = (nil, nil, nil, false)
    }
}
