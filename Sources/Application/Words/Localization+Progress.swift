import Jobs
import Localization

extension Localization {
    /// How far a job has come.
    func words(for step: Progress.Step) -> String {
        switch step.kind {
        case .finding: self(.progressFinding, step.done)
        case .reading: self(.progressReading, min(step.done + 1, step.total ?? .max), step.total ?? 0)
        case .counting: self(.progressCounting)
        case .searching: self(.progressStarred, min(step.done + 1, step.total ?? .max), step.total ?? 0)
        case .parsing: self(.progressParsing)
        }
    }
}
