import Fetching
import Files
import TestSupport
import Glibc
import Testing

struct FetchLockTests {
    @Test func `two never fetch at the same time`() throws {
        let folder = try TemporaryFolder()
        let data = FileName("\(folder.path)/share/broadsheet")
        var first = try FetchLock.acquire(in: data)
        #expect(first != nil)
        #expect(try FetchLock.acquire(in: data) == nil)
        // Programs that are started meanwhile do not keep it.
        let child = try ChildProcess(["sleep", "5"])
        first = nil
        #expect(try FetchLock.acquire(in: data) != nil)
        kill(child.id, SIGKILL)
        _ = child.wait()
    }

    @Test func `a folder that cannot be made is a fault`() throws {
        let folder = try TemporaryFolder()
        folder.write([], to: "file")
        #expect(throws: FileFault.self) { try FetchLock.acquire(in: FileName("\(folder.path)/file/folder")) }
    }
}
