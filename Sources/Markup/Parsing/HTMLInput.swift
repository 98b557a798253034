import CGumbo
import Glibc

/// HTML as gumbo gets it: tags without attributes, and nothing that makes it slow or deep.
///
/// Left out in one linear pass: comments (what they say of a paper's page is kept aside), scripts (JSON-LD is kept aside), styles (kept aside too), drawings, form fields; tags that nest too deep, and formatting
/// that is open many times over (``OpenElements``). The
/// attributes that are read stay here: the tree finds them by where their tag is.
struct HTMLInput {
    /// One start tag that has attributes, or is hidden.
    struct Tag {
        /// Of its `<` in `bytes`.
        var offset: Int
        /// Of its attributes.
        var attributes: Range<Int>
        var isHidden = false
        /// Whether nothing but its style hides it, as of what scripts show when they have run.
        var isVeiled = false
        /// Whether its style shows it, whatever the page's style sheets say.
        var isShown = false
        var isOpen = false
        /// Said to be of no use to those who listen.
        var isAriaHidden = false
        /// What gumbo knows no name of, and is read.
        var isPicture = false
        var paperElement: PaperElement?
    }

    struct Attribute {
        var name: HTMLAttribute
        /// UTF-8 bytes of the source, references not resolved.
        var value: Range<Int>
    }

    /// Tags in all: what a page of a hundred megabytes takes of memory is bounded by it.
    static let mostTags = 1 << 20
    private static let mostAttributes = 24
    private static let mostBrokenTags = 8
    /// UTF-8 bytes of the last tag of a page that breaks off in it, in which there is an attribute.
    private static let longestBrokenTag = 256

    private(set) var bytes: [UInt8] = []
    private(set) var tags: [Tag] = []
    private(set) var attributes: [Attribute] = []
    /// What scripts say of the page: JSON-LD, as places in the source.
    private(set) var linkedData: [Range<Int>] = []
    /// The page's own style sheets for screens, as places in the source.
    private(set) var styleSheets: [Range<Int>] = []
    /// What comments say of the page, as places in the source.
    private(set) var remarks: [Range<Int>] = []
    /// The first `html`, whose own tag may come too late for the tree.
    private(set) var root: Tag?

    private let source: UnsafeBufferPointer<UInt8>
    /// Whether `<a/>` is an element without content, as XML has it; in HTML it is a start tag.
    private let isXML: Bool
    private var open: OpenElements
    /// How many tags did not end in the rest, and whether a comment did not, or one of the elements: to look for the end of each
    /// further one would take quadratic time.
    private var brokenTags = 0
    private var mayHoldComments = true
    private var mayHoldTagEnds = true
    private var unclosed = Set<UInt32>()
    private var tagCount = 0
    private var marks = 0
    private var hasHead = false
    private var hasBody = false

    /// - Parameters:
    ///   - isXML: whether it is XHTML.
    ///   - keepsFormatting: false to leave out `b` and its like, with which gumbo takes more memory than the page has.
    init(_ source: UnsafeBufferPointer<UInt8>, isXML: Bool = false, keepsFormatting: Bool = true) {
        self.source = source
        self.isXML = isXML
        open = OpenElements(keepsFormatting: keepsFormatting)
        bytes.reserveCapacity(source.count + 64)
        bytes += "<!DOCTYPE html>".utf8
        read()
    }

    private mutating func read() {
        guard let base = source.baseAddress else { return }
        var at = 0
        while at < source.count {
            guard let found = memchr(base + at, Int32(UInt8(ascii: "<")), source.count - at) else { break }
            let tag = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
            append(at..<tag)
            if let end = markup(at: tag) {
                at = end
            } else {
                bytes += "&lt;".utf8
                at = tag + 1
            }
        }
        append(at..<source.count)
    }

    private mutating func append(_ range: Range<Int>) {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[range]))
    }

    /// Reads the markup at an offset, where `<` is, and gives the offset behind it; nil where there is none.
    private mutating func markup(at offset: Int) -> Int? {
        guard offset + 1 < source.count else { return nil }
        let next = source[offset + 1]
        if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return declaration(at: offset) }
        guard HTMLTagScanner.begins(source, at: offset) else { return nil }
        if brokenTags > Self.mostBrokenTags { return brokenTag(at: offset) }
        let firstAttribute = attributes.count
        var tag = Tag(offset: bytes.count, attributes: firstAttribute..<firstAttribute)
        var known: UInt64 = 0
        let source = source
        var kept: [Attribute] = []
        let scanned = HTMLTagScanner(source, at: offset) { name, value in
            guard kept.count < Self.mostAttributes else { return }
            Self.keep(name, value, of: source, &tag, &known, &kept)
        }
        guard let scanned else {
            brokenTags += 1
            return brokenTag(at: offset)
        }
        if scanned.isEnd {
            end(scanned)
            return scanned.end
        }
        attributes += kept
        tag.attributes = firstAttribute..<attributes.count
        let isEmpty = isXML && source[scanned.end - 2] == UInt8(ascii: "/")
        if isEmpty, holdsText(scanned) {
            attributes.removeSubrange(tag.attributes)
            return scanned.end
        }
        let end = start(scanned, tag)
        if isEmpty { self.end(scanned) }
        return end
    }

    /// Reads a tag that has a quotation mark too few: it ends with the next `>`, and what its attributes are nobody can tell. What
    /// breaks off with the page is left out.
    private mutating func brokenTag(at offset: Int) -> Int? {
        if mayHoldTagEnds, let end = find(">", from: offset), let scanned = HTMLTagScanner(source, at: offset, end: end)
        {
            if scanned.isEnd {
                self.end(scanned)
                return scanned.end
            }
            return start(scanned, Tag(offset: bytes.count, attributes: attributes.count..<attributes.count))
        }
        mayHoldTagEnds = false
        let rest = source[(offset + 1)...].prefix(Self.longestBrokenTag)
        let isShort = rest.count < Self.longestBrokenTag
        // "a<b" and more words are no tag.
        let isTag = rest.contains(UInt8(ascii: "=")) || isShort && !rest.contains { $0 <= 0x20 }
        return isTag ? source.count : nil
    }

    /// Whether all up to its end tag would be its text: of what has no content there is none.
    private func holdsText(_ scanned: HTMLTagScanner) -> Bool {
        let tag = Self.tag(UnsafeBufferPointer(rebasing: source[scanned.name]))
        return tag == GUMBO_TAG_TITLE || ElementTraits[tag].contains(.opaque)
    }

    /// A comment, a declaration, an instruction: nothing of it is text, but for CDATA, all of which is.
    private mutating func declaration(at offset: Int) -> Int? {
        let isComment = source[offset...].starts(with: "<!--".utf8)
        // Of a comment without an end the rest is text, as it was meant.
        guard mayHoldComments else { return isComment ? offset + 4 : nil }
        let isText = source[offset...].starts(with: "<![CDATA[".utf8)
        // "<!-->" and "<!--->" are whole comments (HTML, 13.2.5.43).
        if isComment {
            for end in ["<!-->", "<!--->"] where source[offset...].starts(with: end.utf8) {
                return offset + end.utf8.count
            }
        }
        let ending = isComment ? "-->" : isText ? "]]>" : ">"
        guard let end = find(ending, from: offset + 2) else {
            mayHoldComments = false
            return isComment ? offset + 4 : nil
        }
        if isText {
            for byte in source[min(offset + 9, end)..<end] {
                switch byte {
                case UInt8(ascii: "&"): bytes += "&amp;".utf8
                case UInt8(ascii: "<"): bytes += "&lt;".utf8
                default: bytes.append(byte)
                }
            }
        }
        return isComment ? comment(at: offset, end: end) : end + ending.utf8.count
    }

    /// Keeps aside what a comment says of a paper's page, and gives the offset behind it.
    private mutating func comment(at offset: Int, end: Int) -> Int {
        let text = min(offset + 4, end)..<end
        guard let remark = PaperRemark(UnsafeBufferPointer(rebasing: source[text])), remarks.count < PaperRemark.most
        else { return end + 3 }
        switch remark {
        case .contentStart, .contentEnd:
            marks += 1
            if marks <= PaperRemark.most { bytes += remark == .contentStart ? "<!--(-->".utf8 : "<!--)-->".utf8 }
        case .properties:
            let whole = PaperRemark.end(of: source, from: end) ?? end
            remarks.append(text.lowerBound..<whole)
            return whole + 3
        case .other: remarks.append(text)
        }
        return end + 3
    }

    // MARK: - Tags

    private mutating func start(_ scanned: HTMLTagScanner, _ written: Tag) -> Int {
        var record = written
        let name = UnsafeBufferPointer(rebasing: source[scanned.name])
        var tag = Self.tag(name)
        if tag == GUMBO_TAG_UNKNOWN {
            if Self.isWord("amp-img", name) { tag = GUMBO_TAG_IMG }
            record.isPicture = Self.isWord("picture", name)
            record.paperElement = PaperElement(name)
            if Self.isWord("annotation", name) || Self.isWord("dialog", name) && !record.isOpen {
                record.isHidden = true
            }
        }
        let traits = ElementTraits[tag]
        if traits.contains(.opaque) { return opaque(tag, name, scanned, record) }
        if traits.contains(.bare) {
            attributes.removeSubrange(record.attributes)
            return scanned.end
        }
        switch tag {
        case GUMBO_TAG_HTML:
            if root == nil { root = record }
            return scanned.end
        case GUMBO_TAG_HEAD, GUMBO_TAG_BODY:
            let isSeen = tag == GUMBO_TAG_HEAD ? hasHead : hasBody
            if tag == GUMBO_TAG_HEAD { hasHead = true } else { hasBody = true }
            // A page may be hidden until its scripts have run.
            record.isHidden = false
            record.isVeiled = false
            if !isSeen { emit(tag, name, record) }
            return scanned.end
        case GUMBO_TAG_TITLE:
            // All to its end is text.
            guard let end = closing(tag, name, from: scanned.end) else { return scanned.end }
            bytes += "<title>".utf8
            append(scanned.end..<end)
            bytes += "</title>".utf8
            return (find(">", from: end) ?? source.count - 1) + 1
        default: break
        }
        if tagCount >= Self.mostTags {
            bytes.append(UInt8(ascii: " "))
            return scanned.end
        }
        guard open.start(tag) else {
            if traits.contains(.block) { bytes.append(UInt8(ascii: " ")) }
            return scanned.end
        }
        emit(tag, name, record)
        return scanned.end
    }

    /// What gumbo knows by a name. What only its later releases know has no name for any, so that each release gives the same blocks.
    private static func tag(_ name: UnsafeBufferPointer<UInt8>) -> GumboTag {
        if newer.contains(where: { isWord($0, name) }) { return GUMBO_TAG_UNKNOWN }
        return gumbo_tagn_enum(
            name.baseAddress.map { UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self) },
            UInt32(min(name.count, 64)))
    }

    /// Known from 0.13 on.
    private static let newer = ["picture", "dialog", "search"]

    private mutating func end(_ scanned: HTMLTagScanner) {
        let name = UnsafeBufferPointer(rebasing: source[scanned.name])
        let tag = Self.tag(name)
        let traits = ElementTraits[tag]
        switch tag {
        case GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_TITLE: return
        case GUMBO_TAG_BR: return emit(tag, name, nil)
        default: break
        }
        if traits.contains(.void) || traits.contains(.bare) || traits.contains(.opaque) || tagCount >= Self.mostTags {
            return
        }
        guard open.end(tag) else { return }
        emit(tag, name, nil, isEnd: true)
    }

    private mutating func emit(_ tag: GumboTag, _ name: UnsafeBufferPointer<UInt8>, _ record: Tag?, isEnd: Bool = false)
    {
        tagCount += 1
        if var record,
            record.isHidden || record.isVeiled || record.isShown || record.isAriaHidden || record.isPicture
                || record.paperElement != nil
                || !record.attributes.isEmpty
        {
            record.offset = bytes.count
            tags.append(record)
        }
        bytes.append(UInt8(ascii: "<"))
        if isEnd { bytes.append(UInt8(ascii: "/")) }
        if tag == GUMBO_TAG_UNKNOWN {
            bytes.append(UInt8(ascii: "x"))
        } else if ElementTraits[tag].contains(.plain) {
            bytes += "span".utf8
        } else if tag == GUMBO_TAG_IMG {
            bytes += "img".utf8
        } else {
            bytes.append(contentsOf: name)
        }
        bytes.append(UInt8(ascii: ">"))
    }

    // MARK: - Elements without HTML in them

    private mutating func opaque(
        _ tag: GumboTag, _ name: UnsafeBufferPointer<UInt8>, _ scanned: HTMLTagScanner, _ record: Tag
    ) -> Int {
        let start = scanned.end
        if tag == GUMBO_TAG_IFRAME {
            emit(tag, name, record)
            bytes += "</iframe>".utf8
            tagCount += 1
        }
        let isData =
            tag == GUMBO_TAG_SCRIPT
            && attributes[record.attributes].contains { attribute in
                attribute.name == .type
                    && Self.isWord("application/ld+json", UnsafeBufferPointer(rebasing: source[attribute.value]))
            }
        let isSheet =
            tag == GUMBO_TAG_STYLE
            && attributes[record.attributes].allSatisfy { attribute in
                attribute.name != .media
                    || StyleRules.isForScreens(String(decoding: source[attribute.value], as: UTF8.self))
            }
        if tag != GUMBO_TAG_IFRAME { attributes.removeSubrange(record.attributes) }
        guard let end = closing(tag, name, from: start) else {
            // The rest of the page is a script that broke off; any other may have been meant without content.
            return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE ? source.count : start
        }
        if isData { linkedData.append(start..<end) }
        if isSheet { styleSheets.append(start..<end) }
        return (find(">", from: end) ?? source.count - 1) + 1
    }

    /// Where an element's end tag begins, from an offset on.
    private mutating func closing(_ tag: GumboTag, _ name: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = source.baseAddress, !unclosed.contains(tag.rawValue) else { return nil }
        var at = start
        while at < source.count, let found = memchr(base + at, Int32(UInt8(ascii: "<")), source.count - at) {
            let place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
            let end = place + 2 + name.count
            if end <= source.count, source[place + 1] == UInt8(ascii: "/"),
                zip(source[(place + 2)..<end], name).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
            {
                return place
            }
            at = place + 1
        }
        unclosed.insert(tag.rawValue)
        return nil
    }

    /// The offset of an ASCII text, from an offset on.
    private func find(_ text: String, from start: Int) -> Int? {
        guard let base = source.baseAddress else { return nil }
        let wanted = Array(text.utf8)
        var at = start
        while at < source.count, let found = memchr(base + at, Int32(wanted[0]), source.count - at) {
            let place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
            if source[place...].starts(with: wanted) { return place }
            at = place + 1
        }
        return nil
    }
}
