import Files
import Foundation
import TestSupport
import Testing

struct `writing a file whole` {
    let folder: TemporaryFolder
    private var root: FileName { FileName(folder.path) }

    init() throws { folder = try TemporaryFolder() }

    private func names(in path: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/\(path)").sorted()
    }

    private func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/\(name)", withDestinationPath: target)
    }

    @Test(arguments: [true, false])
    func `makes it, and the folders that are missing, for this user only`(isDurable: Bool) throws {
        let mask = umask(0)
        defer { umask(mask) }
        try AtomicFile.write(Array("one".utf8), to: root.appending("a/b/c"), isDurable: isDurable)
        #expect(folder.bytes(of: "a/b/c") == Array("one".utf8))
        #expect(folder.mode(of: "a/b/c") == 0o600 && folder.mode(of: "a/b") == 0o700 && folder.mode(of: "a") == 0o700)
        #expect(try names(in: "a/b") == ["c"])
    }

    @Test
    func `gives it the mode that was asked for, whatever the mask is`() throws {
        let mask = umask(0o077)
        defer { umask(mask) }
        try AtomicFile.write([1], to: root.appending("program"), mode: 0o755)
        #expect(folder.mode(of: "program") == 0o755)
    }

    @Test
    func `replaces it: who has the old one open reads that to its end`() throws {
        folder.write(Array("old".utf8), to: "file")
        let old = try #require(FileHandle(forReadingAtPath: folder.path + "/file"))
        let before = FileStatus(root.appending("file"))
        try AtomicFile.write(Array("new".utf8), to: root.appending("file"))
        #expect(folder.bytes(of: "file") == Array("new".utf8))
        #expect(try old.readToEnd() == Data("old".utf8))
        #expect(before?.isSameFile(as: try #require(FileStatus(root.appending("file")))) == false)
        #expect(try names() == ["file"])
    }

    @Test
    func `replaces what a symbolic link leads to, and never the link`() throws {
        try FileManager.default.createDirectory(atPath: folder.path + "/carried", withIntermediateDirectories: true)
        folder.write(Array("old".utf8), to: "carried/real")
        try link("first", to: "carried/real")
        try link("second", to: "\(folder.path)/first")
        try AtomicFile.write(Array("new".utf8), to: root.appending("second"))
        #expect(folder.bytes(of: "carried/real") == Array("new".utf8))
        #expect(try names() == ["carried", "first", "second"] && names(in: "carried") == ["real"])
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/first") == "carried/real")
    }

    @Test
    func `makes the file that a symbolic link leads to in vain`() throws {
        try link("link", to: "later/file")
        try AtomicFile.write([7], to: root.appending("link"))
        #expect(folder.bytes(of: "later/file") == [7])
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/link") == "later/file")
    }

    @Test
    func `never replaces a folder, a pipe, or links that lead to each other`() throws {
        try FileManager.default.createDirectory(atPath: folder.path + "/folder", withIntermediateDirectories: true)
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        try link("a", to: "b")
        try link("b", to: "a")
        for (name, code) in [("folder", EISDIR), ("pipe", EINVAL), ("a", ELOOP)] {
            do throws(FileFault) {
                try AtomicFile.write([1], to: root.appending(name))
                Issue.record("\(name)")
            } catch {
                #expect(error.code == code && error.path == folder.path + "/" + name)
            }
        }
        #expect(try names() == ["a", "b", "folder", "pipe"])
    }

    @Test
    func `changes nothing where it fails, and leaves no draft`() throws {
        folder.write(Array("old".utf8), to: "file")
        do {
            let draft = try FileDraft(replacing: root.appending("file"))
            try draft.write(Array("ne".utf8))
            #expect(try names().count == 2)
            // What comes next cannot be written.
            try draft.close()
            #expect(throws: FileFault(.write, root.appending("file"), code: EBADF)) { try draft.write([1]) }
        }
        #expect(folder.bytes(of: "file") == Array("old".utf8))
        #expect(try names() == ["file"])
    }

    @Test(arguments: [true, false])
    func `can leave a file that is there already as it is, with and without hard links`(usesLinks: Bool) throws {
        let first = try FileDraft(replacing: root.appending("file"))
        try first.write([1])
        let second = try FileDraft(replacing: root.appending("file"))
        try second.write([2])
        #expect(try first.placeIfNone(usesLinks: usesLinks) && !second.placeIfNone(usesLinks: usesLinks))
        #expect(folder.bytes(of: "file") == [1] && folder.mode(of: "file") == 0o600)
    }

    @Test
    func `reports a folder that cannot be written`() {
        #expect(throws: FileFault.self) { try AtomicFile.write([1], to: FileName("/proc/none/file")) }
    }

    @Test
    func `is safe from a file that lies in wait under a draft's name`() throws {
        // Names are drawn at random: of many drafts none is another one's.
        let drafts = try (0..<100).map { _ in try FileDraft(replacing: root.appending("file")) }
        #expect(Set(drafts.map(\.file)).count == 100)
        for draft in drafts { #expect(draft.file.parent.appending("x") == root.appending("x")) }
    }

    @Test func `of several files all are replaced or none`() throws {
        let folder = try TemporaryFolder()
        folder.write(Array("old".utf8), to: "one")
        chmod(folder.path + "/one", 0o640)
        func drafts() throws -> [FileDraft] {
            try ["one", "two", "three"].map { name in
                let draft = try FileDraft(replacing: FileName(folder.path + "/" + name), mode: 0o755)
                try draft.write(Array("new".utf8))
                try draft.close()
                return draft
            }
        }
        do {
            let drafts = try drafts()
            // The last one cannot be put in place.
            _ = drafts[2].file.withCString { unlink($0) }
            #expect(throws: FileFault.self) { try FileDraft.replaceAll(drafts) }
        }
        #expect(folder.bytes(of: "one") == Array("old".utf8) && folder.mode(of: "one") == 0o640)
        #expect(try Set(FileManager.default.contentsOfDirectory(atPath: folder.path)) == ["one"])
        try FileDraft.replaceAll(drafts())
        for name in ["one", "two", "three"] { #expect(folder.bytes(of: name) == Array("new".utf8)) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 3)
    }
}
