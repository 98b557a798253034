import Newspaper
import Testing

@testable import PageText

@Suite("The forms that newspapers use are read")
struct ConventionsTests {
    private func credits(_ text: String) -> [String]? {
        FoldedText.with(text) { text in Byline.read(text)?.credits.map { "\($0.role) \($0.name)" } }
    }

    @Test(arguments: [
        ("□本报记者 何一川 文/图", ["reporter 何一川", "photographer 何一川"]),
        ("本报记者 成思 通讯员 罗敏 王 伟", ["reporter 成思", "correspondent 罗敏", "correspondent 王伟"]),
        ("記者　張小明／綜合報導", ["reporter 張小明"]),
        ("文／林音　圖／高寧", ["reporter 林音", "photographer 高寧"]),
        ("来源:青石县融媒体中心", ["agency 青石县融媒体中心"]),
        ("By ANNA VAN DER BERG and Tom O'Neil", ["reporter ANNA VAN DER BERG", "reporter Tom O'Neil"]),
        ("By Peter Okon | Staff Writer", ["reporter Peter Okon"]),
        ("Von Greta Wend", ["reporter Greta Wend"]),
        ("홍길동 기자 hong@paper.example", ["reporter 홍길동"]),
        ("文・早瀬澪　写真・柏木蓮", ["reporter 早瀬澪", "photographer 柏木蓮"]),
        ("— Naomi Ferris", ["reporter Naomi Ferris"]),
        ("白塔镇　小学教师　岑小渡", ["reporter 岑小渡"]), ("许南星（作者系县文化馆馆员）", ["reporter 许南星"]),
        ("解答律师：何一川", ["reporter 何一川"]), ("晨报记者　万小满　文　受访者供图", ["reporter 万小满"]),
        ("本报记者（何一渡）", ["reporter 何一渡"]), ("通讯员︵田小青︶", ["correspondent 田小青"]),
        ("記者 早瀬 澪", ["reporter 早瀬澪"]), ("記者 黒羽 凪沙", ["reporter 黒羽凪沙"]), ("记者 王伟 李明", ["reporter 王伟", "reporter 李明"]),
        ("本报记者 丽丽 冬冬", ["reporter 丽丽", "reporter 冬冬"]), ("本报记者 丁丁 小青", ["reporter 丁丁", "reporter 小青"]),
        ("나루신문 한가람 기자", ["reporter 한가람"]), ("記者溫家駒／大渡報導", ["reporter 溫家駒"]), ("— PTI", ["agency PTI"]),
        ("文、圖：本報記者　林小禾", ["reporter 林小禾", "photographer 林小禾"]), ("文/图：周小禾", ["reporter 周小禾", "photographer 周小禾"]),
        ("文丨周小禾", ["reporter 周小禾"]), ("记者周小禾 通讯员李静", ["reporter 周小禾", "correspondent 李静"]),
        ("北岸日报记者 周小禾 实习生 李静", ["reporter 周小禾", "reporter 李静"]), ("採訪撰文：周小禾", ["reporter 周小禾"]),
        ("供稿：青石县文化馆", ["agency 青石县文化馆"]), ("供稿：周小禾", ["reporter 周小禾"]), ("早瀬健一記者", ["reporter 早瀬健一"]),
        ("社会部　早瀬健一", ["reporter 早瀬健一"]), ("取材・文　早瀬健一", ["reporter 早瀬健一"]),
        ("早瀬健一、柏木蓮", ["reporter 早瀬健一", "reporter 柏木蓮"]),
        ("By Martha Quill For the Ledger", ["reporter Martha Quill"]),
        ("By Martha Quill in Tarn Vale", ["reporter Martha Quill"]),
        ("Story and photos by Martha Quill", ["reporter Martha Quill", "photographer Martha Quill"]),
        ("Von Greta Wend (Text) und Jonas Pfab (Fotos)", ["reporter Greta Wend", "photographer Jonas Pfab"]),
        ("Text: Greta Wend, Fotos: Jonas Pfab", ["reporter Greta Wend", "photographer Jonas Pfab"]),
        ("稿件来源：青石县文化馆", ["agency 青石县文化馆"]), ("来源：青石县文化馆 记者 何一川", ["agency 青石县文化馆", "reporter 何一川"]),
        ("윤정아·강서읍 주부", ["reporter 윤정아"]), ("De notre correspondante Claire Aubin", ["reporter Claire Aubin"]),
        ("·林小禾·", ["reporter 林小禾"]), ("冯　唐山", ["reporter 冯唐山"]), ("本报驻京记者 何一川", ["reporter 何一川"]),
        ("[法]让·杜波瓦", ["reporter 让·杜波瓦"]), ("何一川 译", ["reporter 何一川"]), ("讲述：何一川", ["reporter 何一川"]),
        ("採訪．整理／林小禾　攝影／高寧", ["reporter 林小禾", "photographer 高寧"]), ("選・真辺ゆう子", ["reporter 真辺ゆう子"]),
        ("文・写真　早瀬健一", ["reporter 早瀬健一", "photographer 早瀬健一"]), ("早瀬健一（編集委員）", ["reporter 早瀬健一"]),
        ("無職・早瀬健一・71歳（北浜市）", ["reporter 早瀬健一"]), ("Review by Martha Quill", ["reporter Martha Quill"]),
        ("Martha Quill and Dev Anand", ["reporter Martha Quill", "reporter Dev Anand"]),
        ("Words by Martha Quill. Pictures by Dev Anand", ["reporter Martha Quill", "photographer Dev Anand"]),
        ("Greta Wend berichtet aus Senken", ["reporter Greta Wend"]), ("By “Rambler”", ["reporter Rambler"]),
        ("From MARTHA QUILL at Priory Road", ["reporter MARTHA QUILL"]),
        ("By our Parliamentary Correspondent", ["reporter our Parliamentary Correspondent"]),
    ]) func `bylines name who did what`(text: String, wanted: [String]) {
        #expect(credits(text) == wanted)
    }

    @Test(arguments: ["记者观察", "图说新闻", "今天下了一场大雨,河水涨了", "By the river", "12月的风"])
    func `what only metrics like a byline is none`(text: String) {
        #expect(credits(text)?.isEmpty ?? true || credits(text) == ["reporter \(text)"])
    }

    /// The features of a line on a page of its own.
    private func features(_ text: String) -> LineFeatures {
        var text = text
        return text.withUTF8 { bytes in
            var scanner = LineScanner(bytes, store: LineStore())
            var lines: ContiguousArray<TextLine> = []
            guard scanner.nextPage(into: &lines) else { return [] }
            FeatureExtractor(bytes).find(&lines[0])
            return lines[0].features
        }
    }

    @Test(arguments: [
        "St. Brendan 77, Trapper Creek 31", "TSV Senken – SV Ottertal 3:1 (1:0)", "白菜 ........ 0.35元", "6:30 青石新闻",
        "1. TSV Senken 24 18 3 3 61:20 57",
    ])
    func `a row of figures is one`(text: String) {
        #expect(features(text).contains(.figureRow))
        #expect(!features(text).contains(.contact))
    }

    @Test(arguments: ["招租", "【电视节目】", "【编后】", "上期谜底", "[독자 편지]", "（未完待续）", "A SHEEP IN THE ORGAN LOFT", "转让"])
    func `labels name nobody and lead nowhere`(text: String) {
        #expect(features(text).isDisjoint(with: [.byline, .bareName, .signature, .jumpTo, .jumpFrom]))
    }

    @Test(arguments: ["（摘自《青石晚报》）", "Name and address supplied", "（北浜市・早瀬健一・主婦・48歳）"])
    func `what is below a text may say whose it is`(text: String) {
        #expect(features(text).contains(.signature))
    }

    @Test(arguments: ["Page editor Martha Quill, designer Dev Anand", "Seite: Greta Wend", "本版插图　林小禾"])
    func `those who made the page belong to it`(text: String) {
        #expect(features(text).contains(.editors))
    }

    @Test(arguments: ["●安平路", "●青石街", "▲青石县文化馆", "□柳林巷"])
    func `a bullet before a place is no byline`(text: String) {
        #expect(FoldedText.with(text) { Byline.read($0) == nil })
    }

    @Test(arguments: ["□云心", "●王小明", "■县农技站"])
    func `a bullet before a writer is one`(text: String) {
        #expect(FoldedText.with(text) { Byline.read($0)?.hasBullet } == true)
    }

    @Test(arguments: [
        ("本报讯(记者 王明)今天", "本报讯(记者 王明)"), ("本报4月7日讯（通讯员　罗敏）近日", "本报4月7日讯（通讯员　罗敏）"),
        ("新华社望北7月4日电（记者 卫听）记者获悉", "新华社望北7月4日电（记者 卫听）"), ("【記者王小明／海埔報導】昨天", "【記者王小明／海埔報導】"),
        ("（中央社記者王予安雲澤二十日電）海埔", "（中央社記者王予安雲澤二十日電）"), ("阮秋实报道:六月", "阮秋实报道:"),
        ("本报讯（记者 王明】近日", "本报讯（记者 王明】"), ("本报讯（记者 王明}近日", "本报讯（记者 王明}"),
        ("北岸日报讯（记者 王明）近日", "北岸日报讯（记者 王明）"), ("短讯（三则）近日", ""), ("〔北浜・早瀬健一〕港の朝は早い", "〔北浜・早瀬健一〕"),
        ("【北浜 早瀬健一】港の朝は早い", "【北浜 早瀬健一】"), ("（北浜 柏木蓮）港の朝は早い", "（北浜 柏木蓮）"), ("【北浜早瀬健一】港の朝は早い", "【北浜早瀬健一】"),
        ("【早瀬健一】港の朝は早い", "【早瀬健一】"), ("【ソウル＝共同】港の朝は早い", "【ソウル＝共同】"), ("【北浜】港の朝は早い", ""), ("【高橋村】近日", ""),
        ("[강서=홍길동 기자] 지난", "[강서=홍길동 기자]"), ("今年以来,全县", ""), ("【灯里】九年前", ""),
    ]) func `reports begin with their source`(text: String, opening: String) {
        let found = FoldedText.with(text) { text in Dateline.read(text).map { text.offsets[$0.length] } ?? 0 }
        #expect(String(decoding: Array(text.utf8)[..<found], as: UTF8.self) == opening)
    }

    @Test(arguments: [
        ("（下转第三版）", "to", "三"), ("(上接A1版)", "from", "A1"), ("Continued on A4", "to", "A4"),
        ("Continued from Page 1, Column 2", "from", "1"),
        ("Fortsetzung von Seite 1", "from", "1"), ("3面に続く", "to", "3"), ("▶▶ 5면에서 계속", "from", "5"),
    ]) func `jump lines say from and to which page`(text: String, direction: String, page: String) {
        let jump = FoldedText.with(text) { JumpLine.read($0) }
        #expect(jump.map { "\($0.direction)" } == direction)
        #expect(jump?.page == page)
    }

    @Test(arguments: [
        ("河水还在涨。（下转第三版）", "（下转第三版）"), ("河水还在涨。（下转第三版】", "（下转第三版】"), ("河水还在涨。（下转第三版", "（下转第三版"),
        ("河水还在涨,桥下转第三版", "下转第三版"), ("河水還在漲。下轉A4", "下轉A4"),
    ]) func `a story goes on elsewhere also where brackets are unlike or missing`(text: String, jump: String) {
        let tail = FoldedText.with(text) { text in
            TrailingAttribution.read(text).map { ($0.kind == .jump, text.offsets[$0.from]) }
        }
        #expect(tail?.0 == true)
        #expect(tail.map { String(decoding: Array(text.utf8)[$0.1...], as: UTF8.self) } == jump)
    }

    @Test(arguments: [
        ("(上接第一版】河水还在涨", "(上接第一版】"), ("上接第一版）河水还在涨", "上接第一版）"), ("{上接A1版}河水还在涨", "{上接A1版}"),
        ("上接力棒的人跑过桥", ""), ("上接第一版河水还在涨", ""),
    ]) func `a story comes from elsewhere also where brackets are unlike or missing`(text: String, jump: String) {
        let length = FoldedText.with(text) { text in FeatureExtractor.leadingJump(text).map { text.offsets[$0] } ?? 0 }
        #expect(String(decoding: Array(text.utf8)[..<length], as: UTF8.self) == jump)
    }

    @Test(arguments: ["下转眼就是春天", "水转了一圈又回来", "古代ハス　池一面に", "From the river to the hill"])
    func `a sentence is no jump line`(text: String) {
        #expect(FoldedText.with(text) { JumpLine.read($0) } == nil)
    }

    @Test(arguments: [
        ("2022年8月25日 星期四", "2022-08-25"), ("二〇二二年八月二十五日", "2022-08-25"), ("2013年（平成25年）7月9日　火曜日", "2013-07-09"),
        ("令和6年10月12日", "2024-10-12"), ("A3   Saturday, October 12, 2024", "2024-10-12"),
        ("Donnerstag, 14. September 2006", "2006-09-14"),
        ("2021년 11월 3일 수요일", "2021-11-03"), ("2026-03-06", "2026-03-06"), ("2026 - 03 - 06", "2026-03-06"),
        ("MERROW, WEDNESDAY, MARCH 3, 1954.", "1954-03-03"), ("111年6月1日", "2022-06-01"),
    ]) func `dates are read in every script`(text: String, date: String) {
        #expect(FoldedText.with(text) { CalendarDate.find($0)?.date.description } == date)
    }

    @Test(
        arguments: [
            ("第三版 深读", "三", "深读"), ("2　综合", "2", "综合"), ("第1版：要闻", "1", "要闻"), ("A08", "A08", nil),
            ("港聞　A7", "A7", "港聞"), ("（23）　地域", "23", "地域"),
        ] as [(String, String, String?)]) func `folios number and name a page`(
            text: String, number: String, name: String?
        )
    {
        let folio = FoldedText.with(text) { Folio.read($0) }
        #expect(folio?.number == number)
        #expect(folio?.name == name)
    }

    @Test(arguments: [
        ("老人在磨豆浆。(何一川 摄)", "(何一川 摄)"), ("挂上晾架。  郜天 摄", "郜天 摄"), ("本报讯员说。通讯员　桂一帆　摄", "通讯员　桂一帆　摄"),
        ("on Wednesday. Photo by Dev Anand", "Photo by Dev Anand"),
        ("with honors. Dev Anand/The Ledger", "Dev Anand/The Ledger"),
        ("since 1911. Peter Kowal photo", "Peter Kowal photo"),
        ("on Wednesday. Ines Callow for The Register", "Ines Callow for The Register"),
        ("the bread. Photograph: Denzil Rosk", "Photograph: Denzil Rosk"), ("深山。圖／高以寧", "圖／高以寧"),
        ("茶を飲む客たち＝早瀬健一撮影", "＝早瀬健一撮影"), ("茶を飲む客たち＝北浜市で、柏木蓮写す", "＝北浜市で、柏木蓮写す"),
    ]) func `pictures are credited at the caption's end`(text: String, credit: String) {
        let tail = FoldedText.with(text) { text in
            TrailingAttribution.read(text).map { ($0.kind == .credit, text.offsets[$0.from]) }
        }
        #expect(tail?.0 == true)
        #expect(tail.map { String(decoding: Array(text.utf8)[$0.1...], as: UTF8.self) } == credit)
    }

    @Test(arguments: ["Peter Kowal photo", "Peter Kowal for The Register", "Photograph: Peter Kowal"])
    func `who took a picture is named before a word for it, or before the paper`(text: String) {
        #expect(FoldedText.with(text) { PictureCredit.credits(of: $0) } == [Credit(.photographer, "Peter Kowal")])
    }

    @Test func `who took a Japanese picture is its photographer`() {
        let credits = FoldedText.with("＝北浜市で、柏木蓮写す") { PictureCredit.credits(of: $0) }
        #expect(credits == [Credit(.photographer, "柏木蓮")])
    }

    @Test(arguments: ["在河湾镇等一场迟来的春雨(组诗)", "我们一起走过的那些旧时光（杂记）", "石磨声里的村庄和人家（外一首）"])
    func `a kind of text in brackets is no signature`(text: String) {
        #expect(FoldedText.with(text) { TrailingAttribution.read($0) == nil })
    }

    @Test(arguments: [
        ("桥上的石头发出轻轻的响声。（作者系青石县文化馆馆员）", "（作者系青石县文化馆馆员）"), ("桥上的石头发出轻轻的响声。（周小禾/文 李静/图）", "（周小禾/文 李静/图）"),
        ("The mill road will be mended next. — Martha Quill", "— Martha Quill"),
        ("The mill road will be mended next. – Reuters", "– Reuters"),
        ("The mill road will be mended next. – Staff report", "– Staff report"),
    ]) func `texts are signed behind their last sentence`(text: String, signature: String) {
        let tail = FoldedText.with(text) { text in
            TrailingAttribution.read(text).map { ($0.kind == .signature, text.offsets[$0.from]) }
        }
        #expect(tail?.0 == true)
        #expect(tail.map { String(decoding: Array(text.utf8)[$0.1...], as: UTF8.self) } == signature)
    }

    @Test func `a dash inside a sentence signs nothing`() {
        FoldedText.with("The mill road — not the bridge — will be mended, said Martha Quill") { text in
            #expect(TrailingAttribution.read(text) == nil)
        }
    }
}
