/// One block of a story's body.
package struct Block: Sendable, Equatable {
    /// What sort of block it is.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case paragraph
        /// A heading inside the story (小标题).
        case crosshead
        /// Words that stand out from the story: a pull quote, or somebody else's words.
        case quotation
        /// An item of a list; without a mark, a further paragraph of the item before it.
        case item
        /// Text whose lines and spaces are its own: code, a letter typed in columns.
        case preformatted
        /// Rows of results or figures: each on a line of its own, its cells parted by tabs.
        case table
        /// A picture at its place in the story; the text is its caption, and may be empty.
        case figure
    }

    /// What sort of block it is.
    package var kind: Kind
    /// Its words, without line breaks but those between the rows of a table and the lines of what is preformatted.
    package var text: String
    /// How deep it stands: of a crosshead its rank from 1, the highest, on, and 0 where there is but one; of everything else how many lists and
    /// quotations it stands in beyond the one that its kind says.
    package var level: Int
    /// What stands before an item of a list: "•", "3."; nil for what goes on with the item before it, and for all other blocks.
    package var mark: String?
    /// Parts of the text that are more than text, in the order of their beginnings; they may lie in each other.
    package var spans: [Span]
    /// The picture of a figure; nil for all other blocks.
    package var illustration: Illustration?

    /// A block of text.
    package init(
        _ kind: Kind, _ text: String, level: Int = 0, mark: String? = nil, spans: [Span] = [],
        illustration: Illustration? = nil
    ) {
        self.kind = kind
        self.text = text
        self.level = level
        self.mark = mark
        self.spans = spans
        self.illustration = illustration
    }
}

/// A part of a block's text that leads somewhere or stands out.
package struct Span: Sendable, Hashable {
    /// What sort of part it is.
    package enum Kind: Sendable, Hashable {
        /// Words that lead to an address; it can be opened (``Link``).
        case link(String)
        case emphasis
        case strong
        /// Words of a program, a key, a file's name.
        case code
    }

    /// What sort of part it is.
    package var kind: Kind
    /// UTF-8 bytes of the block's text; at the beginnings of characters.
    package var range: Range<Int>

    /// A part of a text.
    package init(_ kind: Kind, _ range: Range<Int>) {
        self.kind = kind
        self.range = range
    }
}

/// A picture that a story from the web shows.
package struct Illustration: Sendable, Hashable {
    /// Where it is; nil where it is not said, or no address that can be opened (``Link``).
    package var address: String?
    /// What it is said to show, for those who do not see it.
    package var description: String?

    /// A picture with what is known of it.
    package init(address: String? = nil, description: String? = nil) {
        self.address = address
        self.description = description
    }
}

extension Block {
    /// The block as it is shown (``ShownText``), its spans where their words are then.
    package var shown: Block {
        var block = self
        block.illustration?.description = illustration?.description.map(ShownText.of)
        guard !spans.isEmpty else {
            block.text = ShownText.of(text)
            return block
        }
        // Each end of a span is found again, since the parts between them are shown one by one.
        let bytes = Array(text.utf8)
        let ends = Set(spans.flatMap { [$0.range.lowerBound, $0.range.upperBound] } + [0, bytes.count]).filter {
            $0 <= bytes.count
        }.sorted()
        var places: [Int: Int] = [0: 0]
        var shown = ""
        for (start, end) in zip(ends, ends.dropFirst()) {
            shown += ShownText.of(String(decoding: bytes[start..<end], as: UTF8.self))
            places[end] = shown.utf8.count
        }
        block.text = shown
        block.spans = spans.compactMap { span in
            guard let start = places[span.range.lowerBound], let end = places[span.range.upperBound], start < end else {
                return nil
            }
            return Span(span.kind, start..<end)
        }
        return block
    }
}
