import Foundation
import TestSupport
import Testing
import Typesetting

/// `broadsheet show` as a newspaper would set the story, or otherwise where options say so.
struct ShowTests {
    /// Half-width marks as normalisation leaves them, in one paragraph of some lines.
    private static let page =
        "秋收之后\n本报记者 林书远\n"
        + "今年的稻子收得早,坡上的人家都松了一口气:晒谷场上铺得满满当当,孩子们在边上跑(大人也不拦)。"
        + "“再过几天就该榨油了,”老周说,“你们到时候都来!”镇上的油坊已经备好了柴,只等头一批茶籽下山,"
        + "灶里的火一旦点起来,要烧到腊月才歇,夜里远远就能望见那一点红光,一直亮到天明。\n"
        + "今年一共收了317担,比去年多了29担,仓库里放不下,又借了祠堂的3间偏房,请了5个人日夜看着,"
        + "生怕夜里落雨,也怕老鼠,还怕猫。到了第9天,天果然下了雨,一下就是半个月,幸好一粒也没有淋着,"
        + "大家都说:这3间房,借得值,借得巧,借得及时。\n"

    private func lines(_ options: String..., width: Int = 40) throws -> [String] {
        let folder = try TemporaryFolder()
        let file = folder.appending(path: "page.txt")
        try Self.page.write(to: file, atomically: true, encoding: .utf8)
        let result = try run(
            Tmux.program, ["show", file.path, "1", "--width", String(width)] + options,
            environment: ["LC_ALL": "C.UTF-8", "HOME": folder.path])
        try #require(result.status == 0, "\(result.error)")
        return result.output.split(separator: "\n").map(String.init)
    }

    private func widths(_ lines: [String]) -> [Int] { lines.map { cells(of: $0) } }

    @Test func `a line may hold a hanging mark beyond its width, or half of one, or nothing`() throws {
        // How far the longest line of any measure goes beyond it.
        func reach(_ hanging: String) throws -> Int? {
            try (16..<25).compactMap { half in
                try widths(lines("--hanging", hanging, width: 2 * half)).max().map { $0 - 2 * half }
            }.max()
        }
        #expect(try reach("full") == 2)
        #expect(try reach("half") == 1)
        #expect(try reach("none") == 0)
    }

    @Test func `ragged lines have no blanks put into them`() throws {
        let justified = try lines("--hanging", "none")
        let ragged = try lines("--hanging", "none", "--ragged")
        #expect(justified != ragged)
        let flush = justified.count { cells(of: $0) == 40 }
        #expect(ragged.count { cells(of: $0) == 40 } < flush)
    }

    @Test func `marks are shown full-width, or as they stand`() throws {
        let restored = try lines().joined()
        #expect(restored.contains("，") && restored.contains("（大人也不拦）") && !restored.contains(","))
        let plain = try lines("--no-restore").joined()
        #expect(plain.contains(",") && plain.contains("(") && !plain.contains("，"))
    }

    @Test func `what is piped has no blanks beside quotes`() throws {
        for width in [40, 44, 50, 60] {
            let piped = try lines("--ragged", width: width).joined(separator: "\n")
            #expect(!piped.contains("” ") && !piped.contains(/[^ \n] “/), "\(piped)")
        }
    }

    @Test func `what cannot hang is a usage error`() throws {
        let result = try run(
            Tmux.program, ["show", "x", "--hanging", "double"], environment: ["LC_ALL": "C.UTF-8", "HOME": "/"])
        #expect(result.status == 2 && result.error.contains("double"))
    }
}
