/// What is before the pixels of netpbm's raw pictures: P5 for grey ones, P6 for those in colours, width, height, 255, one blank.
struct PortableHeader {
    let width, height: Int

    /// Reads the header at a place and moves that behind it. Nil where there is none, or no pixels are promised.
    init?(_ bytes: [UInt8], at place: inout Int, kind: Unicode.Scalar) {
        guard place + 2 < bytes.count, bytes[place] == UInt8(ascii: "P"), bytes[place + 1] == UInt8(ascii: kind) else {
            return nil
        }
        place += 2
        func number(_ place: inout Int) -> Int? {
            while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
            var value = 0
            let start = place
            while place < bytes.count, (0x30...0x39).contains(bytes[place]), value < 1 << 20 {
                value = value * 10 + Int(bytes[place] - 0x30)
                place += 1
            }
            return place > start ? value : nil
        }
        guard let width = number(&place), let height = number(&place), number(&place) == 255, place < bytes.count,
            width > 0, height > 0
        else { return nil }
        place += 1
        (self.width, self.height) = (width, height)
    }
}
