import Testing

@testable import Files
@testable import Sources

struct `a file's name` {
    @Test(arguments: [
        ["1.txt", "2.txt", "10.txt"], ["01.txt", "02.txt", "10.txt", "11.txt"], ["A04.txt", "a10.txt", "B01.txt"],
        ["第3版.txt", "第10版.txt", "第11版.txt"], ["第一版", "第二版", "第九版", "第十版", "第十一版", "第二十版", "第二十四版", "第一百零八版"],
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

    @Test
    func `is shown without what could do harm`() {
        #expect(FileName("a\u{1B}]0;x\u{07}b\n\u{202E}.txt").shown == "ab .txt")
    }
}
