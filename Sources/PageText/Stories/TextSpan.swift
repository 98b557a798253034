/// A part of the source that became part of a story: a line, or what is left of it. UTF-8 offsets.
struct TextSpan {
    var start: Int
    var end: Int
    /// The line is known to begin with neither a dateline nor a jump line.
    var beginsPlainly: Bool
    /// The line is known to end with neither a credit nor a signature nor a jump line.
    var endsPlainly: Bool

    init(_ line: TextLine) {
        start = line.start
        end = line.end
        // Of a long line the extractor has read the same two ends as the writer reads of a paragraph.
        let isLong = line.length > FeatureExtractor.longestShort
        beginsPlainly = isLong && line.features.isDisjoint(with: [.dateline, .startsJump])
        endsPlainly = isLong && line.attributionOffset == 0
    }
}
