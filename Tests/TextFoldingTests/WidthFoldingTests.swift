import Testing
import TextFolding

struct `width folding` {
    @Test
    func `makes the full-width forms of ASCII narrow, and wide again, and nothing else`() {
        for point in UInt32(0x21)...0x7E {
            #expect(WidthFolding.narrow(WidthFolding.wide(point)) == point)
            #expect(WidthFolding.narrow(point) == point)
        }
        for point: UInt32 in [0x20, 0x3000, 0xFF00, 0xFF5F, 0xFFE5, 0x4E00] {
            #expect(WidthFolding.narrow(point) == point)
        }
    }
}
