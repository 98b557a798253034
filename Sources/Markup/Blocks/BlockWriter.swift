import Newspaper

/// Puts text together as blocks: white space as CSS has it, spans where their words are.
struct BlockWriter {
    /// How white space and the ends of blocks count.
    enum Mode {
        /// A run of white space is a space, or nothing where a line breaks between two Han.
        case flowing
        /// All white space stays.
        case preformatted
        /// One stretch of text: the end of a block inside it is a space.
        case joined
    }

    private(set) var blocks: [Block] = []
    var mode = Mode.flowing
    /// UTF-8 of the block that is being written.
    private(set) var text: [UInt8] = []
    private var spans: [Span] = []
    /// Spans that have not ended, with where they begin; nil until there is a word in them.
    private var open: [(kind: Span.Kind, start: Int?)] = []
    private var space = Space.none
    /// Figures that come after the block that is being written.
    private var figures: [Block] = []

    private enum Space {
        case none
        /// A blank only between words.
        case boundary
        case lineBreak, blank
    }

    var isEmpty: Bool { text.isEmpty }

    // MARK: - Text

    /// Appends text as it is in the source.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard mode != .preformatted else { return appendPreformatted(bytes) }
        var at = 0
        while at < bytes.count {
            switch bytes[at] {
            case 0x0A, 0x0C:
                if space == .none || space == .boundary { space = .lineBreak }
                at += 1
            case 0x20, 0x09:
                // Blanks beside a line break are part of it (CSS Text 3, 4.1.1).
                var end = at
                var breaks = space == .lineBreak
                while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0A {
                    breaks = breaks || bytes[end] == 0x0A
                    end += 1
                }
                if space != .blank || breaks { space = breaks ? .lineBreak : .blank }
                at = end
            default:
                var end = at + 1
                while end < bytes.count, bytes[end] > 0x20 { end += 1 }
                appendWord(UnsafeBufferPointer(rebasing: bytes[at..<end]))
                at = end
            }
        }
    }

    /// Appends text that is no part of the source, such as a quotation mark.
    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    private mutating func appendWord(_ word: UnsafeBufferPointer<UInt8>) {
        var word = word
        if text.isEmpty {
            // Paragraphs are often indented by such spaces.
            word = Self.withoutIndent(word)
            space = .none
            if word.isEmpty { return }
        } else if space != .none {
            let isInside =
                text[text.count - 1] > 0x20 && (space != .boundary || !Self.isMark(text[text.count - 1], word[0]))
            if isInside, space == .blank || !Self.isWide(before: text) || !Self.isWide(word) { text.append(0x20) }
            space = .none
        }
        startSpans()
        text.append(contentsOf: word)
    }

    private mutating func appendPreformatted(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard !bytes.isEmpty else { return }
        startSpans()
        text.append(contentsOf: bytes)
    }

    private mutating func startSpans() {
        for place in open.indices.reversed() {
            guard open[place].start == nil else { break }
            open[place].start = text.count
        }
    }

    /// Adds a space where a word follows.
    mutating func addSpace() { if space == .none || space == .boundary { space = .blank } }

    /// Adds a space between two words that only their elements part.
    mutating func addBoundary() { if space == .none, mode == .flowing || mode == .joined { space = .boundary } }

    /// Whether marks stand there that no space is before or behind.
    private static func isMark(_ before: UInt8, _ next: UInt8) -> Bool {
        "([\"'/-".utf8.contains(before) || ".,;:!?)]\"'/-".utf8.contains(next)
    }

    /// Starts a new line, or cell, as it is.
    mutating func appendSeparator(_ byte: UInt8) {
        space = .none
        text.append(byte)
    }

    /// U+3000 IDEOGRAPHIC SPACE, U+00A0 NO-BREAK SPACE and the spaces of a width, U+2000 … U+200A, at the start of a word.
    private static func withoutIndent(_ word: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var start = 0
        while start < word.count {
            if word.count - start >= 3, word[start] == 0xE3, word[start + 1] == 0x80, word[start + 2] == 0x80 {
                start += 3
            } else if word.count - start >= 3, word[start] == 0xE2, word[start + 1] == 0x80,
                (0x80...0x8A).contains(word[start + 2])
            {
                start += 3
            } else if word.count - start >= 2, word[start] == 0xC2, word[start + 1] == 0xA0 {
                start += 2
            } else {
                break
            }
        }
        return UnsafeBufferPointer(rebasing: word[start...])
    }

    /// Whether a character of Chinese or Japanese, which are written without spaces, ends the text: U+3000 … U+9FFF, U+FF00 … U+FFEF.
    private static func isWide(before text: [UInt8]) -> Bool {
        text.count >= 3 && (0xE3...0xE9).contains(text[text.count - 3])
            || text.count >= 3 && text[text.count - 3] == 0xEF
                && text[text.count - 2] >= 0xBC
    }

    private static func isWide(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        word.count >= 3 && ((0xE3...0xE9).contains(word[0]) || word[0] == 0xEF && word[1] >= 0xBC)
    }

    // MARK: - Spans

    mutating func beginSpan(_ kind: Span.Kind) { open.append((kind, nil)) }

    /// Ends the innermost span.
    mutating func endSpan() {
        guard let span = open.popLast(), let start = span.start, start < text.count else { return }
        spans.append(Span(span.kind, start..<text.count))
    }

    /// Takes the text from an offset on out of the block, and puts another in its place; spans in it are then of all of it.
    mutating func replace(from start: Int, with other: String) {
        text.removeSubrange(start...)
        text += other.utf8
        for place in spans.indices where spans[place].range.upperBound > start {
            spans[place].range = min(spans[place].range.lowerBound, start)..<text.count
        }
    }

    // MARK: - Blocks

    /// Ends the block; nothing happens where it is empty.
    ///
    /// - Returns: whether there was one.
    @discardableResult
    mutating func end(_ kind: Block.Kind, level: Int = 0, mark: String? = nil) -> Bool {
        space = .none
        defer { flushFigures() }
        guard let (words, spans) = take() else { return false }
        blocks.append(Block(kind, words, level: level, mark: mark, spans: spans))
        return true
    }

    /// The text that has been written and its spans; nil where it is blank.
    mutating func take() -> (String, [Span])? {
        space = .none
        defer {
            text.removeAll(keepingCapacity: true)
            spans.removeAll(keepingCapacity: true)
            for place in open.indices { open[place].start = nil }
        }
        for span in open {
            if let start = span.start, start < text.count { spans.append(Span(span.kind, start..<text.count)) }
        }
        var (first, last) = (0, text.count)
        if mode == .preformatted {
            // Blank lines before and behind are the markup's.
            var at = 0
            while at < last, text[at] <= 0x20 {
                at += 1
                if text[at - 1] == 0x0A { first = at }
            }
        }
        while last > first {
            if text[last - 1] <= 0x20 && (mode == .preformatted || text[last - 1] != 0x09) {
                last -= 1
            } else if last - first >= 3, text[last - 3] == 0xE3, text[last - 2] == 0x80, text[last - 1] == 0x80 {
                last -= 3
            } else if last - first >= 3, text[last - 3] == 0xE2, text[last - 2] == 0x80,
                (0x80...0x8A).contains(text[last - 1])
            {
                last -= 3
            } else if last - first >= 2, text[last - 2] == 0xC2, text[last - 1] == 0xA0 {
                last -= 2
            } else {
                break
            }
        }
        guard first < last else { return nil }
        let words = String(decoding: text[first..<last], as: UTF8.self)
        let cut = spans.compactMap { span -> Span? in
            let range = span.range.clamped(to: first..<last)
            return range.isEmpty ? nil : Span(span.kind, range.lowerBound - first..<range.upperBound - first)
        }
        return (
            words,
            cut.sorted { ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound) }
        )
    }

    /// Adds a figure: behind the block that is being written, if there is one.
    mutating func add(figure: Block) {
        figures.append(figure)
        if text.isEmpty { flushFigures() }
    }

    private mutating func flushFigures() {
        blocks += figures
        figures.removeAll()
    }

    /// The figure that was added last, if no text has come since.
    var lastFigure: Block? {
        get { figures.last ?? (text.isEmpty && blocks.last?.kind == .figure ? blocks.last : nil) }
        set {
            guard let newValue else { return }
            if !figures.isEmpty {
                figures[figures.count - 1] = newValue
            } else if blocks.last?.kind == .figure {
                blocks[blocks.count - 1] = newValue
            }
        }
    }

    /// Takes the last figure back, if no text has come since and it has no caption.
    mutating func takeLastFigure() -> Block? {
        guard let figure = lastFigure, figure.text.isEmpty else { return nil }
        if figures.popLast() == nil { blocks.removeLast() }
        return figure
    }

    /// The blocks, their crossheads ranked.
    consuming func finish() -> [Block] {
        CaptionLine.join(&blocks)
        blocks.rankCrossheads()
        return blocks
    }
}

extension [Block] {
    /// Of crossheads only their ranks count: the highest that there is is the first, and one alone has none.
    package mutating func rankCrossheads() {
        let levels = Set(lazy.filter { $0.kind == .crosshead }.map(\.level)).sorted()
        for place in indices where self[place].kind == .crosshead {
            self[place].level = levels.count > 1 ? levels.firstIndex(of: self[place].level)! + 1 : 0
        }
    }
}
