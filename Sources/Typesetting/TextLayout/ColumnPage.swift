/// One screenful of newspaper columns.
package struct ColumnPage: Sendable, Equatable {
    /// The lines of each column, from left to right. The last columns may be empty.
    package var columns: [[TextLayout.SetLine]]
    /// Where the next page begins; nil on the last page.
    package var next: TextLayout.Place?
}
