import Screen

/// One picture in colours, as netpbm's raw PPM has it: a header, then three bytes a pixel.
enum PortablePixmap {
    /// Nil for bytes that are not just one whole picture.
    static func bitmap(of bytes: [UInt8]) -> Bitmap? {
        var at = 0
        guard let header = PortableHeader(bytes, at: &at, kind: "6") else { return nil }
        return Bitmap(width: header.width, height: header.height, bytes: Array(bytes[at...]))
    }
}
