import Fetching
import Files
import Foundation
import Jobs
import TestSupport
import Testing

struct LocalTests {
    @Test func `a file is read, and not again until somebody writes to it`() throws {
        let folder = try TemporaryFolder()
        folder.write("<feed/>".utf8, to: "the paper.xml")
        let address = "file://\(folder.path)/the%20paper.xml"
        let first = try #require(fetched(address).value)
        #expect(first.body == Array("<feed/>".utf8) && first.status == 200 && first.address == address)
        let again = FetchRequest(.address(address), entityTag: first.entityTag)
        #expect(fetched(again).value == FetchResult(status: 304, entityTag: first.entityTag, address: address))
        folder.write("<feed></feed>".utf8, to: "the paper.xml")
        #expect(fetched(again).value?.body == Array("<feed></feed>".utf8))
        #expect(fetched("file://localhost\(folder.path)/the%20paper.xml").value != nil)
        #expect(fetched("FILE:\(folder.path)/the%20paper.xml").value != nil)
    }

    @Test func `a file that is missing, too large or a pipe is a fault`() throws {
        let folder = try TemporaryFolder()
        folder.write([UInt8](repeating: 0, count: 100_001), to: "large")
        try run("/usr/bin/env", ["mkfifo", "\(folder.path)/pipe"])
        #expect(fetched("file://\(folder.path)/large").fault == .tooLarge(limit: 100_000))
        for (name, code) in [("none", ENOENT), ("pipe", EINVAL)] {
            guard case .file(let fault) = fetched("file://\(folder.path)/\(name)").fault else {
                Issue.record("no fault of \(name)")
                continue
            }
            #expect(fault.code == code)
        }
    }

    private func output(_ arguments: String..., limits: FetchLimits = .short) -> Result<FetchResult, FetchFault> {
        fetched(FetchRequest(.command(arguments), limits: limits))
    }

    @Test func `a command's output is what it writes, and no shell reads its arguments`() {
        #expect(output("printf", "%s", "$HOME; `id` > /dev/null").value?.body == Array("$HOME; `id` > /dev/null".utf8))
        #expect(output("sh", "-c", "echo a; exec >&-; sleep 0.2; exit 0").value?.body == Array("a\n".utf8))
        #expect(output("cat").value?.body == [])
    }

    @Test func `a command that fails, is missing, writes too much or takes too long is a fault`() {
        #expect(output("sh", "-c", "echo a; exit 3").fault == .command(.exited(3)))
        #expect(output("sh", "-c", "kill -9 $$").fault == .command(.signalled(9)))
        #expect(output("/harbour/none").fault == .spawn(SpawnFault(program: "/harbour/none", code: ENOENT)))
        #expect(fetched(FetchRequest(.command([]))).fault == .spawn(SpawnFault(program: "", code: ENOENT)))
        #expect(output("yes").fault == .tooLarge(limit: 100_000))
        let start = monotonicNow()
        let limits = FetchLimits(seconds: 1)
        #expect(output("sleep", "60", limits: limits).fault == .timedOut(.total(1)))
        // What it has started holds its output open, and is ended as well.
        #expect(output("sh", "-c", "sleep 60 & exit 0", limits: limits).fault == .timedOut(.total(1)))
        #expect(output("sh", "-c", "exec >&-; sleep 60", limits: limits).fault == .timedOut(.total(1)))
        #expect(monotonicNow() - start < 6000)
    }

    @Test func `commands, files and the web run beside each other`() throws {
        let folder = try TemporaryFolder()
        folder.write([1], to: "a")
        let server = try LoopbackServer { _ in [.wait(300)] + LoopbackServer.response(200, body: [2]) }
        let start = monotonicNow()
        let results = fetched([
            FetchRequest(.command(["sh", "-c", "sleep 0.3; printf 3"])),
            FetchRequest(.address("file://\(folder.path)/a")),
            FetchRequest(.address(server.address())), FetchRequest(.command(["sh", "-c", "sleep 0.3; printf 4"])),
        ])
        #expect(results.map { $0?.value?.body } == [[0x33], [1], [2], [0x34]])
        #expect(monotonicNow() - start < 900)
    }
}
