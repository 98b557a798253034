import CGumbo
import Newspaper

/// Pictures, films and what is said below them.
extension BlockWalk {
    /// Whether an element shows pictures, and beside them nothing but what says what is on them.
    func showsPicture(_ node: Int) -> Bool {
        var found = false
        for inner in node + 1..<Int(tree.nodes[node].end) {
            switch tree.nodes[inner].tag {
            case GUMBO_TAG_IMG, GUMBO_TAG_VIDEO, GUMBO_TAG_AUDIO, GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT: found = true
            case GUMBO_TAG_TABLE, GUMBO_TAG_PRE, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_FIGURE:
                return false
            default: break
            }
        }
        return found && tree.nodes[node].text.count < 4000
    }

    mutating func beginCaption(_ closings: inout Closings) {
        captions += 1
        writer.mode = .joined
        closings.insert(.caption)
    }

    mutating func endCaption() {
        captions -= 1
        endFigures()
    }

    /// Adds the figures that have come with what was said below them.
    private mutating func endFigures() {
        let caption = writer.take()
        var figures = captionFigures
        captionFigures = []
        if let (text, spans) = caption {
            if figures.isEmpty { figures = [Block(.figure, "")] }
            // What is said below several is said of all.
            (figures[0].text, figures[0].spans) = (text, spans)
        }
        for figure in figures { writer.add(figure: figure) }
    }

    mutating func addFigure(_ tag: GumboTag, _ node: Int) -> Int {
        let end = Int(tree.nodes[node].end)
        guard tables == 0 || tag == GUMBO_TAG_IMG else { return tag == GUMBO_TAG_OBJECT ? node + 1 : end }
        var address = pictures.address(of: node)
        let description = tree.value(tag == GUMBO_TAG_IMG ? .alt : .title, of: node)
        switch tag {
        case GUMBO_TAG_IMG:
            if pictures.isCounter(node) { return end }
            // The next picture of a table, behind the words below the one before.
            if captions > 0, !paperPictures.boxes.isEmpty, !writer.isEmpty { endFigures() }
            if tables > 0 || pictures.isInline(node) {
                if let description, pictures.isInline(node) { writer.append(description) }
                return end
            }
            if address == nil, let picture = around(node) { address = pictures.sourceAddress(in: picture) }
        case GUMBO_TAG_VIDEO, GUMBO_TAG_AUDIO:
            address =
                tree.value(.poster, of: node).flatMap(pictures.link) ?? address ?? pictures.sourceAddress(in: node)
            if address == nil { return end }
        default:
            // A frame holds a film, or an advertisement.
            if pictures.isCounter(node) { return end }
            guard let film = address, Self.isFilm(film) else { return tag == GUMBO_TAG_OBJECT ? node + 1 : end }
        }
        guard address != nil || description != nil || tag == GUMBO_TAG_IMG && pictures.isSaved(node) else { return end }
        let figure = Block(.figure, "", illustration: Illustration(address: address, description: description))
        let isLazy =
            tag == GUMBO_TAG_IMG
            && (address == nil || tree.value(.lazySource, of: node) != nil
                || tree.value(.lazySourceSet, of: node) != nil)
        add(figure, isLazy: isLazy)
        return end
    }

    /// - Parameter isLazy: whether a script was to load it.
    mutating func add(_ figure: Block, isLazy: Bool = false) {
        let last = captions > 0 ? captionFigures.last : writer.lastFigure
        // The same picture for readers without scripts, behind what scripts show or before it.
        if fallbacks == 0, isLazy, lastIsFallback, let last {
            lastIsFallback = false
            var filled = last
            filled.illustration?.address = figure.illustration?.address ?? last.illustration?.address
            filled.illustration?.description = last.illustration?.description ?? figure.illustration?.description
            replaceLastFigure(with: filled)
            return
        }
        lastIsFallback = fallbacks > 0 && last == nil
        if fallbacks > 0, let last {
            if last.illustration?.address == nil {
                var filled = last
                filled.illustration?.address = figure.illustration?.address
                replaceLastFigure(with: filled)
            }
            return
        }
        if let last, last.illustration?.address != nil, last.illustration?.address == figure.illustration?.address {
            return
        }
        if captions > 0 { captionFigures.append(figure) } else { writer.add(figure: figure) }
    }

    private mutating func replaceLastFigure(with figure: Block) {
        if captions > 0 { captionFigures[captionFigures.count - 1] = figure } else { writer.lastFigure = figure }
    }

    /// The `picture` that an image is in.
    func around(_ node: Int) -> Int? {
        let parent = Int(tree.nodes[node].parent)
        guard parent >= 0, tree.record(of: parent)?.isPicture == true || tree.nodes[parent].tag == GUMBO_TAG_UNKNOWN
        else {
            return nil
        }
        return parent
    }

    static let filmHosts = [
        "youtube.com", "youtube-nocookie.com", "youtu.be", "vimeo.com", "dailymotion.com", "bilibili.com", "youku.com",
        "v.qq.com",
        "twitch.tv", "ted.com", "soundcloud.com", "spotify.com", "archive.org", "cntv.cn", "cctv.com", "ixigua.com",
    ]

    static func isFilm(_ address: String) -> Bool {
        guard let start = address.firstRange(of: "://")?.upperBound else { return false }
        let host = address[start...].prefix { !"/?#:".contains($0) }
        return filmHosts.contains { host == $0 || host.hasSuffix("." + $0) }
    }
}
