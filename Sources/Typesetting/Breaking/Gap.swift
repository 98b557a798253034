/// Where a line may be stretched, in the order in which it is.
enum Gap: UInt8, Sendable {
    case none
}
