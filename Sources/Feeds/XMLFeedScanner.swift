import Glibc
import XML

/// Finds the items of a feed of XML while its bytes arrive, and keeps what is outside of them.
///
/// It looks for tags and passes comments and CDATA; each byte is looked at once or twice, and nothing is decoded. An item whose end
/// tag is missing ends where the next one begins, or what it is in ends.
struct XMLFeedScanner: Sendable {
    /// The items found since `drain` was called last: bytes from the start of the document.
    private var items: [Range<Int>] = []
    /// The document without its items, up to the limit of a megabyte before them and one after.
    private(set) var head: [UInt8] = []
    /// The start tags that are open around the first item; nil before it.
    private(set) var context: [UInt8]?
    /// Elements that are open outside of items.
    private var open: [[UInt8]] = []
    private var openTags: [[UInt8]] = []
    /// The name of the item that is open, and where it begins.
    private var item: (name: [UInt8], start: Int)?
    /// What is looked for, where that is not the next tag.
    private var ending: StaticString?
    /// Bytes that have arrived and are not passed.
    private var rest: [UInt8] = []
    /// Bytes before them.
    private var passed = 0
    /// Prefixes of the names that items may have.
    private var prefixes: Set<[UInt8]> = [[]]
    /// The document's first element has begun.
    private(set) var hasRoot = false
    /// Whether the first element has ended.
    private(set) var isClosed = false

    /// Longer tags are none.
    private static let longestTag = 1 << 16
    private static let longestHead = 1 << 21

    /// Whether the document ends inside of something.
    var isCut: Bool { item != nil || ending != nil || hasRoot && !isClosed }

    /// Hands over what was found, and forgets it.
    mutating func drain() -> [Range<Int>] {
        defer { items.removeAll(keepingCapacity: true) }
        return items
    }

    /// Looks at the next bytes of the document.
    mutating func scan(_ part: UnsafeRawBufferPointer) {
        if rest.isEmpty {
            let end = scan(part, isLast: false)
            rest = Array(part[end...])
            passed += end
        } else {
            rest += part
            let all = rest
            let end = all.withUnsafeBytes { scan($0, isLast: false) }
            rest.removeFirst(end)
            passed += end
        }
    }

    /// The document ends here.
    mutating func finish() {
        let all = rest
        let end = all.withUnsafeBytes { scan($0, isLast: true) }
        if item == nil { keep(all[min(end, all.count)...]) }
        passed += all.count
        rest = []
        if let item { items.append(item.start..<passed) }
    }

    private mutating func keep(_ bytes: some Collection<UInt8>) {
        if head.count + bytes.count <= Self.longestHead { head += bytes }
    }

    /// Looks at bytes; gives the offset of the first that cannot be told yet.
    private mutating func scan(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> Int {
        var at = 0
        while at < bytes.count {
            let start = at
            if let ending {
                guard let found = ByteSearch.find(ending, in: bytes, from: at) else {
                    // Its first characters may be the last that have arrived.
                    at = isLast ? bytes.count : max(at, bytes.count - ending.utf8CodeUnitCount + 1)
                    if item == nil { keep(bytes[start..<at]) }
                    return at
                }
                at = found + ending.utf8CodeUnitCount
                self.ending = nil
                if item == nil { keep(bytes[start..<at]) }
                continue
            }
            let found = memchr(bytes.baseAddress! + at, Int32(UInt8(ascii: "<")), bytes.count - at)
            let tag = found.map { UnsafeRawPointer($0) - bytes.baseAddress! } ?? bytes.count
            if item == nil { keep(bytes[at..<tag]) }
            guard tag < bytes.count else { return tag }
            guard let next = passTag(bytes, at: tag, isLast: isLast) else { return tag }
            at = next
        }
        return at
    }

    // MARK: - Tags

    /// Passes the tag at an offset; nil where it has not arrived whole.
    private mutating func passTag(_ bytes: UnsafeRawBufferPointer, at tag: Int, isLast: Bool) -> Int? {
        // The longest beginning that tells what it is.
        if !isLast, bytes.count - tag < 10 { return nil }
        guard tag + 1 < bytes.count else { return keeping(bytes, tag, tag + 1) }
        switch bytes[tag + 1] {
        case UInt8(ascii: "!"):
            if bytes[tag...].starts(with: "<![CDATA[".utf8) {
                ending = "]]>"
                return keeping(bytes, tag, tag + 9)
            }
            if bytes[tag...].starts(with: "<!--".utf8) {
                ending = "-->"
                return keeping(bytes, tag, tag + 4)
            }
            return keeping(bytes, tag, tag + 2)
        case UInt8(ascii: "?"):
            if item == nil { ending = "?>" }
            return keeping(bytes, tag, tag + 2)
        case UInt8(ascii: "/"):
            guard let (name, end) = name(bytes, from: tag + 2, isLast: isLast) else { return nil }
            return passEnd(name, bytes, tag, end, isLast: isLast)
        default:
            guard let (name, end) = name(bytes, from: tag + 1, isLast: isLast) else { return nil }
            guard !name.isEmpty else { return keeping(bytes, tag, tag + 1) }
            return passStart(Array(name), bytes, tag, end, isLast: isLast)
        }
    }

    private mutating func keeping(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int {
        if item == nil { keep(bytes[start..<end]) }
        return end
    }

    /// The name at an offset; nil where it may go on in what has not arrived.
    private func name(
        _ bytes: UnsafeRawBufferPointer, from start: Int, isLast: Bool
    ) -> (name: Slice<UnsafeRawBufferPointer>, end: Int)? {
        var end = start
        while end < bytes.count, end - start < 256, Self.isName(bytes[end]) { end += 1 }
        if end == bytes.count, !isLast { return nil }
        return (bytes[start..<end], end)
    }

    private mutating func passEnd(
        _ name: Slice<UnsafeRawBufferPointer>, _ bytes: UnsafeRawBufferPointer, _ tag: Int, _ nameEnd: Int, isLast: Bool
    ) -> Int? {
        var end = nameEnd
        while end < bytes.count, end - nameEnd < 64, bytes[end] <= 0x20 { end += 1 }
        if end == bytes.count, !isLast { return nil }
        if end < bytes.count, bytes[end] == UInt8(ascii: ">") { end += 1 }
        if let item {
            if name.elementsEqual(item.name) {
                items.append(item.start..<passed + end)
                self.item = nil
            } else if Self.isContainer(name), let place = open.lastIndex(where: { $0.elementsEqual(name) }) {
                items.append(item.start..<passed + tag)
                self.item = nil
                close(at: place)
                keep(bytes[tag..<end])
            }
            return end
        }
        keep(bytes[tag..<end])
        // An end that is far from its beginning is looked for no further: the search would not be linear.
        if let place = open.indices.suffix(16).last(where: { open[$0].elementsEqual(name) }) { close(at: place) }
        return end
    }

    private mutating func close(at place: Int) {
        open.removeSubrange(place...)
        openTags.removeSubrange(place...)
        if open.isEmpty { isClosed = true }
    }

    private mutating func passStart(
        _ name: [UInt8], _ bytes: UnsafeRawBufferPointer, _ tag: Int, _ nameEnd: Int, isLast: Bool
    ) -> Int? {
        let isItem = Self.isItem(name, prefixes)
        if item != nil, !isItem { return nameEnd }
        guard let end = endOfTag(bytes, from: nameEnd, isLast: isLast) else {
            return bytes.count - tag > Self.longestTag ? keeping(bytes, tag, tag + 1) : nil
        }
        let isEmpty = end - 2 >= nameEnd && bytes[end - 2] == UInt8(ascii: "/") && bytes[end - 1] == UInt8(ascii: ">")
        if isItem {
            if let item { items.append(item.start..<passed + tag) }
            item = nil
            if context == nil { context = Array(openTags.joined()) }
            if isEmpty {
                items.append(passed + tag..<passed + end)
            } else {
                item = (name, passed + tag)
            }
            return end
        }
        let text = bytes[tag..<end]
        keep(text)
        if !hasRoot || Self.isContainer(name[...]) { learn(name, text) }
        hasRoot = true
        isClosed = false
        if isEmpty {
            if open.isEmpty { isClosed = true }
        } else if open.count < 1_000 {
            open.append(name)
            openTags.append(Array(text))
        }
        return end
    }

    /// The offset behind a tag's `>`, which may stand in the value of an attribute too.
    private func endOfTag(_ bytes: UnsafeRawBufferPointer, from start: Int, isLast: Bool) -> Int? {
        var at = start
        var quote: UInt8?
        while at < bytes.count, at - start < Self.longestTag {
            let byte = bytes[at]
            if byte == quote {
                quote = nil
            } else if quote == nil {
                if byte == UInt8(ascii: ">") { return at + 1 }
                if byte == UInt8(ascii: "<") { return at }
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
            } else if byte == UInt8(ascii: "<") {
                // The quotation mark is missing.
                return bytes[start..<at].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? at
            }
            at += 1
        }
        return isLast ? bytes.count : nil
    }

    /// Learns which prefixes the feed's own elements have, from its first elements.
    private mutating func learn(_ name: [UInt8], _ tag: Slice<UnsafeRawBufferPointer>) {
        if let colon = name.firstIndex(of: UInt8(ascii: ":")) { prefixes.insert(Array(name[...colon])) }
        let words = tag.split { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
        for word in words where word.starts(with: "xmlns:".utf8) {
            let sides = word.split(separator: UInt8(ascii: "="), maxSplits: 1)
            guard sides.count == 2 else { continue }
            let uri = String(
                decoding: sides[1].filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }, as: UTF8.self)
            if FeedVocabulary(uri: uri).isFeed { prefixes.insert(Array(sides[0].dropFirst(6)) + [UInt8(ascii: ":")]) }
        }
    }

    private static func isItem(_ name: [UInt8], _ prefixes: Set<[UInt8]>) -> Bool {
        let colon = name.firstIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? 0
        let local = name[colon...]
        guard local.count == 4 && isWord(local, "item") || local.count == 5 && isWord(local, "entry") else {
            return false
        }
        return prefixes.contains(Array(name[..<colon]))
    }

    /// Whether it is the name of an element that items are in.
    private static func isContainer(_ name: some Collection<UInt8>) -> Bool {
        let colon = name.firstIndex(of: UInt8(ascii: ":")).map { name.index(after: $0) } ?? name.startIndex
        let local = name[colon...]
        return isWord(local, "channel") || isWord(local, "rss") || isWord(local, "feed") || isWord(local, "rdf")
    }

    private static func isWord(_ name: some Collection<UInt8>, _ word: StaticString) -> Bool {
        name.count == word.utf8CodeUnitCount
            && zip(name, UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)).allSatisfy {
                $0 | 0x20 == $1
            }
    }

    private static func isName(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x3A).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte >= 0x80
    }
}
