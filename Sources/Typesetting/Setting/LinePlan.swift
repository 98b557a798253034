/// A line that the search has decided on: its records, and how it fills the measure.
struct LinePlan {
    /// The index of its first record.
    var start: Int
    /// The index after its last record.
    var end: Int
    /// The index after its last record that is shown: blanks at the end are not, and in headlines a comma is not.
    var shownEnd: Int
    /// The stretch and hang to set it with.
    var badness: LineBadness
    /// Whether a soft hyphen is shown at its end.
    var hyphen = false
}
