import Glibc
import TextDecoding

/// Reads what XML was meant to be, where it is none: it gives the same calls as `XMLReader` gives of a well-formed document, and
/// takes time linear in the bytes whatever they are.
///
/// An `&` or `<` that begins nothing is text. HTML's names of characters are understood. An end tag ends what was left open in its
/// element, and one of no open element is passed over; so is what is outside of the first element. A tag without its `>` ends
/// before the next `<`. Where the document breaks off, what is open ends. Entities that it declares are left as they are written,
/// but for those that the caller knows.
package struct XMLRepair {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let handler: any XMLHandler
    private var at = 0
    /// Names of the elements that are open, and how many are of each name.
    private var open: [[UInt8]] = []
    private var counts: [[UInt8]: Int] = [:]
    /// What is not to be found any more from here on, so that it is looked for once.
    private var missing: Set<String> = []
    private var text: [UInt8] = []
    /// The words of the attributes of a tag, each ended by a NUL, and where each begins.
    private var words: [CChar] = []
    private var starts: [Int] = []
    private let entities: [String: String]
    /// Bytes that entities may still add.
    private var budget = 1 << 20

    /// Elements inside each other; deeper ones are taken for text of their parents.
    private static let deepest = 1_000

    /// Reads bytes of UTF-8; ill-formed parts are given as they are.
    ///
    /// - Parameter entities: texts of entities by name; no more than a megabyte of them is put in.
    package static func read(
        _ utf8: UnsafeRawBufferPointer, to handler: some XMLHandler, entities: [String: String] = [:]
    ) {
        utf8.withMemoryRebound(to: UInt8.self) { bytes in
            var repair = XMLRepair(bytes: bytes, handler: handler, entities: entities)
            repair.run()
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, handler: any XMLHandler, entities: [String: String]) {
        (self.bytes, self.handler, self.entities) = (bytes, handler, entities)
    }

    private mutating func run() {
        while at < bytes.count {
            let next = find("<", from: at) ?? bytes.count
            appendText(at..<next)
            at = next
            guard at < bytes.count else { break }
            if !passMarkup() {
                text.append(UInt8(ascii: "<"))
                at += 1
            }
        }
        flush()
        while let name = open.popLast() { end(name) }
    }

    // MARK: - Markup

    /// Passes what begins at `at`, where `<` is; false where nothing does.
    private mutating func passMarkup() -> Bool {
        guard at + 1 < bytes.count else {
            // A tag of which only this has arrived.
            at += 1
            return true
        }
        switch bytes[at + 1] {
        case UInt8(ascii: "/"): return passEnd()
        case UInt8(ascii: "?"):
            at = end(of: "?>") ?? end(of: ">") ?? bytes.count
            return true
        case UInt8(ascii: "!"):
            if begins("<![CDATA[") {
                let start = at + 9
                let close = find("]]>", from: start)
                append(start..<(close ?? bytes.count))
                at = close.map { $0 + 3 } ?? bytes.count
            } else if begins("<!--") {
                at = end(of: "-->") ?? end(of: ">") ?? bytes.count
            } else {
                passDeclaration()
            }
            return true
        case let byte where Self.beginsName(byte): return passStart()
        default: return false
        }
    }

    private func begins(_ word: String) -> Bool { bytes[at...].starts(with: word.utf8) }

    private mutating func end(of word: StaticString) -> Int? {
        find(word, from: at + 2).map { $0 + word.utf8CodeUnitCount }
    }

    /// A DOCTYPE with what it has in brackets.
    private mutating func passDeclaration() {
        let close = find(">", from: at) ?? bytes.count
        let bracket = bytes[at..<close].firstIndex(of: UInt8(ascii: "["))
        guard let bracket, let end = find("]", from: bracket) else {
            at = min(close + 1, bytes.count)
            return
        }
        at = find(">", from: end).map { $0 + 1 } ?? bytes.count
    }

    private mutating func passEnd() -> Bool {
        let start = at + 2
        guard start < bytes.count else {
            at = bytes.count
            return true
        }
        guard Self.beginsName(bytes[start]) else { return false }
        let nameEnd = bytes[start...].firstIndex { !Self.isName($0) } ?? bytes.count
        let name = Array(bytes[start..<nameEnd])
        at = nameEnd
        while at < bytes.count, bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "<") { at += 1 }
        if at < bytes.count, bytes[at] == UInt8(ascii: ">") { at += 1 }
        guard counts[name, default: 0] > 0 else { return true }
        flush()
        while let last = open.popLast() {
            end(last)
            if last == name { break }
        }
        return true
    }

    private mutating func end(_ name: [UInt8]) {
        counts[name, default: 1] -= 1
        (name + [0]).withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { handler.end(XMLName($0.baseAddress!)) }
        }
    }

    private mutating func passStart() -> Bool {
        let start = at + 1
        let nameEnd = bytes[start...].firstIndex { !Self.isName($0) } ?? bytes.count
        let name = Array(bytes[start..<nameEnd])
        // “a<b” in a text; a tag goes on with an attribute or ends.
        if nameEnd < bytes.count, !Self.isSpace(bytes[nameEnd]), !"/><".utf8.contains(bytes[nameEnd]) { return false }
        words.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        at = nameEnd
        let isEmpty = passAttributes()
        flush()
        guard open.count < Self.deepest else { return true }
        words.append(0)
        words.withUnsafeBufferPointer { words in
            var pointers: [UnsafePointer<CChar>?] = starts.map { words.baseAddress! + $0 }
            pointers.append(nil)
            (name + [0]).withUnsafeBufferPointer { name in
                name.withMemoryRebound(to: CChar.self) { name in
                    pointers.withUnsafeMutableBufferPointer {
                        handler.begin(XMLName(name.baseAddress!), XMLAttributes(words: $0.baseAddress!))
                    }
                }
            }
        }
        counts[name, default: 0] += 1
        if isEmpty { end(name) } else { open.append(name) }
        return true
    }

    // MARK: - Attributes

    /// Reads the attributes, and the end of their tag; returns whether it is that of an empty element.
    private mutating func passAttributes() -> Bool {
        var isEmpty = false
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: ">"):
                at += 1
                return isEmpty
            case UInt8(ascii: "<"): return isEmpty
            case UInt8(ascii: "/"):
                isEmpty = true
                at += 1
            case let byte where Self.isName(byte):
                isEmpty = false
                passAttribute()
            default: at += 1
            }
        }
        return isEmpty
    }

    private mutating func passAttribute() {
        let start = at
        while at < bytes.count, Self.isName(bytes[at]) { at += 1 }
        let name = start..<at
        passSpace()
        guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return add(name, at..<at) }
        at += 1
        passSpace()
        guard at < bytes.count else { return add(name, at..<at) }
        let quote = bytes[at]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let value = at
            while at < bytes.count, !Self.isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">") { at += 1 }
            return add(name, value..<at)
        }
        let value = at + 1
        if let close = find(quote == UInt8(ascii: "'") ? "'" : "\"", from: value) {
            let isClosed =
                close + 1 == bytes.count || Self.isSpace(bytes[close + 1]) || "/>?".utf8.contains(bytes[close + 1])
            // A quotation mark that is missing would take all up to the next.
            if isClosed || !bytes[value..<close].contains(UInt8(ascii: "<")) {
                at = close + 1
                return add(name, value..<close)
            }
        }
        at = bytes[value...].firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") } ?? bytes.count
        add(name, value..<at)
    }

    private mutating func passSpace() { while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 } }

    private mutating func add(_ name: Range<Int>, _ value: Range<Int>) {
        starts.append(words.count)
        words += bytes[name].map { CChar(bitPattern: $0) } + [0]
        starts.append(words.count)
        var plain: [UInt8] = []
        decode(value, to: &plain)
        words += plain.lazy.map { CChar(bitPattern: Self.isSpace($0) || $0 == 0 ? 0x20 : $0) } + [0]
    }

    // MARK: - Text

    private mutating func appendText(_ range: Range<Int>) {
        guard !open.isEmpty else { return }
        var output: [UInt8] = []
        swap(&output, &text)
        decode(range, to: &output)
        swap(&output, &text)
    }

    private mutating func append(_ range: Range<Int>) {
        if !open.isEmpty { text += bytes[range] }
    }

    private mutating func flush() {
        if !text.isEmpty, !open.isEmpty { text.withUnsafeBytes { handler.append($0) } }
        text.removeAll(keepingCapacity: true)
    }

    /// Appends a text with the characters that its references stand for.
    private mutating func decode(_ range: Range<Int>, to output: inout [UInt8]) {
        let part = UnsafeBufferPointer(rebasing: bytes[range])
        var place = 0
        while place < part.count {
            let rest = part.count - place
            guard let found = memchr(part.baseAddress! + place, Int32(UInt8(ascii: "&")), rest) else {
                output += part[place...]
                return
            }
            let ampersand = UnsafeRawPointer(found) - UnsafeRawPointer(part.baseAddress!)
            output += part[place..<ampersand]
            if let reference = CharacterReference.decode(part, at: ampersand) {
                output += Array(UTF8.encode(reference.scalar) ?? UTF8.encodedReplacementCharacter)
                place = reference.end
            } else if let (text, end) = entity(part, at: ampersand), budget >= text.utf8.count {
                output += text.utf8
                budget -= text.utf8.count
                place = end
            } else {
                output.append(UInt8(ascii: "&"))
                place = ampersand + 1
            }
        }
    }

    /// The text of the entity that is named at an offset, and the offset behind the name.
    private func entity(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (text: String, end: Int)? {
        guard !entities.isEmpty else { return nil }
        let name = bytes[(start + 1)...].prefix(64).prefix { Self.isName($0) }
        guard name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ";") else { return nil }
        return entities[String(decoding: name, as: UTF8.self)].map { ($0, name.endIndex + 1) }
    }

    /// Where a word is, from an offset on; one that is not there is not looked for again.
    private mutating func find(_ word: StaticString, from start: Int) -> Int? {
        guard start < bytes.count, missing.isEmpty || !missing.contains(word.description) else { return nil }
        guard let found = ByteSearch.find(word, in: UnsafeRawBufferPointer(bytes), from: start) else {
            missing.insert(word.description)
            return nil
        }
        return found
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func beginsName(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte >= 0x80
    }

    private static func isName(_ byte: UInt8) -> Bool {
        beginsName(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
}
