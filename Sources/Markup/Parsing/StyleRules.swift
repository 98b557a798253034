/// What a page's own style sheets take away: the rules of one class, one id, one element, or an element of a class or id, that say
/// `display: none` or `visibility: hidden` (CSS 2.2, 9.2.4 and 11.2), by the order of the cascade (6.4.1).
///
/// Only what is hidden in every window counts: where a rule for some windows or for some places shows an element, or one
/// of its classes, it is not hidden. Read in one pass; nothing in it nests deeper than ``deepest``.
struct StyleRules {
    /// Winning declarations of the two properties.
    private struct Effects {
        var display: Declaration?
        var visibility: Declaration?
    }

    private struct Declaration {
        var hides: Bool
        /// Importance, specificity and place, in the order in which they decide.
        var rank: Int
    }

    /// UTF-8 bytes of style sheets that are read of one page.
    static let mostBytes = 1 << 21
    private static let deepest = 16
    private static let mostClasses = 32

    /// By selector: "p", ".note", "#box", "p.note", "p#box".
    private var effects: [String: Effects] = [:]
    /// Classes, ids and elements that a rule shows which holds at some places, or in some windows.
    private var shown: Set<String> = []
    private var place = 0

    /// Whether any rule hides anything.
    private(set) var hidesAny = false

    /// Reads a style sheet; the rules of a later one come after those of an earlier one.
    mutating func read(_ sheet: ArraySlice<UInt8>) {
        var scanner = Scanner(bytes: sheet, at: sheet.startIndex)
        var media = [Media.all]
        while let prelude = scanner.prelude() {
            let now = media.last ?? .all
            switch prelude.end {
            case UInt8(ascii: "{"):
                if prelude.text.hasPrefix("@") {
                    let inner = min(now, Media(prelude.text))
                    if media.count < Self.deepest, Media.holdsRules(prelude.text) {
                        media.append(inner)
                    } else {
                        scanner.skipBlock()
                    }
                } else {
                    add(prelude.text, scanner.declarations(), now)
                }
            case UInt8(ascii: "}"): if media.count > 1 { media.removeLast() }
            default: break
            }
        }
    }

    /// Whether an element is hidden by these rules.
    ///
    /// - Parameters:
    ///   - element: its name in small letters.
    ///   - classes: the value of its `class`.
    func hide(_ element: String, id: String?, classes: String?) -> Bool {
        let names = (classes ?? "").split(separator: " ", maxSplits: Self.mostClasses).map { "." + $0 }
        let marks = names.prefix(Self.mostClasses) + (id.map { ["#" + $0] } ?? [])
        var (display, visibility): (Declaration?, Declaration?)
        func take(_ selector: String) {
            guard let found = effects[selector] else { return }
            if let other = found.display, other.rank > display?.rank ?? -1 { display = other }
            if let other = found.visibility, other.rank > visibility?.rank ?? -1 { visibility = other }
        }
        take(element)
        for mark in marks {
            take(mark)
            take(element + mark)
        }
        guard display?.hides == true || visibility?.hides == true else { return false }
        return !shown.contains(element) && !marks.contains(where: shown.contains)
    }

    /// Where a rule holds.
    private enum Media: Int, Comparable {
        /// Nowhere that counts: in print.
        case none
        /// In some windows.
        case some
        case all

        static func < (left: Media, right: Media) -> Bool { left.rawValue < right.rawValue }

        init(_ rule: String) {
            guard rule.hasPrefix("@media") else {
                self = rule.hasPrefix("@layer") ? .all : .some
                return
            }
            self = Media(query: rule.dropFirst("@media".utf8.count))
        }

        /// - Parameter query: as in an element's `media`, in small letters.
        init(query: some StringProtocol) {
            // A comma is an "or".
            self =
                query.split(separator: ",").map { query in
                    let words = query.split { $0 == " " }.filter { $0 != "only" }
                    if words == ["screen"] || words == ["all"] { return .all }
                    let isScreen = words.first.map { $0 == "screen" || $0 == "all" || $0.hasPrefix("(") } ?? false
                    return isScreen ? .some : .none
                }.max() ?? .all
        }

        /// Whether there are rules in the block of a rule, and not declarations.
        static func holdsRules(_ rule: String) -> Bool {
            ["@media", "@supports", "@layer", "@container", "@scope", "@starting-style"].contains(where: rule.hasPrefix)
        }
    }

    /// Whether a style sheet for such media is for a screen.
    static func isForScreens(_ media: String) -> Bool { Media(query: media.lowercased()) == .all }
}

extension StyleRules {
    private typealias Declared = (display: (hides: Bool, important: Bool)?, visibility: (hides: Bool, important: Bool)?)

    private mutating func add(_ selectors: String, _ declared: Declared, _ media: Media) {
        guard media > .none, declared.display != nil || declared.visibility != nil else { return }
        let shows = declared.display?.hides == false || declared.visibility?.hides == false
        for text in selectors.split(separator: ",") {
            guard let selector = Selector(text) else { continue }
            guard media == .all, let key = selector.key else {
                if shows { shown.formUnion(selector.marks) }
                continue
            }
            place += 1
            func declaration(_ value: (hides: Bool, important: Bool)) -> Declaration {
                Declaration(
                    hides: value.hides, rank: (value.important ? 1 << 60 : 0) + selector.specificity << 40 + place)
            }
            var known = effects[key] ?? Effects()
            if let new = declared.display.map(declaration), new.rank > known.display?.rank ?? -1 { known.display = new }
            if let new = declared.visibility.map(declaration), new.rank > known.visibility?.rank ?? -1 {
                known.visibility = new
            }
            effects[key] = known
            hidesAny = hidesAny || declared.display?.hides == true || declared.visibility?.hides == true
        }
    }

    /// The last compound of a selector: what it says of the element itself.
    private struct Selector {
        /// Nothing else is asked of the element: its key among the rules.
        var key: String?
        /// Its classes and its id; its element where it has none of them.
        var marks: [String] = []
        var specificity = 0

        /// nil for what is no element, such as the text that a rule puts before one.
        init?(_ text: Substring) {
            var (element, names): (String, [String]) = ("", [])
            var isAlone = true
            var depth = 0
            var isName = false
            var isEscaped = false
            for character in String(text).trimmed {
                if isEscaped {
                    isEscaped = false
                    if !names.isEmpty { names[names.count - 1].append(character) }
                    continue
                }
                switch character {
                case "\\": isEscaped = true
                case "(", "[":
                    depth += 1
                    isAlone = false
                case ")", "]": depth = max(0, depth - 1)
                case _ where depth > 0: break
                case " ", ">", "+", "~":
                    if !element.isEmpty || !names.isEmpty {
                        isAlone = false
                        (element, names, isName) = ("", [], false)
                    }
                case ".", "#", ":":
                    names.append(String(character))
                    isName = true
                default:
                    if isName { names[names.count - 1].append(character) } else { element.append(character) }
                }
            }
            // "::before", and ":before" as it was once written.
            let parts = [":", ":before", ":after", ":first-line", ":first-letter", ":marker", ":placeholder"]
            guard !names.contains(where: parts.contains) else { return nil }
            marks = names.filter { !$0.hasPrefix(":") }
            if marks.isEmpty { marks = element.isEmpty ? [] : [element.lowercased()] }
            guard isAlone, !element.contains("*"), names.count <= 1, !names.contains(where: { $0.hasPrefix(":") }),
                !element.isEmpty || !names.isEmpty
            else { return }
            key = element.lowercased() + (names.first ?? "")
            specificity = (element.isEmpty ? 0 : 1) + (names.first.map { $0.hasPrefix("#") ? 1 << 16 : 1 << 8 } ?? 0)
        }
    }

    /// Goes through the bytes of a style sheet once.
    private struct Scanner {
        let bytes: ArraySlice<UInt8>
        var at: Int

        /// What stands before the next block, rule or end of a block, each run of white space as one, with the byte that ends it; nil at the end.
        mutating func prelude() -> (text: String, end: UInt8)? {
            var text: [UInt8] = []
            while let byte = next() {
                if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ";") {
                    if text.last == 0x20 { text.removeLast() }
                    let isRule = text.first == UInt8(ascii: "@")
                    if isRule { text = text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }
                    return (String(decoding: text, as: UTF8.self), byte)
                }
                if byte > 0x20 { text.append(byte) } else if !text.isEmpty, text.last != 0x20 { text.append(0x20) }
            }
            return nil
        }

        /// What the block that has begun says of display and visibility; blocks in it are passed over.
        mutating func declarations() -> Declared {
            var declared: Declared = (nil, nil)
            var text: [UInt8] = []
            func end() {
                defer { text.removeAll(keepingCapacity: true) }
                // "display:none!important" is 22 bytes.
                guard text.count < 64, let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return }
                let name = String(decoding: text[..<colon], as: UTF8.self)
                guard name == "display" || name == "visibility" else { return }
                var value = String(decoding: text[(colon + 1)...], as: UTF8.self)
                let isImportant = value.hasSuffix("!important")
                if isImportant { value.removeLast("!important".count) }
                if name == "display" {
                    declared.display = (value == "none", isImportant)
                } else {
                    declared.visibility = (value == "hidden" || value == "collapse", isImportant)
                }
            }
            while let byte = next() {
                switch byte {
                case UInt8(ascii: "}"):
                    end()
                    return declared
                case UInt8(ascii: ";"): end()
                case UInt8(ascii: "{"):
                    skipBlock()
                    text.removeAll(keepingCapacity: true)
                case 0x21...: text.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
                default: break
                }
            }
            end()
            return declared
        }

        /// Passes the rest of the block that has begun.
        mutating func skipBlock() {
            var depth = 1
            while depth > 0, let byte = next() {
                if byte == UInt8(ascii: "{") { depth += 1 }
                if byte == UInt8(ascii: "}") { depth -= 1 }
            }
        }

        /// The next byte, of a comment or a string only one for all of it.
        private mutating func next() -> UInt8? {
            guard at < bytes.endIndex else { return nil }
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "/") where at < bytes.endIndex && bytes[at] == UInt8(ascii: "*"):
                at += 1
                while at < bytes.endIndex {
                    at += 1
                    if bytes[at - 1] == UInt8(ascii: "*"), at < bytes.endIndex, bytes[at] == UInt8(ascii: "/") {
                        at += 1
                        break
                    }
                }
                return 0x20
            case UInt8(ascii: "<") where bytes[at...].starts(with: "!--".utf8):
                at += 3
                return 0x20
            case UInt8(ascii: "-") where bytes[at...].starts(with: "->".utf8):
                at += 2
                return 0x20
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                while at < bytes.endIndex, bytes[at] != byte, bytes[at] != 0x0A {
                    at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
                }
                at = min(bytes.endIndex, at + 1)
                return byte
            default: return byte
            }
        }
    }
}
