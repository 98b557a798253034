import Files
import Foundation
import TestSupport
import Testing

@testable import Marks

struct `a device's name` {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func name(_ host: String, _ machine: String?, user: UInt32 = 1000, in state: String? = nil) -> String {
        Device.name(host: host, machine: machine, user: user, stateFolder: FileName(state ?? folder.path))
    }

    private let identity = "0123456789abcdef0123456789abcdef"

    @Test
    func `is the same in every run, and the host's with a suffix`() {
        let first = name("press.alder.example", identity)
        #expect(first == name("press.alder.example", identity))
        #expect(first.hasPrefix("press-") && first.utf8.count == 14)
        #expect(first.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
    }

    @Test
    func `differs between machines and users of one host name`() {
        let names = [
            name("laptop", identity), name("laptop", "fedcba9876543210fedcba9876543210"),
            name("laptop", identity, user: 1001),
        ]
        #expect(Set(names).count == 3)
    }

    @Test(arguments: ["", "../../etc", "報社", "a b\tc\n", String(repeating: "x", count: 300), ".", "-"])
    func `is fit for a file, whatever the host is called`(host: String) {
        let name = name(host, identity)
        #expect(name.utf8.count <= 41 && !name.contains("/") && !name.hasPrefix("."))
        #expect(name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
    }

    @Test
    func `stays with its log when the host is renamed`() throws {
        let old = name("laptop", identity)
        let log = MarkLog.load(folder: FileName(folder.path + "/marks"), device: old)
        log.mark(story(1), .read, now: newYear)
        #expect(name("desktop", identity) == old)
    }

    @Test(arguments: [nil, ""])
    func `is kept in the state folder where the machine has no identity`(machine: String?) throws {
        let first = name("box", machine)
        #expect(name("box", machine) == first)
        #expect(folder.mode(of: "device") == 0o600)
        let other = try TemporaryFolder()
        #expect(name("box", machine, in: other.path) != first)
        folder.write(Array("../evil\n".utf8), to: "device")
        let second = name("box", machine)
        #expect(!second.contains("/") && second == name("box", machine))
    }

    @Test
    func `is found for this machine`() {
        #expect(
            Device.nameHere(stateFolder: FileName(folder.path)) == Device.nameHere(stateFolder: FileName(folder.path)))
    }
}
