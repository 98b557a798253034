import Testing

@testable import Following

struct SourceListFormatTests {
    private static let sources: [FollowedSource] = {
        var one = FollowedSource(.web("https://quay.example/feed?a=1&b='2'"))
        one.name = "渡口 \"日报\" & <co> it's $HOME \\ `ls`"
        one.section = "要闻"
        var two = FollowedSource(.web("https://lamp.example/atom.xml"))
        two.name = "Lamp"
        return [one, two, FollowedSource(.command(["tide-table"]))]
    }()

    @Test(arguments: SourceListFormat.allCases)
    func `what is written for another reader is read from its file again`(_ format: SourceListFormat) {
        let text = format.text(of: Self.sources) { $0.name ?? $0.address.text }
        let imported = ImportedSources(Array(text.utf8))
        #expect(imported.sources.map(\.address) == Self.sources.prefix(2).map(\.address))
        #expect(imported.sources.map(\.name) == Self.sources.prefix(2).map(\.name))
        if format != .sfeedrc { #expect(imported.sources.map(\.section) == ["要闻", nil]) }
        #expect(imported.passedOver == 0)
    }
}
