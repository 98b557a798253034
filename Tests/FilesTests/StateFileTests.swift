import Foundation
import Files
import TestSupport
import Testing

struct StateFileTests {
    @Test func `a text is written whole, in a folder that was not there, and read again`() throws {
        let folder = try TemporaryFolder()
        let path = FileName(folder.appending(path: "a/b/panes").path)
        #expect(StateFile.text(at: path) == nil)
        #expect(StateFile.write("stories 4\n", to: path))
        #expect(StateFile.write("stories 6\n", to: path))
        #expect(StateFile.text(at: path) == "stories 6\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "a/b").path) == ["panes"])
    }

    @Test func `where it cannot be written nothing changes`() {
        #expect(!StateFile.write("x", to: FileName("/proc/none/panes")))
        #expect(StateFile.text(at: FileName("/proc/none/panes")) == nil)
        #expect(StateFile.text(at: FileName("/")) == nil)
    }
}
