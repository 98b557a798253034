import PageLayout

/// Grey pictures one after another, as netpbm's raw PGM has them: P5, width, height, 255, then a byte a pixel.
enum PortableGraymap {
    /// Pixels of a picture that is looked at: a sheet of four metres' length has as many.
    private static let mostPixels = 1 << 24

    /// The pictures, as far as they are whole; nil for one that is too large.
    static func all(in bytes: [UInt8]) -> [Raster?] {
        var rasters: [Raster?] = []
        var at = 0
        func number() -> Int? {
            while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
            var value = 0
            let start = at
            while at < bytes.count, (0x30...0x39).contains(bytes[at]), value < 1 << 20 {
                value = value * 10 + Int(bytes[at] - 0x30)
                at += 1
            }
            return at > start ? value : nil
        }
        while at + 2 < bytes.count, bytes[at] == UInt8(ascii: "P"), bytes[at + 1] == UInt8(ascii: "5") {
            at += 2
            guard let width = number(), let height = number(), number() == 255, at < bytes.count else { break }
            at += 1
            guard width > 0, height > 0, width * height <= bytes.count - at else { break }
            rasters.append(
                width * height > mostPixels
                    ? nil : Raster(width: width, height: height, pixels: Array(bytes[at..<at + width * height])))
            at += width * height
        }
        return rasters
    }
}
