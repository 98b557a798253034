import Newspaper
import PageLayout
import TextDecoding
import TextFolding
import XML

/// ALTO (Analyzed Layout and Text Object, versions 1 to 4): what was recognised on scanned pages, word by word, with places.
///
/// The document may break off or go wrong anywhere: what came until then counts.
final class AltoXML: XMLHandler {
    /// The pages so far, in the units of the file.
    private var pages: [AltoPage] = []
    private var unit = AltoPage.Unit.pixel
    private var unitName: String?
    private var styles: [String: AltoStyle] = [:]
    /// The styles of the elements that are open, from the outermost.
    private var open: [AltoStyle] = []
    private var line: AltoLine?
    /// Whether white space, and a hyphen, has come since the last word of the line.
    private var isSpaced = false
    /// Text blocks so far.
    private var blocks = 0

    /// The sheets of a file, and whether the file is whole.
    ///
    /// - Parameters:
    ///   - utf8: the text of the file, fit to be shown.
    ///   - goesOn: asked again and again; false ends it.
    static func sheets(_ utf8: [UInt8], while goesOn: () -> Bool) -> (sheets: [Sheet], isWhole: Bool) {
        let reader = AltoXML()
        let isWhole = XMLReader.read(utf8, to: reader, while: goesOn)
        reader.finishLine()
        var sheets: [Sheet] = []
        for page in reader.pages where goesOn() { sheets.append(page.sheet(in: reader.unit)) }
        return (sheets, isWhole)
    }

    func begin(_ element: XMLName, _ attributes: XMLAttributes) {
        switch element.local {
        case "MeasurementUnit": unitName = ""
        case "TextStyle":
            if let id = attributes["ID"] { styles[id] = AltoStyle(attributes) }
        case "Page": pages.append(AltoPage(attributes))
        case "Illustration": add(to: \.pictures, attributes)
        case "GraphicalElement": add(to: \.rules, attributes)
        case "ComposedBlock": open.append(style(attributes))
        case "TextBlock":
            blocks += 1
            open.append(style(attributes))
        case "TextLine": beginLine(attributes)
        case "String": add(word: attributes)
        case "SP": isSpaced = true
        case "HYP": line?.hyphenate(TextDecoder.line(attributes["CONTENT"] ?? ""))
        default: break
        }
    }

    func append(_ utf8: UnsafeRawBufferPointer) {
        if unitName?.utf8.count ?? .max < 32 { unitName! += String(decoding: utf8, as: UTF8.self) }
    }

    func end(_ element: XMLName) {
        switch element.local {
        case "MeasurementUnit":
            let name = unitName?.filter { !$0.isWhitespace }.lowercased()
            unit = name.flatMap(AltoPage.Unit.init) ?? .pixel
            unitName = nil
        case "TextLine", "Page": finishLine()
        case "TextBlock", "ComposedBlock":
            finishLine()
            _ = open.popLast()
        default: break
        }
    }

    private func style(_ attributes: XMLAttributes) -> AltoStyle {
        var style = open.last ?? AltoStyle()
        for name in attributes["STYLEREFS"]?.split(whereSeparator: \.isWhitespace) ?? [] {
            if let other = styles[String(name)] { style.adopt(other) }
        }
        style.adopt(AltoStyle(bold: attributes["STYLE"]))
        return style
    }

    private func add(to boxes: WritableKeyPath<AltoPage, [Box]>, _ attributes: XMLAttributes) {
        guard !pages.isEmpty, let box = Box(attributes),
            pages[pages.count - 1][keyPath: boxes].count < AltoPage.mostBoxes
        else { return }
        pages[pages.count - 1][keyPath: boxes].append(box)
    }

    private func beginLine(_ attributes: XMLAttributes) {
        finishLine()
        line = AltoLine(box: Box(attributes), block: blocks)
        open.append(style(attributes))
        isSpaced = false
    }

    private func finishLine() {
        guard let found = line else { return }
        line = nil
        _ = open.popLast()
        if pages.isEmpty { pages.append(AltoPage()) }
        pages[pages.count - 1].append(found)
    }

    private func add(word attributes: XMLAttributes) {
        let text = PlainForms.plain(TextDecoder.clean(attributes["CONTENT"] ?? ""))
        guard text.contains(where: { !$0.isWhitespace }) else {
            isSpaced = isSpaced || !text.isEmpty
            return
        }
        if line == nil {
            line = AltoLine(block: blocks)
            open.append(open.last ?? AltoStyle())
        }
        var word = AltoWord(text, Box(attributes), style(attributes), followsSpace: isSpaced)
        isSpaced = false
        switch attributes["SUBS_TYPE"]?.lowercased() {
        case "hyppart1": word.whole = (.first, TextDecoder.clean(attributes["SUBS_CONTENT"] ?? ""))
        case "hyppart2": word.whole = (.second, TextDecoder.clean(attributes["SUBS_CONTENT"] ?? ""))
        default: break
        }
        line?.words.append(word)
    }
}

/// How letters are set, as far as it is said.
struct AltoStyle {
    /// In points.
    var size: Double?
    var family: String?
    var isBold: Bool?

    /// What nothing is said of.
    init() {}

    /// A `TextStyle`.
    init(_ attributes: XMLAttributes) {
        self.init(bold: attributes["FONTSTYLE"])
        size = attributes.number("FONTSIZE").flatMap { (1...400).contains($0) ? $0 : nil }
        family = attributes["FONTFAMILY"]
        if family?.contains("Bold") == true { isBold = true }
    }

    /// What a list of styles ("bold italics") says of the weight.
    init(bold list: String?) {
        isBold = list.map { $0.lowercased().split(whereSeparator: \.isWhitespace).contains("bold") }
    }

    mutating func adopt(_ other: AltoStyle) {
        size = other.size ?? size
        family = other.family ?? family
        isBold = other.isBold ?? isBold
    }
}

extension Box {
    /// The place of an element, in the units of the file; nil where it has none.
    init?(_ attributes: XMLAttributes) {
        guard let left = attributes.number("HPOS"), let top = attributes.number("VPOS"),
            let width = attributes.number("WIDTH"), let height = attributes.number("HEIGHT"), width > 0, height > 0
        else { return nil }
        self.init(left: left, top: top, right: left + width, bottom: top + height)
    }
}
