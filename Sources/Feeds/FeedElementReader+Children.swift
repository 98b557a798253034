import Newspaper
import XML

/// What each element of an item or a channel is, by its vocabulary.
extension FeedElementReader {
    func child(
        _ name: String, _ vocabulary: FeedVocabulary, _ attributes: XMLAttributes, base: String?
    ) -> Kind {
        switch vocabulary {
        case .rss, .atom: return own(name, vocabulary, attributes, base: base)
        case .dublinCore, .terms: return core(name, attributes, base: base)
        case .content: return name == "encoded" ? begin(.content, attributes, base: base) : .ignored
        case .syndication:
            switch name {
            case "updateperiod": return begin(.updatePeriod, attributes, base: base)
            case "updatefrequency": return begin(.updateFrequency, attributes, base: base)
            default: return .ignored
            }
        case .xhtml: return begin(.page, attributes, base: base, name: name)
        case .media: return media(name, attributes, base: base)
        case .itunes: return podcast(name, attributes, base: base)
        case .feedBurner: return name == "origlink" ? begin(.originalLink, attributes, base: base) : .ignored
        case .rdf, .xml, .other: return .ignored
        }
    }

    private func own(
        _ name: String, _ vocabulary: FeedVocabulary, _ attributes: XMLAttributes, base: String?
    ) -> Kind {
        switch name {
        case "title": return begin(.title, attributes, base: base)
        case "link":
            guard let href = attributes["href"] else {
                linkRelation = attributes["rel"]?.trimmed.lowercased() ?? "alternate"
                return begin(.link, attributes, base: base)
            }
            add(link: href, attributes, base: base)
            // RSS has it so too.
            if vocabulary == .rss, let link = element.links.last, link.relation == "alternate" {
                element.link = link.url
            }
            return .ignored
        case "guid":
            element.isPermanent = attributes["isPermaLink"]?.lowercased() != "false"
            return begin(.id, attributes, base: base)
        case "id": return begin(.id, attributes, base: base)
        case "description", "subtitle", "tagline", "abstract": return begin(.description, attributes, base: base)
        case "summary": return begin(.summary, attributes, base: base)
        case "info": return begin(.otherSummary, attributes, base: base)
        case "content", "fullitem", "body": return begin(name == "body" ? .page : .content, attributes, base: base)
        case "author": return vocabulary == .atom ? beginPerson(isWriter: true) : begin(.author, attributes, base: base)
        case "managingeditor": return begin(.editor, attributes, base: base)
        case "webmaster": return begin(.webmaster, attributes, base: base)
        case "category":
            if let term = attributes["term"] ?? attributes["label"] {
                element.tags.append(term)
                return .ignored
            }
            return begin(.tag, attributes, base: base)
        case "pubdate", "published", "issued": return begin(.published, attributes, base: base)
        case "created": return begin(.otherDate, attributes, base: base)
        case "updated", "modified", "lastbuilddate": return begin(.updated, attributes, base: base)
        case "enclosure":
            if let url = attributes["url"] ?? attributes["href"] {
                element.attachments.append(
                    Attachment(
                        url: FeedAddress.resolve(url, from: base), type: attributes["type"],
                        size: attributes["length"].flatMap { Int($0.trimmed) }))
            }
            return .ignored
        case "comments": return begin(.comments, attributes, base: base)
        case "image": return picture(attributes, base: base)
        case "logo":
            if attributes["HREF"] != nil || attributes["href"] != nil { return picture(attributes, base: base) }
            return begin(.pictureAddress, attributes, base: base)
        case "icon": return begin(.icon, attributes, base: base)
        case "language": return begin(.language, attributes, base: base)
        case "ttl": return begin(.timeToLive, attributes, base: base)
        case "skiphours": return .skipped(name: "hour", .skippedHour)
        case "skipdays": return .skipped(name: "day", .skippedDay)
        default: return .ignored
        }
    }

    private func core(_ name: String, _ attributes: XMLAttributes, base: String?) -> Kind {
        switch name {
        case "title": begin(.otherTitle, attributes, base: base)
        case "creator", "author": begin(.creator, attributes, base: base)
        case "subject": begin(.tag, attributes, base: base)
        case "date": begin(.otherDate, attributes, base: base)
        case "issued": begin(.published, attributes, base: base)
        case "created": begin(.otherDate, attributes, base: base)
        case "modified": begin(.updated, attributes, base: base)
        case "description", "abstract": begin(.otherSummary, attributes, base: base)
        case "language": begin(.language, attributes, base: base)
        case "identifier": begin(.otherID, attributes, base: base)
        default: .ignored
        }
    }

    private func podcast(_ name: String, _ attributes: XMLAttributes, base: String?) -> Kind {
        switch name {
        case "title": return begin(.otherTitle, attributes, base: base)
        case "author", "name": return begin(.creator, attributes, base: base)
        case "owner": return beginPerson(isWriter: false)
        case "summary", "subtitle": return begin(.otherSummary, attributes, base: base)
        case "duration": return begin(.duration, attributes, base: base)
        case "keywords": return begin(.keywords, attributes, base: base)
        case "new-feed-url": return begin(.newAddress, attributes, base: base)
        case "category":
            if let text = attributes["text"] { element.tags.append(text) }
            return .root
        case "image": return picture(attributes, base: base)
        case "link": return attributes["rel"] == "image" ? picture(attributes, base: base) : .ignored
        default: return .ignored
        }
    }

    func media(_ name: String, _ attributes: XMLAttributes, base: String?) -> Kind {
        switch name {
        case "group": return .media
        case "content":
            finishPhoto()
            guard let url = attributes["url"] else { return .media }
            let type = attributes["type"]
            let isPicture = attributes["medium"] == "image" || type?.hasPrefix("image/") == true
            let address = FeedAddress.resolve(url, from: base)
            if isPicture { element.pictures.append(.init(url: address)) }
            photo.isPicture = isPicture
            element.attachments.append(
                Attachment(
                    url: address, type: type, size: attributes["fileSize"].flatMap { Int($0.trimmed) },
                    duration: attributes["duration"].flatMap(FeedAddress.duration)))
            return .media
        case "thumbnail":
            if let url = attributes["url"] {
                element.pictures.append(.init(url: FeedAddress.resolve(url, from: base), isThumbnail: true))
                return .ignored
            }
            return begin(.thumbnail, attributes, base: base)
        case "player":
            if let url = attributes["url"] {
                element.links.append(.init(relation: "player", url: FeedAddress.resolve(url, from: base)))
            }
            return .ignored
        case "title": return begin(.mediaTitle, attributes, base: base)
        case "description": return begin(.mediaDescription, attributes, base: base)
        case "credit":
            return begin(attributes["role"] == "author" ? .creator : .mediaCredit, attributes, base: base)
        case "keywords": return begin(.keywords, attributes, base: base)
        case "category": return begin(.tag, attributes, base: base)
        default: return .ignored
        }
    }

    private func picture(_ attributes: XMLAttributes, base: String?) -> Kind {
        for (name, value) in attributes.all where ["href", "url", "rdf:resource"].contains(name.lowercased()) {
            element.pictures.append(.init(url: FeedAddress.resolve(value, from: base)))
            return .image
        }
        return .image
    }

    private func add(link href: String, _ attributes: XMLAttributes, base: String?) {
        var relation = attributes["rel"]?.trimmed.lowercased() ?? ""
        if let name = relation.split(separator: "/").last, relation.hasPrefix("http://www.iana.org/") {
            relation = String(name)
        }
        element.links.append(
            .init(
                relation: relation.isEmpty ? "alternate" : relation, url: FeedAddress.resolve(href, from: base),
                type: attributes["type"], title: attributes["title"],
                size: attributes["length"].flatMap { Int($0.trimmed) }))
    }
}
