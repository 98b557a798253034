import Newspaper
import Testing

@testable import Sources

@Suite(.timeLimit(.minutes(5)))
struct CombinedListTests {
    private func list(_ title: String?, sections: [String?], pages: [Page] = [Page(number: "1")]) -> StoriesInMemory {
        let stories = sections.enumerated().map { number, section in
            Story(id: StoryID(UInt64(number)), section: section, headline: "\(title ?? "")\(number)")
        }
        return StoriesInMemory(Edition(title: title, pages: pages, stories: stories))
    }

    private func check(_ list: some StoryList) {
        var ids: Set<StoryID> = []
        for position in 0..<list.count {
            let header = list.header(at: position)
            #expect(ids.insert(header.id).inserted)
            #expect(list.position(of: header.id) == position)
            #expect(list.story(at: position)?.header == header)
            #expect(list.sections.filter { $0.positions.contains(Int32(position)) }.map(\.name) == [header.section])
        }
        for section in list.sections { #expect(section.positions == section.positions.sorted()) }
        #expect(list.sections.reduce(0) { $0 + $1.positions.count } == list.count)
        #expect(list.position(of: StoryID(999)) == nil)
    }

    @Test func `lists one after another have one another's sections, pages of their own and no id twice`() {
        let combined = CombinedList([
            list("甲", sections: ["要闻", nil, "副刊"]), list(nil, sections: []),
            list("乙", sections: ["副刊", "体育", nil], pages: [Page(number: "2"), Page(number: "3")]),
        ])
        check(combined)
        #expect(combined.count == 6 && combined.title == "甲")
        #expect(combined.sections.map(\.name) == ["要闻", nil, "副刊", "体育"])
        #expect(combined.sections[2].positions == [2, 3])
        #expect(combined.pages[combined.header(at: 3).page].number == "2")
        #expect(combined.header(at: 0).id == StoryID(0) && combined.header(at: 3).id != StoryID(0))
        #expect(combined.origin(of: 4).position == 1 && combined.origin(of: 4).list.title == "乙")
    }

    @Test func `stories are found on the pages that they have here`() {
        let lists = ["甲", "乙"].map { title in
            let place = StoryPlace(
                page: 1, box: Box(left: 0, top: 0, right: 9, bottom: 9),
                heading: Box(left: 0, top: 0, right: 9, bottom: 2))
            return StoriesInMemory(
                Edition(
                    pages: [Page(number: "1"), Page(number: "2", sheet: PageSheet(width: 10, height: 10))],
                    stories: [
                        Story(id: StoryID(1), page: 0, headline: title),
                        Story(id: StoryID(2), page: 1, headline: title, places: [place]),
                    ]))
        }
        let combined = CombinedList(lists)
        #expect((0..<4).map(combined.positions) == [[0], [1], [2], [3]])
        #expect(combined.positions(onPage: 4) == [])
        #expect(combined.story(at: 3)?.places.map(\.page) == [3])
        #expect(PageMap(ofPage: 3, in: combined)?.items.map(\.title) == ["乙"])
    }

    @Test func `a list may be filed as one section`() {
        var combined = CombinedList()
        combined.append(list("甲", sections: ["要闻", nil]), section: "甲")
        combined.append(list("乙", sections: ["甲", "体育"]))
        check(combined)
        #expect(combined.sections.map(\.name) == ["甲", "体育"])
    }

    @Test func `ids stay the same when the lists are put together again`() {
        let lists = (0..<40).map { _ in list("甲", sections: Array(repeating: "要闻", count: 30)) }
        let (one, other) = (CombinedList(lists), CombinedList(lists))
        check(one)
        #expect((0..<one.count).allSatisfy { one.header(at: $0).id == other.header(at: $0).id })
    }

    @Test func `many lists with the same stories are put together in the time of others`() {
        // With a search for a free id from the start each time, 1,800 million steps.
        let lists = Array(repeating: list("甲", sections: [nil]), count: 60_000)
        let combined = CombinedList(lists)
        #expect(Set((0..<combined.count).map { combined.header(at: $0).id }).count == 60_000)
    }

    @Test func `no list is an empty one`() {
        #expect(CombinedList().isEmpty && CombinedList().title == nil && CombinedList().sections.isEmpty)
    }

    @Test func `the whole is named after printed pages, else after what is no feed`() {
        func feed(_ title: String?) -> StoriesInMemory {
            var edition = Edition(title: title, stories: [Story(id: StoryID(9), headline: "x")])
            edition.feed = FeedDetails()
            return StoriesInMemory(edition)
        }
        let saved = list("砚浦网", sections: [nil], pages: [])
        let paper = list("渡口日报", sections: [nil])
        #expect(CombinedList([feed("潮汐"), saved, paper]).title == "渡口日报")
        #expect(CombinedList([feed("潮汐"), saved]).title == "砚浦网")
        #expect(CombinedList([feed(nil), feed("潮汐")]).title == "潮汐")
        // What nothing names is not called after another.
        #expect(CombinedList([feed("潮汐"), list(nil, sections: [nil])]).title == nil)
    }
}
