import Testing
import TextFolding

struct `what makes a story the same` {
    private func fold(_ text: String) -> UInt32? { IdentityFolding.fold(text.unicodeScalars.first!) }

    @Test(arguments: [("A", "a"), ("Ａ", "a"), ("９", "9"), ("É", "é"), ("Я", "я"), ("国", "国"), ("か", "か"), ("한", "한")])
    func `are letters and digits without width and case`(text: String, letter: String) {
        #expect(fold(text) == letter.unicodeScalars.first!.value)
    }

    @Test(arguments: [" ", ",", "，", "。", "、", "《", "“", "—", "…", "％", "\u{3000}", "\u{301}", "😀", "\u{FFFD}"])
    func `is no white space, punctuation or symbol`(text: String) { #expect(fold(text) == nil) }

    /// Ids and marks on people's disks depend on every value.
    @Test
    func `never changes`() {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        // Planes that have been full for long; later ones gain characters with the standard library's Unicode.
        for point in UInt32(0)..<0x3000 where Unicode.Scalar(point)?.properties.age?.major ?? 99 <= 9 {
            let value = Unicode.Scalar(point).flatMap(IdentityFolding.fold) ?? 0
            hash = (hash ^ UInt64(value)) &* 0x0000_0100_0000_01b3
        }
        #expect(hash == 956_748_327_050_336_824)
    }
}
