extension HTMLInput {
    /// Keeps an attribute of a tag, if it is one that is read and the first of its name.
    static func keep(
        _ name: Range<Int>, _ value: Range<Int>, of source: UnsafeBufferPointer<UInt8>, _ tag: inout Tag,
        _ known: inout UInt64,
        _ kept: inout [Attribute]
    ) {
        let letters = UnsafeBufferPointer(rebasing: source[name])
        let text = UnsafeBufferPointer(rebasing: source[value])
        var attribute = HTMLAttribute.named(letters)
        if attribute == nil, name.count > 5, name.count < 40, letters[4] == UInt8(ascii: "-"),
            zip(letters, "data".utf8).allSatisfy({ $0 | 0x20 == $1 }), !value.isEmpty
        {
            attribute = .lazy(UnsafeBufferPointer(rebasing: letters[5...]), text)
        }
        guard let attribute, known >> UInt64(attribute.rawValue) & 1 == 0 else { return }
        known |= 1 << UInt64(attribute.rawValue)
        switch attribute {
        case .hidden: tag.isHidden = tag.isHidden || !isWord("until-found", text)
        case .ariaHidden: tag.isAriaHidden = isWord("true", text)
        case .style:
            switch effect(of: text) {
            case .hides: tag.isHidden = true
            case .veils: tag.isVeiled = true
            case .shows: tag.isShown = true
            case nil: break
            }
        case .open: tag.isOpen = true
        case .inert: tag.isHidden = true
        default:
            guard value.count <= attribute.longest else { return }
            // Data in place of an address, which is as long as the picture.
            if attribute == .src, text.starts(with: "data:".utf8) { return }
            kept.append(Attribute(name: attribute, value: value))
        }
    }

    static func isWord(_ word: String, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.count == word.utf8.count && zip(text, word.utf8).allSatisfy { $0 | 0x20 == $1 }
    }

    private enum StyleEffect { case hides, veils, shows }

    /// Whether a style takes its element away: `display: none`, a place far outside of the page; or only hides it where it is:
    /// `visibility: hidden`; or shows what others may hide.
    private static func effect(of style: UnsafeBufferPointer<UInt8>) -> StyleEffect? {
        // "display", "visibility", "-999px", "-999em".
        guard style.count < 2048, style.contains(where: { $0 | 0x20 == UInt8(ascii: "y") || $0 == UInt8(ascii: "9") })
        else { return nil }
        let letters = style.filter { $0 > 0x20 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let text = String(decoding: letters, as: UTF8.self)
        if text.contains("display:none") { return .hides }
        if text.contains("left:-999") || text.contains("top:-999") { return .hides }
        if text.contains("visibility:hidden") { return .veils }
        return text.contains("display:") || text.contains("visibility:") ? .shows : nil
    }
}
