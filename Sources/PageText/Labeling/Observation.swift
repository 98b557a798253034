/// A line with the labels that are worth trying on it.
struct Observation {
    typealias Candidate = (label: Label, cost: Float)

    /// Index of the line.
    var index: Int
    var line: TextLine
    var previous: TextLine?
    /// Blank lines after it.
    var nextGap: Int
    /// The labels with their emission costs; `count` of them are valid.
    let candidates: UnsafeMutablePointer<Candidate>
    var count = 0

    mutating func append(_ label: Label, _ cost: Float) {
        candidates[count] = (label, cost)
        count += 1
    }
}

extension SequenceLabeler {
    /// A label that costs this much more than the line's cheapest is not tried.
    private static let widestChoice: Float = 10

    /// A line and its neighbours, without candidates.
    func observation(at index: Int) -> Observation {
        Observation(
            index: index, line: lines[index], previous: index > 0 ? lines[index - 1] : nil,
            nextGap: index + 1 < lines.count ? lines[index + 1].gap : 9, candidates: workspace.candidates)
    }

    private func line(after index: Int, by places: Int) -> TextLine? {
        index + places < lines.count ? lines[index + places] : nil
    }

    /// The forms of a line and of its neighbours.
    @inline(__always)
    func forms(at index: Int) -> NeighborForms {
        NeighborForms(
            own: lines[index].form, above: index > 0 ? lines[index - 1].form : nil,
            below: index + 1 < lines.count ? lines[index + 1].form : nil)
    }

    /// What a line shows.
    @inline(__always)
    func evidence(of observation: Observation) -> LineEvidence {
        LineEvidence(
            line: observation.line, previous: observation.previous, next: line(after: observation.index, by: 1),
            second: line(after: observation.index, by: 2), shape: shape,
            isFull: isFull(observation.index, before: observation.index + 1),
            nextGap: observation.nextGap)
    }

    /// What each label costs on a line.
    @inline(__always)
    func emission(of evidence: LineEvidence, at index: Int) -> EmissionCosts {
        var emission: EmissionCosts
        if readsAgain {
            emission = workspace.emissionsOfLines[index]
        } else {
            evidence.findFirst(into: workspace.found)
            emission = EmissionCosts(workspace.found, costs)
            workspace.emissionsOfLines[index] = emission
        }
        emission.add(evidence.line.second, forms(at: index), costs)
        return emission
    }

    /// A line with the labels that are worth trying on it. The candidates are valid until the next call.
    func observationWithCandidates(at index: Int) -> Observation {
        var observation = observation(at: index)
        if observation.line.settled.isEmpty, observation.line.features.contains(.vertical) {
            let isFirst = observation.previous?.features.contains(.vertical) != true
            observation.append(isFirst ? .paragraph : .more, 0)
            return observation
        }
        if addSettled(to: &observation) { return observation }
        let evidence = evidence(of: observation)
        var emission = emission(of: evidence, at: index)
        // Text and furniture can follow anything, so that every hypothesis can be extended.
        var labels = emission.labels(within: Self.widestChoice).union([LabelSet(.paragraph), LabelSet(.furniture)])
        if let limits, limits.bonus == 0, limits.labels[index] != .all { labels = limits.labels[index] }
        labels.subtract(evidence.impossible)
        emission.withCosts { costs in
            labels.forEach { label in
                var cost = costs[Int(label.rawValue)]
                if let limits, limits.bonus != 0, !limits.labels[index].contains(label) { cost -= limits.bonus }
                observation.append(label, cost)
            }
        }
        return observation
    }
}
