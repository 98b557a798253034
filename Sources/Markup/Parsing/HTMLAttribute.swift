/// The attributes that are read; of all others only the bytes are passed.
enum HTMLAttribute: UInt8, CaseIterable {
    case id, `class`, src, srcset, alt, title, width, height, href, start, value, type, reversed, lang, role, itemprop,
        itemscope
    case itemtype, property, name, content, rel, datetime, colspan, rowspan, poster, data, usemap, coords, media
    /// A picture's address under one of the names that scripts read.
    case lazySource
    /// The same of several pictures to choose from.
    case lazySourceSet
    // What is looked at while tags are read, and not kept.
    case hidden, style, ariaHidden, open, inert

    /// Bytes of a value that is kept: longer ones are data, or nothing that can be opened.
    var longest: Int {
        switch self {
        case .class, .id, .role, .itemprop, .property, .name, .rel, .type, .lang, .itemtype: 512
        case .src, .href, .poster, .lazySource, .data: 4096
        default: 1 << 14
        }
    }

    /// The attribute of a name in any case.
    static func named(_ name: UnsafeBufferPointer<UInt8>) -> HTMLAttribute? {
        guard name.count <= 11, let key = key(name) else { return nil }
        for row in rows[name.count] where row.key == key { return row.attribute }
        return nil
    }

    /// Up to eleven letters, in small ones: 6 bits each.
    private static func key(_ name: UnsafeBufferPointer<UInt8>) -> UInt64? {
        var key: UInt64 = 0
        for byte in name {
            let small = byte | 0x20
            switch small {
            case 0x61...0x7A: key = key << 5 | UInt64(small & 31)
            // "-", and "_" as another
            case 0x2D: key = key << 5 | 27
            case 0x7F: key = key << 5 | 28
            case 0x3A: key = key << 5 | 29
            default: return nil
            }
        }
        return key
    }

    private static let rows: [[(key: UInt64, attribute: HTMLAttribute)]] = {
        var rows = [[(key: UInt64, attribute: HTMLAttribute)]](repeating: [], count: 12)
        func add(_ name: String, _ attribute: HTMLAttribute) {
            Array(name.utf8).withUnsafeBufferPointer { bytes in
                rows[bytes.count].append((key(bytes)!, attribute))
            }
        }
        for attribute in allCases where ![.lazySource, .lazySourceSet, .ariaHidden].contains(attribute) {
            add("\(attribute)", attribute)
        }
        add("aria-hidden", .ariaHidden)
        add("xml:lang", .lang)
        // What a part of a book is (EPUB 3.3, 5.2): the same words as in `role`, there with `doc-` before them.
        add("epub:type", .role)
        // What forums and portals write.
        for name in ["file", "zoomfile", "original", "real_src", "lazy-src", "lazysrc"] { add(name, .lazySource) }
        return rows
    }()

    /// What a script's own attribute of a picture holds, by its name behind `data-` and its value.
    static func lazy(_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) -> HTMLAttribute? {
        let name = String(decoding: name.lazy.map { $0 < 0x80 ? $0 | 0x20 : 0x3F }, as: UTF8.self)
        if name.contains("srcset") { return .lazySourceSet }
        guard ["src", "orig", "url", "lazy", "image", "img", "full", "hires"].contains(where: name.contains) else {
            return nil
        }
        let text = String(decoding: value.prefix(4096), as: UTF8.self)
        let isAddress = text.hasPrefix("http") || text.hasPrefix("/")
        let isPicture = [".jp", ".png", ".webp", ".gif", ".avif", ".JP", ".PNG"].contains(where: text.contains)
        return isPicture || isAddress && name.contains("src") ? .lazySource : nil
    }
}
