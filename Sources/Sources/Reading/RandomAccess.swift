/// Bytes that can be read at any place.
protocol RandomAccess: AnyObject {
    var size: Int { get }
    /// Reads bytes from `offset` on; returns how many, fewer than there is room for only at the end or where reading fails.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int
}
