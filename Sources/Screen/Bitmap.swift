/// A picture in pixels: plain memory, without anything of the form that it came in.
package struct Bitmap: Sendable, Hashable {
    /// Pixels across and down, at least 1 each.
    package let width, height: Int
    /// Red, green and blue of each pixel (sRGB), row after row from the top.
    package let bytes: [UInt8]

    /// Pixels that a picture may have.
    package static let mostPixels = 1 << 23

    /// Nil where there are no pixels, more than there may be, or others than the size says.
    package init?(width: Int, height: Int, bytes: [UInt8]) {
        guard width > 0, height > 0, width <= Self.mostPixels / height, bytes.count == width * height * 3 else {
            return nil
        }
        (self.width, self.height, self.bytes) = (width, height, bytes)
    }

    /// Red, green and blue of a pixel inside the picture.
    package subscript(column: Int, row: Int) -> (red: UInt8, green: UInt8, blue: UInt8) {
        let at = (row * width + column) * 3
        return (bytes[at], bytes[at + 1], bytes[at + 2])
    }

    /// The whole picture in another size; each pixel is the mean of those that it takes the place of. A size below 1 × 1 is raised
    /// to it, one with too many pixels gives the picture as it is.
    package func scaled(width: Int, height: Int) -> Bitmap {
        let (width, height) = (max(1, width), max(1, height))
        guard width <= Self.mostPixels / height, (width, height) != (self.width, self.height) else { return self }
        /// The pixels that one of `count` takes the place of; of a larger picture one at least.
        func span(_ index: Int, of count: Int, in all: Int) -> Range<Int> {
            let first = index * all / count
            return first..<max(first + 1, (index + 1) * all / count)
        }
        var scaled: [UInt8] = []
        scaled.reserveCapacity(width * height * 3)
        bytes.withUnsafeBufferPointer { bytes in
            for row in 0..<height {
                let rows = span(row, of: height, in: self.height)
                for column in 0..<width {
                    let columns = span(column, of: width, in: self.width)
                    var (red, green, blue) = (0, 0, 0)
                    for y in rows {
                        for x in columns {
                            let at = (y * self.width + x) * 3
                            red += Int(bytes[at])
                            green += Int(bytes[at + 1])
                            blue += Int(bytes[at + 2])
                        }
                    }
                    let count = rows.count * columns.count
                    for sum in [red, green, blue] { scaled.append(UInt8((sum + count / 2) / count)) }
                }
            }
        }
        return Bitmap(width: width, height: height, bytes: scaled) ?? self
    }

    /// The rows of a range that is inside the picture and not empty.
    package func rows(_ range: Range<Int>) -> Bitmap? {
        Bitmap(
            width: width, height: range.count,
            bytes: Array(bytes[range.lowerBound * width * 3..<range.upperBound * width * 3]))
    }
}
