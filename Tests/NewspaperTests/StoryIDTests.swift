import Testing

@testable import Newspaper

struct `a story's id` {
    /// Marks on people's disks have these: they may never change.
    @Test
    func `is the same for ever`() {
        #expect(
            StoryID(date: "2026-03-06", headline: "渡口镇新桥通车", body: ["3月5日,渡口镇新桥通车。"]).description == "0QHGFHDJX6JRN")
        #expect(StoryID(date: nil, headline: "Tide Table", body: ["High at noon."]).description == "6QVRDA1EHKM34")
        #expect(StoryID(date: nil, headline: nil, body: []).description == "0GYF90YTJG5V3")
    }

    @Test
    func `does not depend on width, case, white space and punctuation`() {
        let id = StoryID(date: "2026-03-06", headline: "新桥GPS通车", body: ["共３座桥，长 200 米。"])
        #expect(id == StoryID(date: "2026-03-06", headline: "新桥 ＧＰＳ 通车", body: ["共3座桥,长200米"]))
        #expect(id == StoryID(date: "2026-03-06", headline: "新桥gps通车！", body: ["共3座", "桥长２００米"]))
    }

    @Test
    func `differs by date, headline and the beginning of the body, and not by what comes later`() {
        let start = String(repeating: "水到渠成", count: 10)
        let id = StoryID(date: "2026-03-06", headline: "通车", body: [start + "一"])
        #expect(id == StoryID(date: "2026-03-06", headline: "通车", body: [start + "二", "三"]))
        #expect(id != StoryID(date: "2026-03-07", headline: "通车", body: [start]))
        #expect(id != StoryID(date: "2026-03-06", headline: "通行", body: [start]))
        #expect(id != StoryID(date: "2026-03-06", headline: "通", body: ["车" + start]))
        #expect(id != StoryID(date: "2026-03-06", headline: "通车", body: ["火" + start.dropFirst()]))
    }

    @Test
    func `is written in 13 characters, and read in either case`() {
        for bits: UInt64 in [0, 1, .max, 0x0123_4567_89AB_CDEF] {
            let text = StoryID(bits).description
            #expect(text.utf8.count == 13)
            #expect(StoryID(text) == StoryID(bits) && StoryID(text.lowercased()) == StoryID(bits))
        }
        for text in ["", "0", "000000000000", "00000000000000", "G000000000000", "000000000000U", "00000000000é"] {
            #expect(StoryID(text) == nil)
        }
    }
}
