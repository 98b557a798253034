import Glibc
import Newspaper
import TextDecoding
import XML

/// What an element of a feed holds.
enum FeedField {
    case title, otherTitle, description, summary, otherSummary, content
    /// XHTML that stands in an item by itself.
    case page
    case link, originalLink, comments, id, otherID
    case author, creator, editor, webmaster, personName, personMail, personAddress
    case tag, keywords
    case published, updated, otherDate, duration
    case pictureAddress, thumbnail, icon, language
    case mediaTitle, mediaDescription, mediaCredit
    case timeToLive, skippedHour, skippedDay, updatePeriod, updateFrequency, newAddress

    /// Whether it is words for reading, in which there may be markup.
    var isText: Bool {
        switch self {
        case .title, .otherTitle, .description, .summary, .otherSummary, .content, .page, .mediaTitle,
            .mediaDescription:
            true
        default: false
        }
    }
}

/// The text of an element while it is read, with the elements in it written out as HTML.
struct CapturedText {
    private(set) var bytes: [UInt8] = []
    private(set) var base: String?
    private let isText: Bool
    /// Whether text in it is text, and what is in it are elements; else the text is itself HTML, or plain.
    private let isMarkup: Bool
    private let isBase64: Bool
    private let declared: FeedElement.Text.Kind
    private var hasElements = false

    init() {
        (isText, isMarkup, isBase64, declared) = (false, false, false, .plain)
    }

    /// The text of a field whose element has these attributes (RFC 4287, 3.1.1 and 4.1.3; Atom 0.3, 3.1).
    init(_ field: FeedField, _ attributes: XMLAttributes, base: String?) {
        self.base = base
        isText = field.isText
        let type = attributes["type"]?.trimmed.lowercased() ?? ""
        let mode = attributes["mode"]?.trimmed.lowercased()
        let kind = String(type.prefix { $0 != ";" }).trimmed
        isMarkup =
            isText && mode != "escaped" && mode != "base64"
            && (kind == "xhtml" || kind.hasSuffix("+xml") || kind.hasSuffix("/xml") || field == .page)
        let isOther = kind.contains("/") && !kind.hasPrefix("text/") && !kind.hasSuffix("xml")
        isBase64 = isText && (mode == "base64" || isOther)
        switch kind {
        case "text" where mode == nil, "text/plain" where mode == nil, "plain": declared = .plain
        case "html", "text/html", "xhtml", "application/xhtml+xml": declared = .html
        default: declared = .loose
        }
    }

    mutating func append(_ utf8: UnsafeRawBufferPointer) {
        guard isMarkup else {
            bytes += utf8
            return
        }
        for byte in utf8 { append(escaped: byte) }
    }

    private mutating func append(escaped byte: UInt8) {
        switch byte {
        case UInt8(ascii: "&"): bytes += "&amp;".utf8
        case UInt8(ascii: "<"): bytes += "&lt;".utf8
        case UInt8(ascii: ">"): bytes += "&gt;".utf8
        default: bytes.append(byte)
        }
    }

    mutating func begin(_ name: String, _ attributes: XMLAttributes) {
        guard isText else { return }
        hasElements = true
        bytes += "<\(name)".utf8
        if !attributes.isEmpty {
            for (name, value) in attributes.all where !name.hasPrefix("xmlns") {
                bytes += " \(name)=\"".utf8
                for byte in value.utf8 {
                    if byte == UInt8(ascii: "\"") { bytes += "&quot;".utf8 } else { append(escaped: byte) }
                }
                bytes.append(UInt8(ascii: "\""))
            }
        }
        bytes.append(UInt8(ascii: ">"))
    }

    mutating func end(_ name: String) {
        guard isText, !FeedMarkup.isVoid(name) else { return }
        bytes += "</\(name)>".utf8
    }

    /// As one line of text; nil where there is nothing.
    var line: String? {
        let line = cleanLine(String(decoding: Self.withoutControls(bytes), as: UTF8.self)).trimmed
        return line.isEmpty ? nil : line
    }

    /// As a text; nil where there is nothing.
    var text: FeedElement.Text? {
        var value = bytes
        if isBase64, let decoded = Base64.decode(bytes), String(validating: decoded, as: UTF8.self) != nil {
            value = decoded
        }
        guard value.contains(where: { $0 > 0x20 }) else { return nil }
        let kind: FeedElement.Text.Kind = isMarkup || hasElements ? .html : declared
        return .init(value: String(decoding: Self.withoutControls(value), as: UTF8.self), kind: kind, base: base)
    }

    /// The text with what Windows has in place of the controls U+0080 to U+009F, which no text has.
    private static func withoutControls(_ bytes: [UInt8]) -> [UInt8] {
        func isControl(_ place: Int) -> Bool {
            bytes[place] == 0xC2 && place + 1 < bytes.count && (0x80..<0xA0).contains(bytes[place + 1])
        }
        let lead = bytes.withUnsafeBytes { bytes in
            bytes.baseAddress.flatMap { memchr($0, 0xC2, bytes.count) }.map {
                UnsafeRawPointer($0) - bytes.baseAddress!
            }
        }
        guard let lead, let first = bytes[lead...].indices.first(where: isControl) else { return bytes }
        var plain = Array(bytes[..<first])
        var at = first
        while at < bytes.count {
            if isControl(at), let scalar = CharacterReference.windows(UInt32(bytes[at + 1])) {
                plain += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                at += 2
            } else {
                plain.append(bytes[at])
                at += 1
            }
        }
        return plain
    }
}

extension FeedElement {
    /// Takes what a field holds, where nothing has been taken for it yet.
    mutating func set(_ field: FeedField, to text: CapturedText, isItem: Bool) {
        var address: String? { text.line.map { FeedAddress.resolve($0, from: text.base) } }
        switch field {
        case .title: title = title ?? text.text
        case .otherTitle: otherTitle = otherTitle ?? text.text
        case .description: description = description ?? text.text
        case .summary: summary = summary ?? text.text
        case .otherSummary: otherSummary = otherSummary ?? text.text
        case .content, .page:
            guard let new = text.text else { break }
            // Of several texts the longest is the whole one.
            if new.value.utf8.count > content?.value.utf8.count ?? 0 { content = new }
        case .link: link = link ?? address
        case .originalLink: if let address { links.append(.init(relation: "original", url: address)) }
        case .comments: if let address { links.append(.init(relation: "replies", url: address)) }
        case .id: id = id ?? text.line
        case .otherID: about = about ?? text.line
        case .author, .creator: if let author = text.line.flatMap(FeedAddress.author) { authors.append(author) }
        case .editor, .webmaster: if let author = text.line.flatMap(FeedAddress.author) { otherAuthors.append(author) }
        case .tag: if let tag = text.line { tags.append(tag) }
        case .keywords:
            let words = text.line?.split { $0 == "," || $0 == "、" || $0 == "，" }.map { String($0).trimmed } ?? []
            tags += words.filter { !$0.isEmpty }
        // Of several the last.
        case .published: published = text.line ?? published
        case .updated: updated = text.line ?? updated
        case .otherDate: otherDate = text.line ?? otherDate
        case .duration: duration = duration ?? text.line.flatMap(FeedAddress.duration)
        case .pictureAddress: if let address { pictures.append(.init(url: address)) }
        case .thumbnail: if let address { pictures.append(.init(url: address, isThumbnail: true)) }
        case .icon: favicon = favicon ?? address
        case .language: language = text.line ?? language
        case .timeToLive, .skippedHour, .skippedDay, .updatePeriod, .updateFrequency: plan.set(field, to: text.line)
        case .newAddress: newAddress = newAddress ?? text.line
        case .personName, .personMail, .personAddress, .mediaTitle, .mediaDescription, .mediaCredit: break
        }
    }
}
