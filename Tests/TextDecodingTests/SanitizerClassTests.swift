import Foundation
import TestSupport
import Testing

@testable import TextDecoding

struct `the class of a scalar` {
    @Test(.enabled(if: Shared.isThere && FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
    func `is in the table that the generator writes`() throws {
        let result = try run(
            projectRoot.appending(path: ".dev/generate-sanitizer-table").path,
            ["--check", Shared.folder.appending(path: "unicode-17").path])
        #expect(result.status == 0, "\(result.error)")
    }

    /// DerivedGeneralCategory.txt of Unicode 17: "0378..0379    ; Cn # …".
    @Test(.enabled(if: Shared.isThere))
    func `follows Unicode's general categories`() throws {
        var categories = [String](repeating: "", count: 0x110000)
        for line in try Shared.text("unicode-17/DerivedGeneralCategory.txt").split(separator: "\n") {
            let fields = line.prefix { $0 != "#" }.split(separator: ";")
            guard fields.count == 2 else { continue }
            let ends = fields[0].split { $0 == "." || $0 == " " }.compactMap { Int($0, radix: 16) }
            for scalar in ends[0]...ends[ends.count - 1] { categories[scalar] = fields[1].filter { $0 != " " } }
        }
        var wrong: [Int] = []
        for scalar in 0..<0x110000 {
            let isRight =
                switch (categories[scalar], SanitizerClass(of: UInt32(scalar))) {
                case ("Cc", let found): found == (expectedControls[scalar] ?? .control)
                case ("Cf", .plain): visibleFormats.contains(scalar)
                case ("Cf", .bidi), ("Cf", .invisible): true
                case ("Cn", .unknown), ("Co", .unknown), ("Cs", .unknown): true
                // Default_Ignorable_Code_Point without a character yet.
                case ("Cn", .invisible): [0x2065].contains(scalar) || 0xFFF0...0xFFF8 ~= scalar || scalar >> 12 == 0xE0
                case ("Zl", .lineBreak), ("Zp", .lineBreak): true
                // The same with one: joiner, fillers, variation selectors.
                case ("Mn", .invisible), ("Lo", .invisible): invisibleLetters.contains { $0 ~= scalar }
                case ("", _), ("Zl", _), ("Zp", _), ("Cn", _), ("Co", _), ("Cs", _), ("Cf", _): false
                case (_, let found): found == .plain
                }
            if !isRight { wrong.append(scalar) }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(20).map { String($0, radix: 16) })")
    }

    private let expectedControls: [Int: SanitizerClass] = [
        0x09: .plain, 0x0C: .plain, 0x0A: .plain, 0x0B: .lineBreak, 0x0D: .lineBreak, 0x85: .lineBreak,
    ]
    private let visibleFormats: Set<Int> = [
        0xAD, 0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD,
    ]
    private let invisibleLetters: [ClosedRange<Int>] = [
        0x34F...0x34F, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x3164...0x3164, 0xFE00...0xFE0F,
        0xFFA0...0xFFA0, 0xE0100...0xE01EF,
    ]
}
