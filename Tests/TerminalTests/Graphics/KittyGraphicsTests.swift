import Foundation
import Screen
import Testing

@testable import Terminal

struct KittyGraphicsTests {
    /// Control data and payload of each command.
    private func commands(_ bytes: [UInt8]) -> [(keys: [String: String], payload: String)] {
        String(decoding: bytes, as: UTF8.self).components(separatedBy: "\u{1B}\\").dropLast().map { command in
            let parts = command.dropFirst(3).split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
            let pairs = parts[0].split(separator: ",").map { $0.split(separator: "=") }
            let keys = Dictionary(uniqueKeysWithValues: pairs.map { (String($0[0]), String($0[1])) })
            return (keys, parts.count > 1 ? String(parts[1]) : "")
        }
    }

    @Test(arguments: [(1, 1), (1, 3), (3, 1), (31, 33), (32, 32), (64, 48), (1024, 1)])
    func `a picture is sent in pieces that make its pixels`(width: Int, height: Int) throws {
        let pixels = (0..<width * height * 3).map { UInt8(truncatingIfNeeded: $0 * 7) }
        let bitmap = try #require(Bitmap(width: width, height: height, bytes: pixels))
        let bytes = KittyGraphics.transmission(of: bitmap, number: 5)
        #expect(bytes.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x1B })
        let commands = commands(bytes)
        #expect(commands.allSatisfy { $0.payload.utf8.count <= 4096 && $0.keys["q"] == "2" })
        #expect(commands.dropLast().allSatisfy { $0.payload.utf8.count % 4 == 0 && $0.keys["m"] == "1" })
        #expect(commands.last?.keys["m"] == "0")
        let first = try #require(commands.first?.keys)
        #expect(first["s"] == "\(width)" && first["v"] == "\(height)" && first["f"] == "24" && first["i"] == "5")
        #expect(Data(base64Encoded: commands.map(\.payload).joined()) == Data(pixels))
    }

    @Test func `of a picture that is seen in part, those pixels are shown`() throws {
        let bitmap = try #require(Bitmap(width: 4, height: 100, bytes: [UInt8](repeating: 1, count: 1200)))
        let area = Area(column: 3, row: 2, columns: 8, rows: 5)
        let picture = FramePicture(bitmap, area: area, rows: 10, firstRow: 5)
        let keys = commands(Array(KittyGraphics.placement(of: picture, number: 7).utf8))[0].keys
        #expect(keys["y"] == "50" && keys["h"] == "50" && keys["w"] == "4" && keys["c"] == "8" && keys["r"] == "5")
        #expect(keys["C"] == "1")
        // A row is a pixel at least.
        let pixel = try #require(Bitmap(width: 1, height: 1, bytes: [1, 2, 3]))
        let low = FramePicture(pixel, area: Area(column: 0, row: 0, columns: 2, rows: 1), rows: 9, firstRow: 4)
        #expect(commands(Array(KittyGraphics.placement(of: low, number: 7).utf8))[0].keys["h"] == "1")
    }
}
