/// A node of the shortest-path search over a paragraph: a line end, and the cheapest way found to reach it.
struct BreakNode {
    /// The index of the first record of the next line.
    var end: Int
    /// The index of the node where this line starts; negative for the start of the paragraph.
    var parent: Int
    /// The summed cost of all lines up to here.
    var cost: Int32
    /// The badness of the line that ends here.
    var badness: LineBadness
    /// Whether the line ends with a shown soft hyphen.
    var hyphen: Bool
}
