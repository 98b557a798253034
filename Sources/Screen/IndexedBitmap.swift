/// A picture in few colours, spread so that the eye mixes them (Floyd and Steinberg, 1976).
package struct IndexedBitmap: Sendable {
    /// Red, green and blue.
    package typealias Palette = [(red: UInt8, green: UInt8, blue: UInt8)]

    /// Pixels across and down.
    package let width, height: Int
    /// Its colours, 256 at most.
    package let palette: Palette
    /// The index of each pixel's colour, row after row.
    package private(set) var pixels: [UInt8]

    /// A picture in colours of its own.
    ///
    /// - Parameter colors: how many it may have; fewer than 2 and more than 256 count as these.
    package init(_ bitmap: Bitmap, colors: Int) {
        self.init(bitmap, palette: Self.palette(of: bitmap, colors: max(2, min(256, colors))))
    }

    /// A picture in given colours.
    ///
    /// - Parameter spread: how much of what a pixel's colour lacks is given on to others: where pixels are seen one by one, all of it
    ///   is a noise.
    /// - Precondition: there are 1 to 256 colours.
    package init(_ bitmap: Bitmap, palette: Palette, spread: Double = 1) {
        precondition((1...256).contains(palette.count))
        (width, height) = (bitmap.width, bitmap.height)
        self.palette = palette
        pixels = [UInt8](repeating: 0, count: width * height)
        fill(bitmap, share: Int(max(0, min(1, spread)) * 16))
    }

    /// The most different colours: the box of colours that holds the most, times how wide it is, is halved again and again (Heckbert's
    /// median cut), each is the mean of its box. Colours are told apart by five bits of each part.
    private static func palette(of bitmap: Bitmap, colors: Int) -> Palette {
        var counts = [Int](repeating: 0, count: 1 << 15)
        bitmap.bytes.withUnsafeBufferPointer { bytes in
            for at in stride(from: 0, to: bytes.count, by: 3) {
                counts[key(bytes[at], bytes[at + 1], bytes[at + 2])] += 1
            }
        }
        func part(_ key: Int, _ shift: Int) -> Int { key >> shift & 0x1F }
        /// Keys in use, and along which part of the colour they differ most, and how much.
        func box(_ keys: [Int]) -> (keys: [Int], shift: Int, weight: Int) {
            let spans = [10, 5, 0].map { shift in
                (shift: shift, span: keys.map { part($0, shift) }.max()! - keys.map { part($0, shift) }.min()!)
            }
            let widest = spans.max { $0.span < $1.span }!
            return (keys, widest.shift, widest.span * keys.reduce(0) { $0 + counts[$1] })
        }
        var boxes = [box(counts.indices.filter { counts[$0] > 0 })]
        while boxes.count < colors, let at = boxes.indices.max(by: { boxes[$0].weight < boxes[$1].weight }),
            boxes[at].weight > 0
        {
            let (keys, shift, _) = boxes.remove(at: at)
            let order = keys.sorted { (part($0, shift), $0) < (part($1, shift), $1) }
            let half = order.reduce(0) { $0 + counts[$1] } / 2
            var (sum, cut) = (0, 0)
            while cut < order.count - 1, cut == 0 || sum + counts[order[cut]] <= half {
                sum += counts[order[cut]]
                cut += 1
            }
            boxes += [box(Array(order[..<cut])), box(Array(order[cut...]))]
        }
        return boxes.map { box in
            let count = max(1, box.keys.reduce(0) { $0 + counts[$1] })
            func mean(_ shift: Int) -> UInt8 {
                UInt8(box.keys.reduce(0) { $0 + part($1, shift) * counts[$1] } * 255 / (31 * count))
            }
            return (mean(10), mean(5), mean(0))
        }
    }

    private static func key(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Int {
        Int(red >> 3) << 10 | Int(green >> 3) << 5 | Int(blue >> 3)
    }

    /// Gives each pixel the nearest colour, and so many sixteenths of what that lacks to those that come next.
    private mutating func fill(_ bitmap: Bitmap, share: Int) {
        /// The nearest colour of each key, once it was looked for; −1 before.
        var known = [Int16](repeating: -1, count: 1 << 15)
        let palette = palette.map { (red: Int($0.red), green: Int($0.green), blue: Int($0.blue)) }
        func nearest(_ red: Int, _ green: Int, _ blue: Int) -> Int {
            let key = Self.key(UInt8(red), UInt8(green), UInt8(blue))
            if known[key] >= 0 { return Int(known[key]) }
            var best = (index: 0, distance: Int.max)
            for (index, color) in palette.enumerated() {
                let (r, g, b) = (color.red - red, color.green - green, color.blue - blue)
                // The eye is most sensitive to green and least to blue.
                let distance = 3 * r * r + 6 * g * g + b * b
                if distance < best.distance { best = (index, distance) }
            }
            known[key] = Int16(best.index)
            return best.index
        }
        // What is owed to this row and to the next, in parts of 256, with a pixel more on each side.
        var owed = [Int](repeating: 0, count: (width + 2) * 3)
        var next = owed
        bitmap.bytes.withUnsafeBufferPointer { bytes in
            for row in 0..<height {
                for column in 0..<width {
                    let (at, place) = ((row * width + column) * 3, (column + 1) * 3)
                    func wanted(_ part: Int) -> Int {
                        max(0, min(255, Int(bytes[at + part]) + owed[place + part] / 256))
                    }
                    let (red, green, blue) = (wanted(0), wanted(1), wanted(2))
                    let index = nearest(red, green, blue)
                    pixels[row * width + column] = UInt8(index)
                    let color = palette[index]
                    for (part, missing) in [red - color.red, green - color.green, blue - color.blue].enumerated() {
                        let lack = missing * share
                        owed[place + 3 + part] += 7 * lack
                        next[place - 3 + part] += 3 * lack
                        next[place + part] += 5 * lack
                        next[place + 3 + part] += lack
                    }
                }
                (owed, next) = (next, owed)
                for at in next.indices { next[at] = 0 }
            }
        }
    }
}
