import CGumbo

/// What matters of an element by its name alone.
struct ElementTraits: OptionSet {
    let rawValue: UInt16

    /// Ends the paragraph before it, and its own text is none of the next.
    static let block = ElementTraits(rawValue: 1 << 0)
    /// Has no content and no end tag (HTML, 13.1.2).
    static let void = ElementTraits(rawValue: 1 << 1)
    /// Is opened again in the next block where it was not closed (HTML, 13.2.4.3).
    static let formatting = ElementTraits(rawValue: 1 << 2)
    /// Says nothing: read as `span`, which is not opened again.
    static let plain = ElementTraits(rawValue: 1 << 3)
    /// Ends by itself where the next of its kind begins, so that many of them are no nesting.
    static let endsItself = ElementTraits(rawValue: 1 << 4)
    /// End tags inside it close nothing outside (HTML, 13.2.4.2).
    static let scope = ElementTraits(rawValue: 1 << 5)
    /// Its tags are left out, its content stays.
    static let bare = ElementTraits(rawValue: 1 << 6)
    /// Its content is no text and no HTML, or nothing to read.
    static let opaque = ElementTraits(rawValue: 1 << 7)
    /// Nothing of it is shown.
    static let hidden = ElementTraits(rawValue: 1 << 8)

    /// Of an element by gumbo's number.
    static subscript(_ name: GumboTag) -> ElementTraits { table[Int(name.rawValue & 255)] }

    private static let table: [ElementTraits] = {
        var table = [ElementTraits](repeating: [], count: 256)
        for (traits, names) in rows {
            for name in names.split(separator: " ") {
                let tag = gumbo_tag_enum(String(name))
                if tag != GUMBO_TAG_UNKNOWN { table[Int(tag.rawValue)].formUnion(traits) }
            }
        }
        return table
    }()

    private static let rows: [(ElementTraits, String)] = [
        (
            .block,
            """
            address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 \
            h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol p pre section summary table tbody tfoot \
            thead title tr td th ul xmp option
            """
        ),
        (
            .void,
            "area base basefont bgsound br col embed frame hr image img input keygen link meta param source spacer track wbr"
        ),
        (.formatting, "b strong i em code tt"),
        (.plain, "font big small nobr s strike u"),
        (.endsItself, "p li dt dd option optgroup rt rp rb rtc tr tbody thead tfoot colgroup"),
        (.scope, "table td th caption object applet marquee template"),
        (
            .bare,
            """
            frame frameset noframes plaintext isindex math mi mo mn ms mtext mglyph malignmark annotation-xml foreignobject desc nextid \
            bgsound basefont keygen
            """
        ),
        (.opaque, "script style svg textarea select noembed iframe datalist canvas"),
        (
            .hidden,
            "head title template button select datalist option optgroup input textarea progress meter output noscript map"
        ),
    ]
}
