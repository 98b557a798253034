/// What somebody who knows the page has said of its lines' labels.
struct LabelLimits {
    /// One set a line; all labels where nothing was said of it.
    var labels: [LabelSet]
    /// 0 where a line has one of its labels and no other. Else all may be tried, and a label outside of its set is cheaper by so
    /// much: to find how a page might be misread.
    var bonus: Float = 0
}
