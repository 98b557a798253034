import Files
import Foundation
import TestSupport
import Testing

struct `reading a file whole` {
    let folder: TemporaryFolder
    private var root: FileName { FileName(folder.path) }

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 1_000_000])
    func `gives all its bytes`(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        folder.write(bytes, to: "file")
        #expect(try FileBytes.read(root.appending("file")) == bytes)
        #expect(try FileBytes.read(root.appending("file"), limit: count) == bytes)
        if count > 0 {
            #expect(throws: FileFault(.read, folder.path + "/file", code: EFBIG, limit: count - 1)) {
                try FileBytes.read(root.appending("file"), limit: count - 1)
            }
        }
    }

    @Test
    func `begins where the file was read to`() throws {
        folder.write(Array("one two".utf8), to: "file")
        let descriptor = open(folder.path + "/file", O_RDONLY)
        defer { close(descriptor) }
        #expect(lseek(descriptor, 4, SEEK_SET) == 4)
        #expect(try FileBytes.read(descriptor, shown: "x") == Array("two".utf8))
        #expect(try FileBytes.read(descriptor, shown: "x") == [])
    }

    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 131_072, 40_000_000])
    func `gives all bytes of a stream, which comes in parts`(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: ($0 &* 31) ^ ($0 >> 16)) }
        folder.write(bytes, to: "file")
        let script = "cat '\(folder.path)/file'"
        #expect(try ChildProcess.output(of: ["sh", "-c", script]).bytes == bytes)
    }

    @Test
    func `refuses a stream without an end`() {
        #expect(throws: FileFault(.read, "/dev/zero", code: EFBIG, limit: 1_000_000)) {
            try FileBytes.read(FileName("/dev/zero"), limit: 1_000_000)
        }
    }

    @Test
    func `never waits for a pipe where it may not`() {
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        #expect(throws: FileFault(.read, root.appending("pipe"), code: EINVAL)) {
            try FileBytes.read(root.appending("pipe"), mayWait: false)
        }
    }
}
