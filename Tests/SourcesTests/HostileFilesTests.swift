import Foundation
import TestSupport
import Testing

@testable import Files
@testable import Sources

/// Any bytes under any names give an edition or say what they are.
struct HostileFilesTests {
    private static let starts: [[UInt8]] = [
        [], [0x1F, 0x8B, 8, 0], [0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], Array("{\"items\":[{".utf8), Array("{".utf8),
        Array("<".utf8),
        Array("<?xml".utf8), [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], Array("渡口改成了桥头\n".utf8),
    ]
    private static let endings = ["", ".txt", ".json", ".zip", ".gz", ".txt.gz", ".json.gz", ".md", ".JSON"]

    private func expectAnswer(_ path: String, _ bytes: [UInt8]) {
        let content = load(path)
        #expect(!content.isEmpty || !content.faults.isEmpty, "\(bytes.prefix(40))")
        for position in 0..<content.list.count {
            guard let story = content.list.story(at: position) else {
                Issue.record("a story without words")
                continue
            }
            #expect(story.header == content.list.header(at: position))
        }
    }

    @Test func `a page of an edition that leads nowhere, or to a pipe, is reported, and the rest is read`() throws {
        let folder = try TemporaryFolder()
        folder.write(Array("渡口晚报\n\n渡口大桥通车\n本报记者 何一渡\n\n3月5日上午，渡口大桥通车。\n".utf8), to: "01.txt")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/02.txt", withDestinationPath: folder.path + "/nowhere")
        try #require(mkfifo(folder.path + "/03.txt", 0o600) == 0)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/notes", withDestinationPath: folder.path + "/nowhere")
        let content = load(folder.path)
        #expect(content.list.count == 1)
        #expect(
            content.faults == [
                .file(FileFault(.open, folder.path + "/02.txt", code: ENOENT)),
                .file(FileFault(.read, folder.path + "/03.txt", code: EINVAL)),
            ])
    }

    @Test(arguments: 0..<8)
    func `random bytes under random names give an edition or a fault`(seed: UInt64) throws {
        let folder = try TemporaryFolder()
        var random = Seeded(seed: seed)
        for round in 0..<60 {
            let count = Int.random(in: 0...[20, 300, 6_000].randomElement(using: &random)!, using: &random)
            let mask: UInt8 = [0xFF, 0x7F, 0x1F].randomElement(using: &random)!
            let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) & mask }
            let bytes = Self.starts.randomElement(using: &random)! + noise
            let name = (0..<4).map { _ in UInt8.random(in: 1...255, using: &random) }.filter {
                $0 != 0x2F && $0 != 0x2E
            }
            let file = FileName(
                Array("\(folder.path)/\(round)".utf8) + name + Array(Self.endings.randomElement(using: &random)!.utf8))
            let descriptor = file.withCString { open($0, O_WRONLY | O_CREAT, 0o600) }
            try #require(descriptor >= 0 && write(descriptor, bytes, bytes.count) == bytes.count)
            close(descriptor)
            let content = ContentLoader().load([EditionReference(.files([file]))])
            #expect(!content.isEmpty || !content.faults.isEmpty, "\(bytes.prefix(40))")
        }
        expectAnswer(folder.path, [])
    }

    @Test(arguments: 0..<8)
    func `archives with wrong bytes give an edition or a fault`(seed: UInt64) throws {
        let folder = try TemporaryFolder()
        var random = Seeded(seed: seed)
        let zip = ZipWriter.zip(["1.txt": page("桥"), "a/2.txt": page("灯"), "3.json": feed("渡口", "开船")])
        for whole in [zip, gzip(Array(page("桥").utf8)), gzip(zip)] {
            for _ in 0..<80 {
                var bytes = whole
                for _ in 0..<Int.random(in: 1...12, using: &random) {
                    bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
                }
                if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
                if Bool.random(using: &random), bytes.count > 4 {
                    bytes.insert(contentsOf: bytes.prefix(Int.random(in: 0...200, using: &random)), at: bytes.count / 2)
                }
                try folder.make("a", bytes)
                expectAnswer(folder.path("a"), bytes)
            }
        }
    }
}
