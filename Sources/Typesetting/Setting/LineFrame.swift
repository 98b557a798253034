/// The lengths of a `ParagraphStyle`, clamped so that every line has room for at least one wide character. In cells.
struct LineFrame {
    let measure: Int
    /// Indent of the first line.
    let firstIndent: Int
    /// Indent of the other lines.
    let otherIndent: Int
    let hanging: ParagraphStyle.Hanging
    let alignment: ParagraphStyle.Alignment

    init(_ style: ParagraphStyle, _ records: borrowing ClusterRecords) {
        measure = max(2, min(style.measure, 10_000))
        otherIndent = max(0, min(style.indent, measure - 2))
        var first = max(0, min(style.firstIndent, measure - 2))
        // The blank left half of an opening mark counts as part of the indent (jlreq 3.1.5).
        if first > style.indent, first >= 2, records.count > 0,
            records[0].role == .opener || records[0].role == .quoteOpen
        {
            first -= 1
        }
        firstIndent = first
        hanging = style.hanging
        alignment = style.alignment
    }

    /// The indent of the first line or of another.
    func indent(first: Bool) -> Int { first ? firstIndent : otherIndent }
    /// The cells between the indent and the end of the measure.
    func room(first: Bool) -> Int { measure - indent(first: first) }
}
