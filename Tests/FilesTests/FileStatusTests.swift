import Files
import Foundation
import TestSupport
import Testing

struct `a file's status` {
    @Test
    func `tells kinds of files apart, and one state from another`() throws {
        let folder = try TemporaryFolder()
        let file = FileName(folder.path).appending("file")
        #expect(FileStatus(file) == nil)
        folder.write([1, 2], to: "file")
        let first = try #require(FileStatus(file))
        #expect(first.isRegular && !first.isFolder && first.size == 2)
        #expect(FileStatus(FileName(folder.path))?.isFolder == true)
        #expect(FileStatus(file) == first)
        try AtomicFile.write([1, 2], to: file)
        let replaced = try #require(FileStatus(file))
        #expect(replaced != first && !replaced.isSameFile(as: first))
        #expect(link(folder.path + "/file", folder.path + "/other") == 0)
        #expect(FileStatus(FileName(folder.path + "/other"))?.isSameFile(as: replaced) == true)
    }
}
