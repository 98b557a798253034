import Newspaper
import Testing

@testable import PageText

/// Each rule on a page that would be read differently without it.
@Suite("Rules decide where paragraphs begin and end")
struct ParagraphRuleTests {
    private let body = Sample.body
    private let more = Sample.more

    @Test func `a paragraph that stops inside a sentence continues after blank lines`() throws {
        let cut = body.replacing("有人来吃面,", with: "有人来吃\n\n\n面,")
        #expect(try Sample.story("老街看花\n\n本报讯(记者 王明)\(cut)\n\n\(more)\n").body.map(\.text) == [body, more])
    }

    @Test func `a paragraph that stops at the end of a sentence does not continue`() throws {
        #expect(try Sample.story("老街看花\n\n本报讯(记者 王明)\(body)\n\n\n\(more)\n").body.count == 2)
    }

    @Test func `a decimal point at the end of a line of Han ends no sentence`() throws {
        let first = "本报讯(记者 王明)河东镇农业站昨天公布了春季的数字,全镇早稻播种面积比去年同期增长31."
        let second = "6%,其中机插面积占了一大半,各村的育秧大棚也都按时完成了任务。"
        #expect(try Sample.story("早稻播种过半\n\n\(first)\n\n\(second)\n\n\(more)\n").body.count == 2)
    }

    @Test func `a point after a digit ends a sentence of Latin words, and a full stop one of Han`() throws {
        let latin = """
            Bridge to be mended

            By PETER OKON

            The stone bridge over the river was built by the county for the ferry company in the summer of 1931.

            Nothing has been done to it since, and the council voted on Monday to mend it before the winter comes.

            """
        #expect(try Sample.story(latin).body.count == 2)
        let han = "守桥的老人说,这座桥是县里修的,桥头的石碑上刻着年月,字迹很浅,仔细看是民国20。"
        #expect(try Sample.story("老街看花\n\n□本报记者 王明\n\n\(han)\n\n\(body)\n").body.count == 2)
    }

    @Test func `a number that a column's end has cut is joined, even if its second part looks like an item of a list`()
        throws
    {
        let page = """
            简讯

            河东镇

            因更换主管道,明天8时至15时,河东镇的河东小区和河堤上的临河小区1、3、5、7、1

            2、13号楼停水,请居民备足用水,供水站的送水车上午在小区门口。

            柳林乡

            近日,柳林乡新修了两座便民桥。

            """
        #expect(try Sample.story(page).body.count == 1)
    }

    @Test func `on an indented page a flush line continues the paragraph, full stop or not`() throws {
        let page = "老街看花\n\n　　本报讯(记者 王明)\(body)\n\n\(more)\n\n　　\(body)\n\n　　\(more)\n"
        #expect(try Sample.story(page).body.map(\.text) == [body + more, body, more])
    }

    @Test func `an open quotation continues after a full stop`() throws {
        let page = "老街看花\n\n本报讯(记者 王明)\(body)他说:“桥老了。\n\n可是人还年轻,桥上的人换了一代又一代,桥还在。”\n\n\(more)\n"
        #expect(try Sample.story(page).body.count == 2)
    }

    @Test func `a sentence ends inside single quotes inside double quotes`() throws {
        let page = "老街看花\n\n本报讯(记者 王明)\(body)他说:“有人问我:‘花开了没有?’”\n\n\(more)\n"
        #expect(try Sample.story(page).body.count == 2)
    }

    @Test func `full lines continue a paragraph, and a short one ends it`() throws {
        let lines = [
            "　　四月的第一个星期天，城南的", "老街上挤满了人，有人来看花，", "有人来吃面。", "　　守桥的老人说，这座桥有三百", "多年了，每年春天，河水涨起来", "的时候，桥上的石头就会发出轻",
            "轻的响声。",
        ]
        let page = "老街看花\n\n" + (lines + lines).joined(separator: "\n") + "\n"
        #expect(try Sample.story(page).body.count == 4)
    }

    @Test func `vertical text, one character a line, is one paragraph`() throws {
        let page = body.map { "\($0)\n" }.joined()
        #expect(try Sample.story(page).body.map(\.text) == [body])
    }

    @Test func `each line of verse is a paragraph`() throws {
        let page = "诗苑\n\n春\n\n鲁小满\n\n第一声雷还在路上\n泥土翻了个身\n种子该起床了\n把被子蹬开\n\n母亲筛着豆子\n好的归好的\n瘪的归瘪的\n春天也是这样\n"
        #expect(try Sample.story(page).body.count == 8)
    }

    @Test func `a notice keeps its signature and its date as paragraphs`() throws {
        let page = "关于城南大桥限行的公告\n\n因桥面维修,自5月10日起城南大桥禁止货车通行。\n\n特此公告。\n\n青石县交通局\n\n2024年5月6日\n"
        #expect(try Sample.story(page).body.map(\.text).suffix(3) == ["特此公告。", "青石县交通局", "2024年5月6日"])
    }

    @Test func `a notice ends with its date`() {
        let page =
            "关于老桥封闭施工的公告\n\n因更换栏杆,老桥自3月6日起封闭三天,请绕行新桥。\n\n渡口镇人民政府\n\n2021年3月1日\n\n灶边笔记\n\n外婆的米糕\n\n文、图/林小满\n\n\(body)\n"
        let stories = parse(page).stories
        #expect(stories.map(\.headline) == ["关于老桥封闭施工的公告", "外婆的米糕"])
        #expect(stories.last?.section == "灶边笔记")
    }

    @Test func `rows of cells are a table, not furniture`() throws {
        let page = """
            未来三天天气

            日期  天气  气温  风力
            3月6日  多云转阴  1~9℃  偏北风3级
            3月7日  小雨  2~6℃  东北风4级
            3月8日  阴转晴  0~10℃  偏西风2级
            """
        let found = try Sample.story(page)
        #expect(found.headline == "未来三天天气")
        #expect(found.body.count == 4)
    }

    @Test func `rows of results stay paragraphs below their heading`() throws {
        let page = """
            第4版 体育 2012年3月6日

            县联赛战报

            渡口队3:1柳林队

            河东一中0:2县一中

            农机厂队2:2供销社队

            老街看花

            □本报记者 王明

            \(body)
            """
        #expect(try Sample.story(page).headline == "县联赛战报")
        #expect(try Sample.story(page).body.map(\.text) == ["渡口队3:1柳林队", "河东一中0:2县一中", "农机厂队2:2供销社队"])
        #expect(try Sample.story(page, 1).headline == "老街看花")
    }

    @Test func `hyphens that only printing put there are removed, those of a word are kept`() throws {
        let page = """
            Ferry fares to rise

            By JOEL HAVER

            Walk-on passengers will pay more for a one-
            way trip on the island ferry begin-
            ning in January, the first rise in seven
            years, the county transit board said on
            Friday. Two boats will be kept for night-
            shift workers at the harbor, it added.

            """
        let text = try Sample.story(page).body[0].text
        #expect(text.contains("a one-way trip"))
        #expect(text.contains("ferry beginning in"))
    }

    @Test func `a number with a date before it is no folio`() throws {
        let lines = [
            "老街看花", "", "本报记者 王明", "", "青石县人民政府发布了新的办法，自", "2025年4月2日第14号办法施行以后，", "沿街的店铺都要在门前留出一米宽的",
            "路，让推着车的老人也能走得过去。",
            "守桥的老人说，这座桥有三百多年了", "，每年春天，河水涨起来的时候，桥上", "的石头就会发出轻轻的响声。",
        ]
        let edition = parse(lines.joined(separator: "\n") + "\n")
        #expect(edition.furniture.isEmpty)
    }

    @Test func `a quotation that never closes holds no paragraphs together`() throws {
        let found = try Sample.story("老街看花\n\n本报记者 王明\n\n“\(Sample.body)\n\n\(Sample.more)\n\n\(Sample.body)\n")
        #expect(found.body.map(\.text) == ["“\(Sample.body)", Sample.more, Sample.body])
    }

    @Test func `the rest of a jump line on its own line is no folio`() throws {
        let lines = [
            "青石县人民政府发布了新的办法，自四", "月二日施行以后，沿街的店铺都要在门", "前留出一米宽的路，让推着车的老人也", "能走得过去。守桥的老人说，这座桥有",
            "三百多年了，每年春天河水涨起来的时", "候，桥上的石头就会发出轻轻的（下转第", "三版）",
        ]
        let page = "老街看花\n\n本报记者 王明\n\n" + lines.joined(separator: "\n") + "\n"
        #expect(try Sample.story(page).continues == "（下转第三版）")
    }
}
