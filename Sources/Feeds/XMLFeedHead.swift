import Newspaper
import XML

extension FeedHead {
    /// What a feed of XML says of itself outside of its items.
    init(xml: [UInt8], entities: [String: String]) {
        let reader = FeedElementReader(isItem: false, base: nil)
        xml.withUnsafeBytes { bytes in
            // It is whole only where the document is.
            XMLRepair.read(bytes, to: reader, entities: entities)
        }
        self.init(reader.element)
    }

    private init(_ element: FeedElement) {
        var details = FeedDetails()
        let summary = element.description ?? element.summary ?? element.otherSummary ?? element.content
        let words = summary?.words ?? ""
        details.description = words.isEmpty ? nil : words
        details.homePage = element.page
        details.address = element.links.first { $0.relation == "self" }.map { cleanName($0.url) }
        details.relations = element.relations.filter { $0.relation != "self" || $0.url != details.address }
        details.favicon = element.favicon
        details.icon = element.pictures.first { !$0.url.isEmpty }?.url
        if details.icon == nil, let summary, summary.isHTML {
            details.icon = FeedMarkup.read(summary.value, base: summary.base).picture
        }
        let authors = element.authors.isEmpty ? element.otherAuthors : element.authors
        details.authors = FeedElement.distinct(authors.map(\.clean)).filter { $0 != Author() }
        details.tags = FeedElement.distinct(element.tags)
        details.updated = (element.updated ?? element.published ?? element.otherDate).map(cleanLine)
        details.wishes = element.plan.wishes
        details.newAddress = element.newAddress.flatMap { Link($0) }?.address
        if details.newAddress?.hasPrefix("mailto:") == true { details.newAddress = nil }
        let language = element.language.map { FeedElement.tag(ofLanguage: cleanLine($0).trimmed) }
        self.init(
            // One that has no words, a picture say, is one all the same.
            title: (element.title ?? element.otherTitle).map { $0.line ?? "" },
            language: language?.isEmpty == true ? nil : language,
            details: details)
    }
}
