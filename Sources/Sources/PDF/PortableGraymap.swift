import PageLayout

/// Grey pictures one after another, as netpbm's raw PGM has them: a header, then a byte a pixel.
enum PortableGraymap {
    /// Pixels of a picture that is looked at: a sheet of four metres' length has as many.
    private static let mostPixels = 1 << 24

    /// The pictures, as far as they are whole; nil for one that is too large.
    static func all(in bytes: [UInt8]) -> [Raster?] {
        var rasters: [Raster?] = []
        var at = 0
        while let header = PortableHeader(bytes, at: &at, kind: "5") {
            let (width, height) = (header.width, header.height)
            guard width * height <= bytes.count - at else { break }
            rasters.append(
                width * height > mostPixels
                    ? nil : Raster(width: width, height: height, pixels: Array(bytes[at..<at + width * height])))
            at += width * height
        }
        return rasters
    }
}
