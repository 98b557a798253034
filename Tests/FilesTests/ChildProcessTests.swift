import Files
import Foundation
import Testing

struct `another program` {
    @Test
    func `has its arguments as they are, whatever a shell would make of them`() throws {
        let words = ["a b", "$HOME", "`id`", "*", "", "北关区", "'\""]
        let (bytes, end) = try ChildProcess.output(of: ["printf", "%s\\n"] + words)
        #expect(end == .exited(0))
        #expect(String(decoding: bytes, as: UTF8.self) == words.map { $0 + "\n" }.joined())
    }

    @Test
    func `is reported by its status, or by the signal that ended it`() throws {
        #expect(try ChildProcess(["sh", "-c", "exit 7"]).wait() == .exited(7))
        #expect(try ChildProcess(["sh", "-c", "kill -9 $$"]).wait() == .signalled(SIGKILL))
    }

    @Test
    func `that stops itself is reported as stopped where that is asked for, and goes on`() throws {
        let child = try ChildProcess(["sh", "-c", "kill -STOP $$; exit 3"], hasOwnGroup: true)
        #expect(child.wait(reportsStops: true) == .stopped(SIGSTOP))
        #expect(child.poll(reportsStops: true) == nil)
        kill(child.id, SIGCONT)
        #expect(child.wait() == .exited(3))
    }

    @Test
    func `is not waited for when it is only asked for`() throws {
        let child = try ChildProcess(["sleep", "10"])
        #expect(child.poll() == nil)
        kill(child.id, SIGTERM)
        #expect(child.wait() == .signalled(SIGTERM))
    }

    @Test
    func `that does not exist is a fault with the system's reason`() {
        #expect(throws: SpawnFault(program: "no such program", code: ENOENT)) {
            try ChildProcess(["no such program"])
        }
    }

    @Test
    func `can have nothing to read and nowhere to write`() throws {
        #expect(try ChildProcess(["cat"], input: .none).wait() == .exited(0))
        let words = "echo lost; echo lost >&2; readlink /proc/self/fd/0 >/dev/null"
        #expect(try ChildProcess(["sh", "-c", words], output: .none, errors: .none).wait() == .exited(0))
    }

    @Test
    func `runs the file that is named, under its first argument`() throws {
        let (bytes, _) = try ChildProcess.output(of: ["other name", "-c", "echo $0"], file: FileName("/bin/sh"))
        #expect(String(decoding: bytes, as: UTF8.self) == "other name\n")
    }

    @Test
    func `has a group of its own where it shall, and no signal ignored or blocked`() throws {
        let status = { (text: String, name: String) in
            text.split(separator: "\n").first { $0.hasPrefix(name) }?.split(separator: "\t").last.map(String.init)
        }
        let before = signal(SIGPIPE, SIG_IGN)
        defer { signal(SIGPIPE, before) }
        let (bytes, _) = try ChildProcess.output(of: ["cat", "/proc/self/status"])
        let text = String(decoding: bytes, as: UTF8.self)
        let ignored = UInt64(try #require(status(text, "SigIgn")), radix: 16) ?? 0
        for signal in ChildProcess.defaultSignals { #expect(ignored >> UInt64(signal - 1) & 1 == 0, "\(signal)") }
        #expect(UInt64(try #require(status(text, "SigBlk")), radix: 16) == 0)

        let own = try ChildProcess(["sleep", "10"], hasOwnGroup: true)
        let shared = try ChildProcess(["sleep", "10"])
        #expect(getpgid(own.id) == own.id && getpgid(shared.id) == getpgrp())
        for child in [own, shared] {
            kill(child.id, SIGKILL)
            #expect(child.wait() == .signalled(SIGKILL))
        }
    }
}
