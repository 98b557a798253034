import Settings
import Typesetting

extension ReadingSettings.Hanging {
    /// The same, as the typesetter has it.
    var style: ParagraphStyle.Hanging {
        switch self {
        case .full: .full
        case .half: .half
        case .none: .none
        }
    }
}
