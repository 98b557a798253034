import Foundation
import Testing

@testable import TextDecoding

private let simplified = """
    灯里镇秋粮入库过半
    本报讯（记者 岑小满 通讯员 陶立）10月12日，灯里镇的粮站里人来人往。今年全镇的晚稻比上年多收了两成，农户们说，这是有了新渠的缘故。
    “水到了，人就不愁了。”种粮大户郁长河在地头上说。他和合作社的人一起，把三百亩田分成了五块，一块一块地收。
    """

private let traditional = """
    燈裡鎮秋糧入庫過半
    本報訊（記者 岑小滿）十月十二日，燈裡鎮的糧站裡人來人往。今年全鎮的晚稻比上年多收了兩成，農戶們說，這是有了新渠的緣故。
    「水到了，人就不愁了。」種糧大戶郁長河在地頭上說。
    """

struct `the encoding` {
    @Test(arguments: [
        ("GB18030", simplified), ("GBK", simplified), ("GB2312", simplified), ("GBK", traditional),
        ("GB18030", "灯里镇"), ("GB18030", "Weather\n晴"), ("GB18030", simplified + "𠮷字四字节"),
    ])
    func `is GB18030 where the bytes plainly are`(name: String, text: String) throws {
        let result = TextDecoder.read(try bytes(text, name))
        #expect(result.encoding == .gb18030)
        #expect(result.text == text)
        #expect(result.removed.isEmpty)
        #expect(!result.lacksConverter)
    }

    @Test
    func `is GB18030 after a long beginning in ASCII`() throws {
        let text = String(repeating: "0123456789 abcdef\n", count: 40_000) + simplified
        let result = TextDecoder.read(try bytes(text, "GB18030"))
        #expect(result.encoding == .gb18030)
        #expect(result.text == text)
    }

    @Test
    func `forgives a cut last character of GB18030`() throws {
        let whole = try bytes(simplified, "GB18030")
        let result = TextDecoder.read(Array(whole.dropLast()))
        #expect(result.encoding == .gb18030)
        #expect(result.text == simplified.dropLast() + "\u{FFFD}")
        #expect(result.removed.malformed == 1)
    }

    @Test
    func `counts what is ill-formed in GB18030 and keeps the rest`() throws {
        var text = try bytes(String(repeating: simplified, count: 40), "GB18030")
        text.insert(0xFF, at: 0)
        text.insert(contentsOf: [0x80, 0x80], at: text.count)
        let result = TextDecoder.read(text)
        #expect(result.encoding == .gb18030)
        #expect(result.removed.malformed == 3)
        #expect(result.text.hasPrefix("\u{FFFD}灯里镇"))
    }

    @Test(arguments: ["UTF-16LE", "UTF-16BE"], [true, false])
    func `is UTF-16 by its mark or by its bytes`(name: String, marked: Bool) throws {
        for text in [simplified, traditional, "The Alder Gazette\n", "灯里镇 3版"] {
            let result = TextDecoder.read(try bytes((marked ? "\u{FEFF}" : "") + text, name))
            #expect(result.encoding.name == name)
            #expect(result.text == text)
            #expect(result.removed.isEmpty)
        }
    }

    @Test
    func `gives U+FFFD for unpaired surrogates and an odd last byte`() {
        let result = TextDecoder.read([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00, 0x00, 0xDC, 0x42, 0x00, 0x43])
        #expect(result.text == "\u{FFFD}A\u{FFFD}B\u{FFFD}")
        #expect(result.removed.malformed == 5)
    }

    @Test
    func `goes through the sanitizer in every encoding`() throws {
        for name in ["UTF-16LE", "UTF-16BE", "GB18030"] {
            let result = TextDecoder.read(try bytes(simplified + "\u{1B}[31m灯\u{07}", name))
            #expect(result.text == simplified + "灯")
            #expect(result.removed.controls == 6)
        }
    }

    @Test
    func `is UTF-8 for everything else`() throws {
        for text in [
            simplified, traditional, "", "plain ASCII", "Größe", "ab\0cdefgh\0ijkl",
            String(repeating: "\0", count: 900),
        ] {
            #expect(TextDecoder.read(Array(text.utf8)).encoding == .utf8)
        }
        // A page torn and padded with NULs, as a lost disk block leaves it.
        #expect(TextDecoder.read(Array(simplified.utf8) + [UInt8](repeating: 0, count: 4096)).text == simplified)
        // A few bad bytes in good UTF-8.
        let broken = TextDecoder.read(Array(simplified.utf8) + [0xB5, 0xC4] + Array(simplified.utf8))
        #expect(broken.encoding == .utf8)
        #expect(broken.removed.malformed == 2)
        #expect(
            TextDecoder.read(try bytes("Сегодня утром шёл дождь, и люди шли под зонтами.", "KOI8-R")).encoding == .utf8)
    }

    @Test
    func `may be one that the machine has no converter for`() {
        #expect([UInt8]([0xB5, 0xC4]).withUnsafeBufferPointer { Conversion.throughSystem($0, name: "NO-SUCH") } == nil)
    }

    @Test
    func `has its mark taken off and not counted`() {
        let result = TextDecoder.read([0xEF, 0xBB, 0xBF] + Array("灯".utf8))
        #expect(result.text == "灯")
        #expect(result.removed.isEmpty)
    }
}
