import Newspaper
import Testing

@testable import PageText

/// Each rule on a page that would be read differently without it.
@Suite("Rules find captions and credits")
struct CaptionRuleTests {
    private let body = Sample.body
    private let more = Sample.more

    @Test func `a caption between two halves of a paragraph is moved out of it`() throws {
        let cut = body.replacing("有人来吃面,", with: "有人来吃\n\n游客在老街赏花\n\n面,")
        let story = try Sample.story("老街看花\n\n本报讯(记者 王明)\(cut)\n\n\(more)\n")
        #expect(story.body.map(\.text) == [body, more])
        #expect(story.photos.map(\.caption) == ["游客在老街赏花"])
    }

    @Test func `a sentence about what somebody is doing, inside a paragraph, is a caption`() throws {
        let page = "桥头新事\n\n本报讯(记者 王明)\(body.dropLast(12))\n\n选手在决赛中施焊。\n\n\(body.suffix(12))\n\n\(more)\n"
        let found = try Sample.story(page)
        #expect(found.photos.map(\.caption) == ["选手在决赛中施焊。"])
        #expect(found.body.map(\.text) == [body, more])
    }

    @Test func `a cut word continues on the line whose first character follows its last elsewhere on the page`() throws
    {
        let page = """
            桥头新事

            本报讯(记者 王明)桥头的信号接收机装了三年。\(body)

            站里的人说,桥修好以后,山上的收音机也听得见了,村里又添了一台卫星信号接

            学生排着队走过新修的桥。

            收机,孩子们第一次听见了城里的广播,大家围在一起,听了整整一个下午。

            \(more)
            """
        let found = try Sample.story(page)
        #expect(found.photos.map(\.caption) == ["学生排着队走过新修的桥。"])
        #expect(found.body.contains { $0.text.contains("卫星信号接收机,孩子们") })
    }

    @Test func `a sentence with a capital, between a word and a small letter that continues it, is a caption`() throws {
        let page = """
            Water bills to rise in July

            By PETER OKON

            The vote allows the city to apply for a loan that would pay for a new main under the

            A crew repairs a broken main on Locust Street on Monday.

            east side of town, where the pipes were laid before the war and break every winter.
            """
        let found = try Sample.story(page)
        #expect(found.photos.map(\.caption) == ["A crew repairs a broken main on Locust Street on Monday."])
        #expect(found.body.count == 1)
    }

    @Test func `captions in a row with wide gaps on both sides are moved out of a paragraph`() throws {
        let start = "老街看花\n\n本报讯(记者 王明)\(more)\n\n\(body)\(more.dropLast(10))"
        let page = start + "\n\n\n茶馆里坐满了人\n\n\n桥头的石狮子披了红布。\n\n\n\(more.suffix(10))\n\n\(body)\n\n\(more)\n"
        let found = try Sample.story(page)
        #expect(found.photos.map(\.caption) == ["茶馆里坐满了人", "桥头的石狮子披了红布。"])
        #expect(found.body.map(\.text) == [more, body + more, body, more])
    }

    @Test func `a name after a slash is the credit of a picture inside a paragraph`() throws {
        let page = """
            나루 시장에 봄이 왔다

            [나루=한서윤 기자] 나루 시장 골목에 봄나물이 쌓였다. 상인들은 새벽 네 시부터 좌판을 펴고 손님을 기다린다. 올해는 비가 잦아 냉이가 유난히 달

            14일 나루 시장에서 손님들이 봄나물을 고르고 있다. /한서윤 기자

            다고 했다. 값은 지난해보다 조금 내렸다.

            상인회는 다음 달 봄나물 잔치를 연다.
            """
        let found = try Sample.story(page)
        #expect(found.body.count == 2)
        #expect(found.photos.map(\.caption) == ["14일 나루 시장에서 손님들이 봄나물을 고르고 있다."])
    }

    @Test func `a credit is taken out of the caption, and its name is a photographer's`() throws {
        let story = try Sample.story("老街看花\n\n\(body)\n\n游客在老街赏花(李明 摄)\n\n\(more)(王明)\n")
        #expect(story.photos == [Photo(caption: "游客在老街赏花", credit: "(李明 摄)")])
        #expect(story.credits.contains(Credit(.photographer, "李明")))
    }

    @Test func `a short line above a caption with a credit is the picture's heading`() throws {
        let page = "老街看花\n\n□本报记者 王明\n\n\(body)\n\n\(more)\n\n花开时节\n\n昨天傍晚,几名游客在老桥头的花树下停住脚步,拍照留念。 李明 摄\n"
        let photo = try Sample.story(page, 1)
        #expect(photo.kind == .photo)
        #expect(photo.headline == "花开时节")
    }

    @Test func `a photographer's surname on the next line belongs to the credit`() throws {
        let page = """
            Ferry sold for a song

            By NORA PELL

              The old ferry left the town landing on
            Saturday for the last time, with a band
            on deck and the mayor at the wheel, and
            half of the town on the bank to see it.

            The ferry passes the mill on its last
            crossing on Saturday. Photo by Gus
            Marlow

              Nobody knows what will become of it on
            the other side, where a man who deals in
            scrap has bought it for the brass alone
            and says that he has no use for a bell.
            """
        let found = try Sample.story(page)
        #expect(found.credits.contains(Credit(.photographer, "Gus Marlow")))
        #expect(found.body.count == 2)
    }
}
