/// A field that was not as it should be.
struct FieldFault: Equatable {
    /// nil where it is the whole.
    var field: String?
    var isLeftOut: Bool
}
