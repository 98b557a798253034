import Foundation
import TestSupport
import Testing

@testable import Files
@testable import Sources

extension TemporaryFolder {
    func path(_ name: String) -> String { "\(path)/\(name)" }

    func name(_ name: String) -> FileName { FileName(path(name)) }

    /// Writes files with the same text, and the folders that they are in.
    func make(_ names: String..., text: String = "灯里镇的秋粮已经入仓。\n") throws {
        for name in names { try make(name, Array(text.utf8)) }
    }

    func make(_ name: String, _ bytes: some Sequence<UInt8>) throws {
        let url = URL(filePath: path(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    /// What a path in the folder leads to: "source: its files", without the folder's own path.
    func editions(_ name: String = "", _ scope: Catalog.Scope = .all) -> [String] {
        Catalog.find([name.isEmpty ? path : path(name)], scope).editions.map(description)
    }

    func description(_ edition: EditionReference) -> String {
        let place =
            switch edition.source {
            case .files: "files"
            case .folder(let place): relative(place)
            case .feeds(let place, let date): "feeds \(relative(place)) \(date ?? "–")"
            case .archive(let place): "archive \(relative(place))"
            case .memory(let name): name
            }
        return "\(place): " + edition.files.map(\.last.shown).joined(separator: " ")
    }

    private func relative(_ place: Place) -> String {
        place.shown == path ? "." : place.shown.replacingOccurrences(of: path + "/", with: "")
    }
}

extension Catalog {
    /// The same for paths in UTF-8.
    @_disfavoredOverload
    static func find(
        _ paths: [String], _ scope: Scope = .all, limits: ReadingLimits = ReadingLimits(),
        visit: (Int) -> Bool = { _ in true }
    ) -> Catalog {
        let names: [FileName] = paths.map { FileName($0) }
        return find(names, scope, limits: limits, visit: visit)
    }
}

/// A page with two stories.
func page(_ headline: String) -> String {
    """
    \(headline)

        本报讯（记者 许南星）河水退了，船又开了，渡口的人说这是入秋以来的头一回。
        老周在凉亭里指路，来来往往的人都认得他。

    \(headline)之后

        本报讯（记者 路文遥）桥上人来人往，灯一直亮到半夜，说的是渡口的事。

    """
}

/// A JSON Feed of stories with these headlines.
func feed(_ title: String, _ headlines: String..., tag: String? = nil) -> String {
    let tags = tag.map { #","tags":["\#($0)"]"# } ?? ""
    let items = headlines.map { #"{"id":"\#(title)-\#($0)","title":"\#($0)","content_text":"\#($0)的正文。"\#(tags)}"# }
    return
        #"{"version":"https://jsonfeed.org/version/1.1","title":"\#(title)","items":[\#(items.joined(separator: ","))]}"#
}

func load(_ paths: String..., limits: ReadingLimits = ReadingLimits()) -> LoadedContent {
    let catalog = Catalog.find(paths, limits: limits)
    var content = ContentLoader(limits: limits).load(catalog.editions)
    content.faults = catalog.faults + content.faults
    return content
}

extension LoadedContent {
    var headlines: [String?] { (0..<list.count).map { list.story(at: $0)?.headline } }
}
