import Foundation
import TestSupport
import Testing

@testable import Files

struct `watching files` {
    let folder: TemporaryFolder
    private var root: FileName { FileName(folder.path) }

    init() throws {
        folder = try TemporaryFolder()
        try makeFolders(root.appending("paper"))
        write([1], to: "paper/01.txt")
    }

    private func write(_ bytes: [UInt8], to name: String) {
        let descriptor = open("\(folder.path)/\(name)", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
    }

    private func paths(_ names: String...) -> [FileName] { names.map { root.appending($0) } }

    /// Nothing has changed, and nothing wakes the program any more.
    private func isQuiet(_ watch: FileWatch) -> Bool {
        // The system reports the end of what was watched before, some of it late.
        for _ in 0..<100 {
            guard watch.changes().isEmpty else { return false }
            var ready = pollfd(fd: watch.descriptor ?? -1, events: Int16(POLLIN), revents: 0)
            if poll(&ready, 1, 30) == 0 { return true }
        }
        return false
    }

    /// What changes next. A file is closed late where another test starts a program at that moment, which has it open too.
    private func next(_ watch: FileWatch) -> [FileName] {
        for _ in 0..<400 {
            let changes = watch.changes()
            if !changes.isEmpty { return changes }
            usleep(5_000)
        }
        return []
    }

    private func watching(_ names: String...) throws -> FileWatch {
        let watch = FileWatch()
        watch.watch(names.map { root.appending($0) })
        try #require(watch.descriptor != nil)
        _ = isQuiet(watch)
        #expect(isQuiet(watch) && watch.pollInterval == nil)
        return watch
    }

    @Test
    func `reports a file that is written, touched, removed, and made again`() throws {
        let watch = try watching("paper/01.txt")
        for change in ["write", "touch", "remove", "make"] {
            switch change {
            case "write": write([2], to: "paper/01.txt")
            case "touch": #expect(utimes(folder.path + "/paper/01.txt", nil) == 0)
            case "remove": #expect(unlink(folder.path + "/paper/01.txt") == 0)
            default: write([3], to: "paper/01.txt")
            }
            #expect(watch.changes() == paths("paper/01.txt"), "\(change)")
            #expect(isQuiet(watch), "\(change)")
        }
    }

    @Test
    func `reports many changes as one, and those of other files not at all`() throws {
        folder.write([1], to: "paper/02.txt")
        let watch = try watching("paper/01.txt")
        for _ in 0..<1000 { write([2], to: "paper/01.txt") }
        #expect(watch.changes() == paths("paper/01.txt"))
        write([2], to: "paper/02.txt")
        #expect(watch.changes() == [])
    }

    @Test
    func `is not woken by what is written all the time in a folder, and is by a file that is named`() throws {
        let watch = try watching("paper")
        let log = open(folder.path + "/paper/log", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        #expect(next(watch) == paths("paper"))
        for _ in 0..<10 {
            #expect(Glibc.write(log, "x", 1) == 1)
            #expect(isQuiet(watch))
        }
        watch.watch(paths("paper", "paper/log"))
        #expect(Glibc.write(log, "x", 1) == 1)
        #expect(next(watch) == paths("paper/log"))
        close(log)
        #expect(next(watch) == paths("paper", "paper/log"))
    }

    @Test
    func `goes on with a file that was replaced`() throws {
        let watch = try watching("paper/01.txt")
        for round in 0..<3 {
            try AtomicFile.write([UInt8(round)], to: root.appending("paper/01.txt"))
            #expect(watch.changes() == paths("paper/01.txt"))
            write([9], to: "paper/01.txt")
            #expect(watch.changes() == paths("paper/01.txt"))
        }
    }

    @Test
    func `reports a folder whose files come, go or change, and what happens to itself`() throws {
        let watch = try watching("paper")
        write([2], to: "paper/02.txt")
        #expect(next(watch) == paths("paper"))
        _ = isQuiet(watch)
        write([3], to: "paper/02.txt")
        #expect(next(watch) == paths("paper"))
        #expect(unlink(folder.path + "/paper/02.txt") == 0)
        #expect(next(watch) == paths("paper"))
        write([1], to: "beside")
        #expect(watch.changes() == [])

        #expect(rename(folder.path + "/paper", folder.path + "/elsewhere") == 0)
        #expect(next(watch) == paths("paper"))
        write([4], to: "elsewhere/01.txt")
        #expect(watch.changes() == [])
        try makeFolders(root.appending("paper"))
        #expect(next(watch) == paths("paper"))
        write([5], to: "paper/03.txt")
        #expect(next(watch) == paths("paper"))
    }

    @Test
    func `reports a file whose folders are not there yet`() throws {
        let watch = try watching("state/marks/alder.log")
        try makeFolders(root.appending("state"))
        #expect(watch.changes() == paths("state/marks/alder.log"))
        #expect(isQuiet(watch))
        try makeFolders(root.appending("state/marks"))
        #expect(watch.changes() == paths("state/marks/alder.log"))
        write([1], to: "state/marks/alder.log")
        #expect(watch.changes() == paths("state/marks/alder.log"))
        // All at once, too.
        #expect(unlink(folder.path + "/state/marks/alder.log") == 0)
        #expect(rmdir(folder.path + "/state/marks") == 0 && rmdir(folder.path + "/state") == 0)
        try makeFolders(root.appending("state/marks"))
        write([1], to: "state/marks/alder.log")
        #expect(watch.changes() == paths("state/marks/alder.log"))
        write([1], to: "state/marks/alder.log")
        #expect(watch.changes() == paths("state/marks/alder.log"))
        #expect(isQuiet(watch))
    }

    @Test
    func `follows symbolic links, and notices when one leads elsewhere`() throws {
        func link(_ name: String, to target: String) throws {
            try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/\(name)", withDestinationPath: target)
        }
        try makeFolders(root.appending("dots"))
        folder.write([1], to: "dots/config")
        try link("config", to: "dots/config")
        try link("today", to: "paper")
        let watch = try watching("config", "today")
        write([2], to: "dots/config")
        #expect(watch.changes() == paths("config"))
        write([2], to: "paper/01.txt")
        #expect(next(watch) == paths("today"))
        try makeFolders(root.appending("next"))
        try link("tomorrow", to: "next")
        #expect(rename(folder.path + "/tomorrow", folder.path + "/today") == 0)
        #expect(watch.changes() == paths("today"))
        write([3], to: "next/01.txt")
        #expect(next(watch) == paths("today"))
        write([3], to: "paper/01.txt")
        #expect(watch.changes() == [])
    }

    @Test
    func `watches other paths from then on`() throws {
        folder.write([1], to: "paper/02.txt")
        let watch = try watching("paper/01.txt")
        write([2], to: "paper/01.txt")
        watch.watch(paths("paper/02.txt", "paper"))
        #expect(watch.changes() == [])
        write([2], to: "paper/02.txt")
        #expect(watch.changes() == paths("paper", "paper/02.txt"))
        watch.watch([])
        write([3], to: "paper/02.txt")
        #expect(watch.changes() == [])
    }

    @Test
    func `looks by itself, once a second, where the system reports nothing`() throws {
        let watch = FileWatch(usesInotify: false)
        #expect(watch.descriptor == nil && watch.pollInterval == nil)
        watch.watch(paths("paper", "paper/01.txt", "none"))
        #expect(watch.pollInterval == 1000)
        write([2], to: "paper/01.txt")
        #expect(watch.changes() == [], "not before its time")
        usleep(1_000_000)
        #expect(watch.changes() == paths("paper", "paper/01.txt"))
        write([2], to: "none")
        usleep(1_000_000)
        #expect(watch.changes() == paths("none"))
        for number in 0..<100 { write([1], to: "paper/\(number)") }
        usleep(1_000_000)
        #expect(watch.changes() == paths("paper"))
        #expect(watch.pollInterval == 5000)
    }

    @Test
    func `knows the file systems that other machines change`() throws {
        let status = try #require(FileStatus(root))
        let device = UInt64(status.identity.device)
        let (major, minor) = (device >> 8 & 0xFFF, device & 0xFF)
        func table(_ type: String) -> [UInt8] {
            Array(
                "22 27 0:999 / /proc rw - proc proc rw\n36 35 \(major):\(minor) / /mnt rw shared:1 - \(type) host:/x rw\n"
                    .utf8)
        }
        for type in ["nfs4", "9p", "fuse.sshfs", "cifs"] { #expect(NetworkMounts(table: table(type)).contains(status)) }
        for type in ["ext4", "tmpfs", "overlay", "fuseblk"] {
            #expect(!NetworkMounts(table: table(type)).contains(status))
        }
        #expect(!NetworkMounts(table: Array("\n-\n1 2 -\n1 2 x:y - nfs -\n".utf8)).contains(status))
    }

    @Test
    func `is true to what happens, whatever that is`() throws {
        var random = Seeded(seed: 8)
        let names = ["a", "b", "a/c", "a/d", "b/c", "l", "b/l"]
        // Nothing outside the folder, wherever a link is moved.
        let targets = ["b", "a/c", "\(folder.path)/a", "nowhere", "c"]
        let watch = FileWatch()
        watch.watch(names.map { root.appending($0) })
        for _ in 0..<600 {
            let before = names.map { FileSnapshot(root.appending($0)) }
            let (name, other) = (names.randomElement(using: &random)!, names.randomElement(using: &random)!)
            let (path, second) = ("\(folder.path)/\(name)", "\(folder.path)/\(other)")
            switch Int.random(in: 0..<7, using: &random) {
            case 0: mkdir(path, 0o700)
            case 1: rmdir(path)
            case 2: unlink(path)
            case 3: rename(path, second)
            case 4: symlink(targets.randomElement(using: &random)!, path)
            default: write([1], to: name)
            }
            var changed = Set(watch.changes())
            for (name, known) in zip(names, before) where FileSnapshot(root.appending(name)) != known {
                if !changed.contains(root.appending(name)) { changed.formUnion(next(watch)) }
                #expect(changed.contains(root.appending(name)), "\(name)")
            }
        }
        #expect(isQuiet(watch))
    }
}
