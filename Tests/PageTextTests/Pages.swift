import Foundation
import Newspaper
import TestSupport

@testable import PageText

/// Pages kept with the project, each with what its gold says.
enum Pages {
    static let folder = projectRoot.appending(path: "Tests/Fixtures/pages/tuning", directoryHint: .isDirectory)

    /// Single pages: folders with a page.txt.
    static var names: [String] { folders.filter { isThere("\($0)/page.txt") } }

    /// Pages and editions; an edition is a folder of pages with its gold beside it.
    static var folders: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
            .filter { !$0.hasPrefix(".") && !$0.hasSuffix(".json") }.sorted()
    }

    static func sources(_ name: String) throws -> [PageSource] {
        if isThere("\(name)/page.txt") { return [try source(name)] }
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path).sorted()
        return try files.map { file in
            let text = try Data(contentsOf: folder.appending(path: "\(name)/\(file)"))
            return PageSource(path: "\(name)/\(file)", text: String(decoding: text, as: UTF8.self))
        }
    }

    static func gold(_ name: String) throws -> Edition {
        try Gold.edition(
            at: folder.appending(path: isThere("\(name)/page.txt") ? "\(name)/gold.json" : "\(name).gold.json"))
    }

    private static func isThere(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: path).path)
    }

    static func source(_ name: String) throws -> PageSource {
        let file = folder.appending(path: "\(name)/page.txt")
        return PageSource(path: "page.txt", text: String(decoding: try Data(contentsOf: file), as: UTF8.self))
    }

    /// Calls the body with the first page of a source.
    static func withFirst(_ name: String, _ body: (LabeledPage, Workspace) -> Void) throws {
        try source(name).utf8.withUnsafeBufferPointer { bytes in
            let workspace = Workspace()
            var scanner = LineScanner(bytes, store: workspace.lines)
            var lines: ContiguousArray<TextLine> = []
            guard scanner.nextPage(into: &lines, limit: PageParser.longestPage) else { return }
            body(LabeledPage(bytes, lines, workspace: workspace), workspace)
        }
    }
}

func parse(_ text: String, path: String = "page.txt") -> Edition {
    PageParser.edition(from: [PageSource(path: path, text: text)])
}

/// A page of a fictional county, with most of what pages have.
let samplePage = """
    第3版 民生

    2021年4月8日 星期四 责编 闻亦 美编 石小兰

    老桥头的豆腐坊 磨了三代人

    □本报记者 何一川 文/图

    天还没亮,老桥头的灯先亮了。石磨转动的声音从巷子深处传出来,六十岁的郑大顺往磨眼里添了一勺泡好的黄豆,这个动作他做了四

    郑大顺在磨豆浆

    十年。

    “磨要慢,火要匀。”郑大顺说,儿子去年从省城回来,把豆腐卖到了网上,一天能发三百单。

    河道清淤今日开工

    本报讯(记者 何一川 通讯员 罗敏)4月7日,城南河道清淤工程开工,计划清淤4.2公里,工期三个月。

    施工期间,沿河步道分段封闭,请市民绕行。(罗敏)

    图片新闻

    4月6日,县实验小学的学生在田间体验插秧。图为老师示范插秧动作。(何一川 摄)

    """
