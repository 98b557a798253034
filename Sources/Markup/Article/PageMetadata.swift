import CGumbo
import Newspaper
import TextDecoding

/// What a page says of itself beside its text: JSON-LD (schema.org), Open Graph, Dublin Core, `meta`, microdata.
struct PageMetadata {
    var title: String?
    /// Who wrote it, as one text.
    var byline: String?
    var authors: [String] = []
    var site: String?
    var section: String?
    /// As the page writes it.
    var published: String?
    var modified: String?
    /// Addresses, as references.
    var picture: String?
    var canonical: String?
    var language: String?
    var tags: [String] = []
    /// The article's text as JSON-LD has it, a paragraph a line.
    private(set) var text: String?
    /// The text of the page's own `title`.
    private(set) var pageTitle: String?

    init(_ tree: HTMLTree) {
        var metas: [String: String] = [:]
        var microdata: [String: String] = [:]
        for node in tree.nodes.indices {
            switch tree.nodes[node].tag {
            case GUMBO_TAG_META:
                let property = tree.value(.property, of: node) ?? tree.value(.name, of: node)
                if let content = tree.value(.content, of: node) {
                    for key in (property ?? "").lowercased().split(separator: " ") {
                        let key = String(key.map { $0 == "." ? ":" : $0 })
                        if key == "article:tag" { tags.append(content) }
                        metas[key] = content
                    }
                    if let name = tree.value(.itemprop, of: node), microdata[name] == nil { microdata[name] = content }
                }
            case GUMBO_TAG_LINK:
                if tree.value(.rel, of: node)?.lowercased() == "canonical", canonical == nil {
                    canonical = tree.value(.href, of: node)
                }
            case GUMBO_TAG_TITLE: if pageTitle == nil { pageTitle = tree.line(of: node) }
            case GUMBO_TAG_TIME:
                guard let time = tree.value(.datetime, of: node) else { break }
                let name = (tree.value(.itemprop, of: node) ?? "") + " " + (tree.value(.class, of: node) ?? "")
                if name.contains("datePublished") || name.contains("published") || name.contains("pubdate") {
                    if microdata["datePublished"] == nil { microdata["datePublished"] = time }
                } else if name.contains("dateModified") || name.contains("updated") {
                    if microdata["dateModified"] == nil { microdata["dateModified"] = time }
                }
            default: readMicrodata(tree, node, &microdata)
            }
        }
        func first(_ names: String...) -> String? { names.lazy.compactMap { metas[$0] }.first }
        let data = Self.article(in: tree.linkedData)
        title =
            Self.title(of: data, page: pageTitle)
            ?? first(
                "dc:title", "dcterm:title", "og:title", "weibo:article:title", "weibo:webpage:title", "title",
                "twitter:title",
                "parsely-title") ?? microdata["headline"]
        authors = data.map(Self.authors) ?? []
        byline =
            authors.isEmpty
            ? ["dc:creator", "dcterm:creator", "author", "parsely-author", "article:author"].lazy
                .compactMap { metas[$0].flatMap(Byline.field) }.first : authors.joined(separator: ", ")
        site = data?["publisher"]?.values.first?["name"]?.text ?? first("og:site_name", "application-name")
        published =
            data?["datePublished"]?.text
            ?? first(
                "article:published_time", "og:published_time", "parsely-pub-date", "datepublished", "publishdate",
                "pubdate",
                "publish_time", "dc:date", "dcterms:date", "date")
            ?? microdata["datePublished"]
        modified =
            data?["dateModified"]?.text ?? first("article:modified_time", "og:updated_time")
            ?? microdata["dateModified"]
        if case .text(let words)? = data?["articleBody"] { text = words }
        section = data?["articleSection"]?.text ?? first("article:section")
        let image = data?["image"]?.values.first
        picture = first("og:image", "og:image:url", "twitter:image") ?? image?["url"]?.text ?? image?.text
        canonical = canonical ?? first("og:url")
        language =
            tree.language ?? data?["inLanguage"]?.text
            ?? first("og:locale", "language").map { String($0.map { $0 == "_" ? "-" : $0 }) }
        if tags.isEmpty, case .list(let words)? = data?["keywords"] { tags = words.compactMap(\.text) }
    }

    /// What an element marks as the headline or the day (schema.org, hAtom).
    private func readMicrodata(_ tree: HTMLTree, _ node: Int, _ data: inout [String: String]) {
        guard tree.nodes[node].record >= 0, tree.nodes[node].text.count < 400 else { return }
        let name = tree.value(.itemprop, of: node)
        if name == "headline", let line = tree.line(of: node) {
            // A list of others has as many.
            data["headline"] = data["headlines"] == nil ? line : nil
            data["headlines"] = line
        }
        let isDay =
            name == "datePublished"
            || tree.value(.class, of: node)?.split(separator: " ").contains {
                $0 == "published" || $0 == "dt-published"
            }
                ?? false
        if isDay, data["datePublished"] == nil {
            let time = tree.value(.content, of: node) ?? tree.value(.title, of: node) ?? tree.line(of: node)
            data["datePublished"] = time.flatMap { FeedTime($0) == nil ? PageDate.find(in: $0)?.iso : $0 }
        }
    }

    // MARK: - JSON-LD

    private static let kinds: Set<String> = [
        "Article", "AdvertiserContentArticle", "NewsArticle", "AnalysisNewsArticle", "AskPublicNewsArticle",
        "BackgroundNewsArticle",
        "OpinionNewsArticle", "ReportageNewsArticle", "ReviewNewsArticle", "Report", "SatiricalArticle",
        "ScholarlyArticle",
        "MedicalScholarlyArticle", "SocialMediaPosting", "BlogPosting", "LiveBlogPosting", "DiscussionForumPosting",
        "TechArticle",
        "APIReference",
    ]

    private static func isArticle(_ value: LinkedData) -> Bool {
        value["@type"]?.values.contains { type in type.text.map { kinds.contains($0) } ?? false } ?? false
    }

    /// The first article that scripts describe, by itself, in a list or in a graph.
    private static func article(in scripts: [String]) -> LinkedData? {
        for script in scripts {
            for value in LinkedData(script).values {
                if isArticle(value) { return value }
                if let found = value["@graph"]?.values.first(where: isArticle) { return found }
                if let found = value["mainEntity"]?.values.first(where: isArticle) { return found }
            }
        }
        return nil
    }

    /// Some put the site's name where the article's belongs: the page's own title decides.
    private static func title(of data: LinkedData?, page: String?) -> String? {
        let (name, headline) = (data?["name"]?.text, data?["headline"]?.text)
        guard let name, let headline, name != headline, let page else { return name ?? headline }
        let isName = TextSimilarity.of(name, page) > 0.75
        let isHeadline = TextSimilarity.of(headline, page) > 0.75
        return isHeadline && !isName ? headline : name
    }

    private static func authors(of data: LinkedData) -> [String] {
        (data["author"]?.values ?? []).compactMap { author in
            let name = author["name"]?.text ?? author.text
            // "Photographer" as an office says the same as "Photo: …" does.
            let credit = [name, author["jobTitle"]?.text].compactMap(\.self).joined(separator: ", ")
            return name.flatMap { $0.hasPrefix("http") || CreditLine(credit).writers == nil ? nil : $0 }
        }
    }
}

extension HTMLTree {
    /// All text of an element as one line; nil where it is blank.
    func line(of node: Int) -> String? {
        let range = nodes[node].text
        var result: [UInt8] = []
        var space = false
        for byte in text[Int(range.lowerBound)..<Int(range.upperBound)] {
            if byte <= 0x20 {
                space = !result.isEmpty
            } else {
                if space { result.append(0x20) }
                space = false
                result.append(byte)
            }
        }
        return result.isEmpty ? nil : String(decoding: result, as: UTF8.self)
    }
}

/// How much of one text is in another.
enum TextSimilarity {
    /// 1 where all words of `other` are in `text`, 0 where none is.
    static func of(_ text: String, _ other: String) -> Double {
        let words = Set(Self.words(text))
        let others = Self.words(other)
        guard !words.isEmpty, !others.isEmpty else { return 0 }
        let all = others.reduce(0) { $0 + $1.count } + others.count - 1
        let strange = others.filter { !words.contains($0) }
        let rest = strange.reduce(0) { $0 + $1.count } + max(0, strange.count - 1)
        return 1 - Double(rest) / Double(all)
    }

    /// Words in small letters; each Han is one.
    private static func words(_ text: String) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        for scalar in text.prefix(1000).lowercased().unicodeScalars {
            let isHan = (0x3040...0x9FFF).contains(scalar.value)
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_" {
                if isHan, !word.isEmpty {
                    words.append(word)
                    word = []
                }
                word += Array(UTF8.encode(scalar).unsafelyUnwrapped)
                if !isHan { continue }
            }
            if !word.isEmpty { words.append(word) }
            word = []
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}
