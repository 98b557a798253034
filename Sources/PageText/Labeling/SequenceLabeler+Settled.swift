/// Lines whose kind a reader has settled.
extension Observation {
    /// Whether the line may have a label that cannot follow: a reader has settled what it is, or, so that there is a way on
    /// from there, what the line before it is.
    var mayFollowAnything: Bool { !line.settled.isEmpty || previous.map { !$0.settled.isEmpty } == true }
}

extension SequenceLabeler {
    /// The cost of what is impossible, where a settled line makes it necessary: more than anything that is possible nearby.
    static let forced: Float = 30

    /// Adds the labels that the reader has left of a settled line; false where it is none.
    func addSettled(to observation: inout Observation) -> Bool {
        let settled = observation.line.settled
        guard !settled.isEmpty else { return false }
        let evidence = evidence(of: observation)
        // Of several the words may rule some out.
        let possible = settled.subtracting(evidence.impossible)
        var emission = emission(of: evidence, at: observation.index)
        emission.withCosts { costs in
            (possible.isEmpty ? settled : possible).forEach { observation.append($0, costs[Int($0.rawValue)]) }
        }
        return true
    }
}
