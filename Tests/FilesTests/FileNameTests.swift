import Files
import Foundation
import TestSupport
import Testing

struct `a file's name` {
    @Test(arguments: [
        ["1.txt", "2.txt", "10.txt"], ["01.txt", "02.txt", "10.txt", "11.txt"], ["A04.txt", "a10.txt", "B01.txt"],
        ["第3版.txt", "第10版.txt", "第11版.txt"],
        ["一九九九年", "二零零一年", "二〇〇二年"], ["第一版", "第二版", "第九版", "第十版", "第十一版", "第二十版", "第二十四版", "第一百零八版"],
        ["2026-03-06", "2026-03-10", "2026-10-01"], ["二〇二五年", "二〇二六年"], ["ａ１", "a2", "Ａ１０"],
        ["page 2", "page 2b", "page 10"], ["1", "18446744073709551616000"],
    ])
    func `stands in the order in which a person would put it`(names: [String]) {
        #expect(names.reversed().map { FileName($0) }.sorted() == names.map { FileName($0) })
    }

    @Test
    func `is in a total order`() {
        let names = ["", "1", "01", "a", "A", "一", "1一", "一1", "第1版", "第一版", "版", "a1b2", "a01b2", "a1b10"].map {
            FileName($0)
        }
        for one in names {
            #expect(!(one < one))
            for two in names where one != two {
                #expect((one < two) != (two < one))
                for three in names where one < two && two < three { #expect(one < three) }
            }
        }
    }

    @Test(arguments: [
        ("a/b/01.txt", "01.txt"), ("01.txt", "01.txt"), ("/", ""), ("a/b/", "b"), ("", ""), ("//x", "x"),
    ])
    func `has a last component`(path: String, last: String) {
        #expect(FileName(path).last == FileName(last))
    }

    @Test(arguments: [
        ("a/b/01.txt", "a/b/"), ("01.txt", "."), ("/", "/"), ("a/b/", "a/"), ("", ""), ("//x", "/"), ("a//b", "a"),
        ("/x", "/"),
    ])
    func `has a folder above it`(path: String, parent: String) {
        let found = FileName(path).parent
        #expect(found == FileName(parent) || found.appending("x") == FileName(parent).appending("x"))
    }

    @Test
    func `leads through symbolic links to the file that is meant, whether it exists or not`() throws {
        let folder = try TemporaryFolder()
        let root = FileName(folder.path)
        func link(_ name: String, to target: String) throws {
            try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/\(name)", withDestinationPath: target)
        }
        folder.write([], to: "real")
        try link("one", to: "real")
        try link("two", to: "\(folder.path)/one")
        try link("dangling", to: "nowhere/at all")
        try link("loop", to: "loop")
        #expect(try root.appending("two").followingLinks() == root.appending("real"))
        #expect(try root.appending("real").followingLinks() == root.appending("real"))
        #expect(try root.appending("dangling").followingLinks() == root.appending("nowhere/at all"))
        #expect(throws: FileFault(.open, root.appending("loop"), code: ELOOP)) {
            try root.appending("loop").followingLinks()
        }
    }

    @Test
    func `is any bytes but 0`() throws {
        let folder = try TemporaryFolder()
        let name = FileName(folder.path).appending(FileName([0xB1, 0xB1, 0xB9, 0xD8, 0xC7, 0xF8]))
        #expect(name.text == nil)
        try AtomicFile.write([1, 2, 3], to: name)
        #expect(try FileBytes.read(name) == [1, 2, 3])
        #expect(listFolder(FileName(folder.path)).names == [name.last])
        #expect(FileName([0x61, 0, 0x62]) == FileName("ab"))
    }

    @Test
    func `is shown without what could do harm`() {
        #expect(FileName("a\u{1B}]0;x\u{07}b\n\u{202E}.txt").shown == "ab .txt")
    }
}
