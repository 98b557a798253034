import Newspaper

/// Something that spoke for what a line was taken for.
package struct Reason: Sendable, Equatable {
    enum Cause: Hashable, Comparable {
        case feature(Feature), link(LinkFeature), after(LineKind), before(LineKind)
        /// What the line above looks like, and the line below.
        case formAbove(LineForm), formBelow(LineForm)
        /// How common lines of the kind are.
        case label
        /// A reader has said so.
        case corrected
        /// Where it stands on the sheet, and how large it is set.
        case layout

        /// The key of its words.
        var key: String {
            switch self {
            case .feature(let feature): "feature.\(feature)"
            case .link(let link): "link.\(link)"
            case .after(let kind): "after.\(kind.rawValue)"
            case .before(let kind): "before.\(kind.rawValue)"
            case .formAbove(let form): "above.\(form)"
            case .formBelow(let form): "below.\(form)"
            case .label: "feature.always"
            case .corrected: "reason.corrected"
            case .layout: "reason.layout"
            }
        }

        static func < (one: Self, other: Self) -> Bool { one.key < other.key }
    }

    /// The key of its words among the interface's texts.
    package let key: String
    /// 0 … 1: its share in all that spoke for it.
    package let share: Double

    init(_ cause: Cause, share: Double) {
        key = cause.key
        self.share = share
    }

    /// A reader has said what the line is.
    package static var corrected: Reason { Reason(.corrected, share: 1) }

    /// Its place on the sheet and its size say what the line is.
    package static var layout: Reason { Reason(.layout, share: 1) }

    /// The keys of all reasons that there can be.
    package static var allKeys: [String] {
        Feature.allCases.map { Cause.feature($0).key } + LinkFeature.allCases.map { Cause.link($0).key }
            + [Cause.corrected.key, Cause.layout.key]
            + LineKind.allCases.flatMap { [Cause.after($0).key, Cause.before($0).key] }
            + LineForm.allCases.flatMap { [Cause.formAbove($0).key, Cause.formBelow($0).key] }
    }
}
