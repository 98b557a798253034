/// An Int stored in four bytes, clamped: a page may have many lines.
@propertyWrapper
struct CompactInt {
    private var value: Int32 = 0
    var wrappedValue: Int {
        get { Int(value) }
        set { value = Int32(clamping: newValue) }
    }
}
