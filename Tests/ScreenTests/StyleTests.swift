import Screen
import Testing

struct StyleTests {
    static let colors: [Color] = [
        .terminal, .indexed(0), .indexed(255), .rgb(0, 0, 0), .rgb(255, 255, 255), .rgb(1, 2, 3), .hex(0xD7AF5F),
    ]

    @Test(arguments: colors, colors)
    func `a style gives back what it was made of, and changes one part alone`(foreground: Color, background: Color) {
        for bits in 0..<16 {
            let attributes = Style.Attributes(rawValue: UInt8(bits))
            var style = Style(foreground: foreground, background: background, attributes: attributes)
            #expect(style.foreground == foreground && style.background == background && style.attributes == attributes)
            #expect((style == .plain) == (foreground == .terminal && background == .terminal && bits == 0))
            style.foreground = .indexed(7)
            #expect(style == Style(foreground: .indexed(7), background: background, attributes: attributes))
            style.background = .rgb(9, 8, 7)
            #expect(style == Style(foreground: .indexed(7), background: .rgb(9, 8, 7), attributes: attributes))
            style.attributes = .dim
            #expect(style == Style(foreground: .indexed(7), background: .rgb(9, 8, 7), attributes: .dim))
        }
    }
}
