import Newspaper
import PageText
import Testing

@testable import PageLayout

/// Who wrote a story, who edits its column, and what parts it.
struct WritersTests {
    private func line(
        _ text: String, _ left: Double, _ top: Double, size: Double, isBold: Bool = false, font: String = "Kai"
    ) -> SheetLine {
        let box = Box(left: left, top: top, right: left + Double(text.count) * size, bottom: top + 1.2 * size)
        return SheetLine(text, box, size: size, isBold: isBold, font: font)
    }

    @Test func `bold names that a line divides are parted from the text by white space`() {
        var page = Typesetter()
        page.heading("渡口新桥今日通车", 20, 60)
        page.heading("本报讯（记者　空", 36, 95, size: 8)
        page.heading("青）", 20, 106, size: 8)
        page.column(46, 106, "昨日上午新桥通")
        page.column(20, 117, "车，两岸居民步行过河，", "只用五分钟。过去坐船要", "等半天，遇上大风还要停", "航。桥长三百二十米。")
        #expect(page.texts.contains("青）　昨日上午新桥通"))
    }

    @Test func `two lines of names before an indented one are who wrote it`() {
        var page = Typesetter()
        page.heading("渡口新桥今日通车", 20, 60)
        page.column(20, 95, "□本报记者　苗亦农　祖", "清扬", "¶昨日上午新桥通车，两岸", "居民步行过河，只用五分", "钟。过去坐船要等半天。")
        #expect(page.role(of: "□本报记者　苗亦农　祖清扬") == .writers)
    }

    @Test func `two lines of names below a headline are one`() {
        let lines = [line("文/图　本报记者　翟青", 20, 60, size: 7), line("川", 20, 70, size: 7)]
        #expect(RegionReader.writers(lines)?.text == "文/图　本报记者　翟青川")
        #expect(RegionReader.writers([line("新桥通车。", 20, 60, size: 7)]) == nil)
    }

    @Test func `a name alone in the middle of a column, over its text, is who wrote it`() {
        var page = Typesetter()
        page.heading("慢慢走，读一条河", 60, 60)
        page.column(64, 95, "颛孙晴")
        page.column(20, 106, "¶沙鸥花了六年，沿着一条并不", "出名的澧溪走了三遍。第一遍看", "水，第二遍看人，第三遍什么也", "不看，只是坐着。过一条")
        page.column(150, 95, "河。笔墨节制，不煽情，却常常", "在收尾处轻轻一顿。", "¶我最喜欢《石语》一篇。作者", "在上游拾到一块石头。")
        #expect(page.role(of: "颛孙晴") == .writers)
    }

    @Test func `who edits a column is said by the page`() {
        var page = Typesetter()
        page.sheet.lines.append(line("湖畔漫谈", 20, 158, size: 12))
        page.small("本栏责编　荀越", 110, 162)
        page.heading("莫把留痕当留心", 20, 184, size: 16)
        page.column(20, 210, "¶有位驻村干部讲过一件事", "去五保老人家换灯泡，进", "门先拍一张，踩上凳子再", "拍一张，灯亮了又拍一张。")
        #expect(page.role(of: "本栏责编　荀越") == .furniture)
        #expect(page.role(of: "莫把留痕当留心") == .headline)
    }

    @Test func `a crosshead at the top of a later column is no deck`() {
        var page = Typesetter()
        page.heading("渡口新桥通车", 24, 60)
        page.small("本报记者　荀越", 20, 94)
        page.column(20, 108, "¶从一根毛竹到一块地", "板，青篁人用了三十年。")
        page.heading("分开了死疙瘩", 24, 130, size: 8)
        page.column(20, 141, "¶竹子粗、重、不好运", "，运费就占了成本的一半", "，拆开才能卖二十三块。", "以前一根毛竹卖十一块。")
        page.heading("拉长了产业链", 132, 95, size: 8)
        page.column(124, 106, "¶县里与省林科院共建", "研发院，竹纤维餐盒等十", "一项成果落地。去年全县", "竹产业产值翻番。竹农增", "收三千元。企业多而不大", "，有九家小厂停产。")
        #expect(page.role(of: "拉长了产业链") == .crosshead)
    }

    @Test func `what leads up to a headline names no stories`() {
        var page = Typesetter()
        page.sheet.lines.append(line("全省农村公路安全现场会云岫举行了", 110, 54, size: 10))
        page.heading("年底前消除高风险路段", 90, 68)
        for left in [20.0, 120, 220, 320] {
            page.column(left, 100, "¶会议明确全省安排", "资金十八亿元，实施", "安防工程四千公里。")
        }
        page.heading("一根竹子吃干榨尽", 110, 160)
        for left in [20.0, 120, 220, 320] {
            page.column(left, 190, "¶从一根毛竹到一块", "地板，青篁人用了三", "十年。竹子不好运。")
        }
        page.sheet.drawing = Drawing(
            across: [Box(left: 20, top: 48, right: 392, bottom: 50), Box(left: 20, top: 145, right: 392, bottom: 146)])
        #expect(page.role(of: "全省农村公路安全现场会云岫举行了") == .overline)
    }

    @Test func `a long name on a bar beside a headline is its rubric`() {
        var page = Typesetter()
        page.heading("优化营商环境我们在行动", 20, 64, size: 9)
        page.heading("办证专车开进园区", 132, 58)
        page.column(20, 95, "¶工业园区门口停着一辆绿", "色中巴，车厢里摆着打印", "机和两张办公桌。")
        page.column(120, 95, "今天换营业执照、开户许", "可一趟办完，没耽误厂里", "一个班。")
        page.sheet.drawing = Drawing(bars: [Box(left: 16, top: 58, right: 124, bottom: 80)])
        #expect(page.role(of: "优化营商环境我们在行动") == .rubric)
    }

    @Test func `what stands in brackets over items is no name of them`() {
        let blocks = [TextBlock(line("■第九届山歌会将于下月举行", 20, 108, size: 8, font: "Serif"))]
        let body = BodyStyle(blocks[0].lines)
        let bars: [Box] = []
        #expect(TextBlock(line("简明新闻", 20, 96, size: 9)).isName(bars, bars, over: blocks, body))
        #expect(!TextBlock(line("（管弦）", 20, 96, size: 9)).isName(bars, bars, over: blocks, body))
    }
}
