/// A thing with a cost in the table, as it counts for a line's label.
enum Cost: Hashable {
    /// A feature of the line, for its label.
    case line(Feature, Label)
    /// The line's form and that of the line above, or below.
    case above(LineForm, LineForm, Label)
    case below(LineForm, LineForm, Label)
    /// The label after the label of the line before.
    case pair(Label, Label)
    /// The same, by how the line stands to the one above; by how the next stands to it.
    case pairAbove(LineRelation, Label, Label)
    case pairBelow(LineRelation, Label, Label)
    case link(LinkFeature)
}

/// The features of a step of a hypothesis, with their costs.
final class LinkNotes {
    private(set) var costs: [(cost: Cost, value: Float)] = []

    /// Only whoever explains or fits asks for it: not to be part of the labeler's loops.
    @inline(never)
    func add(_ cost: Cost, _ value: Float) { costs.append((cost, value)) }

    func removeAll() { costs.removeAll(keepingCapacity: true) }
}
