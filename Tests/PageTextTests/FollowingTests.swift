import Testing

@testable import PageText

@Suite("What follows what")
struct FollowingTests {
    @Test("a label that is said never to follow another costs too much behind it on every line", arguments: Pages.names)
    func neverFollows(name: String) throws {
        let source = try Pages.source(name)
        source.utf8.withUnsafeBufferPointer { bytes in
            var scanner = LineScanner(bytes)
            var lines: ContiguousArray<TextLine> = []
            guard scanner.nextPage(into: &lines, limit: PageParser.longestPage) else { return }
            let sheet = Sheet(bytes, lines, room: Labelling.Room())
            let situations = (0..<9).map { Situation(rawValue: 1 << $0) } + [[], Situation(rawValue: 511)]
            for at in sheet.lines.indices {
                let (line, previous) = (sheet.lines[at], at > 0 ? sheet.lines[at - 1] : nil)
                for from in Label.all {
                    for to in Label.all where !Following.mayFollow(from, to) {
                        let least = situations.map {
                            Following.cost(from, to, line, after: previous, nextGap: 0, $0, sheet.shape)
                        }.min()!
                        if least < 100 { Issue.record("\(to) may follow \(from) on line \(line.number)") }
                    }
                }
            }
        }
    }
}
