/// Small digital papers as their files lie on the disk, one for each family of markup. Towns, papers and people are made up.
package enum DigitalPapers {
    /// The tables of the oldest system: 灯里日报, 5 March 2026, two pages, three stories.
    package static let tables: [String: String] = [
        "html/2026-03/05/node_2.htm": tablePage(
            "第A01版：要闻",
            """
            <MAP NAME=PagePicMap1><Area coords="5,10,205,10,205,210,5,210" shape=polygon href=content_2102.htm>
            <Area coords="210,10,340,10,340,480,210,480" shape=polygon href=content_2101.htm></MAP>
            <img src="../../../images/2026-03/05/A01/brief.jpg" width=350 height=500 border=0 usemap=#PagePicMap1>
            """, [("content_2102.htm", "渡口新桥通车"), ("content_2101.htm", "秋粮入仓&amp;冬麦出苗")]),
        "html/2026-03/05/node_3.htm": tablePage(
            "第A02版：灯里·副刊",
            """
            <map name=PagePicMap2><area coords="0,0,300,400" shape=rect href="content_2103.htm"></map>
            <img usemap=#PagePicMap2 src=x.jpg width="100%">
            """, [("content_2103.htm", "凉亭记")]),
        "html/2026-03/05/content_2101.htm": tableStory(
            2101, kicker: "", headline: "秋粮入仓&amp;冬麦出苗", deck: "", author: "", page: "A01：要闻",
            body: "<P>灯里镇的秋粮已经入仓，冬麦也出了苗。</P><P>农人说今年的雨水正好。</P>"),
        "html/2026-03/05/content_2102.htm": tableStory(
            2102, kicker: "船工们等了三年", headline: "渡口新桥通车", deck: "两岸半小时可到", author: "本报记者 许南星", page: "A01：要闻",
            body: """
                <TABLE><TR><TD><IMG src="http://lamp.example/images/1.jpg" width=300></TD></TR><TR><TD><P>新桥夜景。 路文遥 摄</P></TD></TR></TABLE>
                <P>　　渡口镇的新桥昨天通车，两岸的人都来了。<BR>　　老周说，这是入秋以来的头一回。</P>
                """),
        "html/2026-03/05/content_2103.htm": tableStory(
            2103, kicker: "", headline: "凉亭记", deck: "", author: "老周", page: "A02：灯里·副刊",
            body: "<P>凉亭在渡口的东边，下雨的时候人们在那里说话。</P>"),
    ]

    private static func tablePage(_ name: String, _ map: String, _ stories: [(String, String)]) -> String {
        let list = stories.map { "<tr><td><a href=\($0.0)><div id=mp1>\($0.1)</div></a></td></tr>" }.joined()
        return """
            <HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=utf-8"><TITLE>灯里日报</TITLE></HEAD>
            <BODY><TABLE><TR><TD>灯里日报 2026年03月05日 星期四</TD></TR><TR><TD><strong>\(name)</strong></TD></TR></TABLE>
            \(map)<table>\(list)</table>
            <table><tr><td><a id=pageLink href=node_2.htm>第A01版：要闻</a><a href="../../../page/A01.pdf"><img src=pdf.gif></a></td></tr>
            <tr><td><a id=pageLink href=node_3.htm>第A02版：灯里·副刊</a><a href="../../../page/A02.pdf"><img src=pdf.gif></a></td></tr>
            <tr><td><a href=node_3.htm>下一版</a></td></tr></table><body></BODY></HTML>
            """
    }

    private static func tableStory(
        _ id: Int, kicker: String, headline: String, deck: String, author: String, page: String, body: String
    ) -> String {
        """
        <HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312"><TITLE>灯里日报</TITLE></HEAD><BODY>
        <!--enpproperty <articleid>\(id)</articleid><date>2026-03-05 02:11:07:0</date><author>\(author)</author>\
        <title>\(headline)</title><keyword></keyword><subtitle>\(deck)</subtitle><introtitle>\(kicker)</introtitle>\
        <siteid>1</siteid><nodename>\(page)</nodename><sourcename>灯里日报</sourcename>/enpproperty-->
        <table><tr><td class=font02>\(kicker)</td></tr><tr><td class=font01>\(headline)</td></tr><tr><td class=font02>\(deck)</td></tr></table>
        <table><tr><td><div id="ozoom" style="ZOOM: 100%"><founder-content><!--enpcontent-->\(body)<!--/enpcontent--></founder-content>
        </div>id http://lamp.example/\(id) /enpproperty--></td></tr></table><div id=ozoom></div>
        <a href=content_2101.htm>上一篇</a><a href=content_2103.htm>下一篇</a></BODY></HTML>
        """
    }

    /// The system after it: 渡口青年报, two pages, three stories, in one of which nothing but the address says where it was.
    package static let lists: [String: String] = [
        "nbs.D110000dk_01.htm": listPage("第01版：头版", "01", ["1": "大潮如期而至", "2": "简讯"]),
        "nbs.D110000dk_02.htm": listPage("第02版：人物", "02", ["1": "守灯塔的人"]),
        "nw.D110000dk_20260305_1-01.htm": listStory(
            "观潮", "大潮如期而至", "本报记者 许南星 通讯员 路文遥", "01",
            """
            <table class="pci_c" width="400"><tr><td><img src="http://quay.example/1.jpg"></td></tr></table><div class="tushuo">人们在堤上。</div>
            <p>大潮昨天如期而至，堤上站满了人。</p><p>水退的时候，天已经黑了。</p>
            """),
        "nw.D110000dk_20260305_2-01.htm": listStory("", "简讯", "", "01", "<p>渡口的凉亭修好了，昨天起开放。</p>"),
        "nw.D110000dk_20260305_1-02.htm": listStory("", "守灯塔的人", "老周", "02", "<p>他守了三十年的灯。</p>"),
    ]

    private static func listPage(_ name: String, _ number: String, _ stories: [String: String]) -> String {
        let stories = stories.sorted { $0.key < $1.key }
        let list = stories.map {
            "<li><a href=\"nw.D110000dk_20260305_\($0.key)-\(number).htm\">\($0.value)</a></li>"
        }.joined()
        let areas = stories.enumerated().map { place, story in
            "<area shape=\"rect\" coords=\"0,\(place * 200),300,\(place * 200 + 190)\" href=\"nw.D110000dk_20260305_\(story.key)-\(number).htm\">"
        }.joined()
        return """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>渡口青年报</title></head><body>
            <div class="l_t">\(name)</div><div class="date">2026年03月05日 星期四</div>
            <img usemap="#PagePicMap" src="p.jpg" width="400" height="600"><map name="PagePicMap">\(areas)</map>
            <div id="pageList"><ul><li><a href="./nbs.D110000dk_01.htm">第01版：头版</a></li><li><a href="./nbs.D110000dk_02.htm">第02版：人物</a></li></ul></div>
            <div id="titleList"><ul>\(list)</ul></div></body></html>
            """
    }

    private static func listStory(
        _ kicker: String, _ headline: String, _ author: String, _ page: String, _ body: String
    ) -> String {
        """
        <!DOCTYPE html><html><head><meta charset="utf-8"><title>\(headline)-渡口青年报</title></head><body><h1></h1>
        <div class="text_c"><h3>\(kicker)</h3><h1>\(headline)</h1><h2></h2><h4>\(author)</h4>
        <div class="lai"><b>《渡口青年报》</b>（ 2026年03月05日 &nbsp; \(page) 版）</div>
        <div id="articleContent"><div id="ozoom">\(body)</div></div></div></body></html>
        """
    }

    /// The newest: 海曲新闻, with pages and stories in folders of their own, and all of it once more for other screens.
    package static let folders: [String: String] = {
        var files: [String: String] = [:]
        for screen in ["pc", "pad"] {
            for (number, name, ids) in [("01", "要闻", [301, 302]), ("02", "海上", [303])] {
                files["\(screen)/layout/202603/05/node_\(number).html"] = folderPage(number, name, ids)
            }
            for (id, headline) in headlines {
                files["\(screen)/content/202603/05/content_\(id).html"] = folderStory(id, headline)
            }
        }
        return files
    }()

    private static let headlines = [301: "海堤合龙", 302: "渔汛提前", 303: "岛上的学校"]

    private static func folderPage(_ number: String, _ name: String, _ ids: [Int]) -> String {
        let list = ids.map {
            "<li><a href=\"../../../content/202603/05/content_\($0).html\">\(headlines[$0]!)</a></li>"
        }
        return """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>海曲新闻</title></head><body>
            <div class="swiper-slide"><a id="pageLink" href="node_01.html">01版：要闻</a></div><div class="swiper-slide"><a id="pageLink" href="node_02.html">02版：海上</a></div>
            <div class="paper-box"><img usemap="#m" src="p.jpg"><map name="m"><area shape="polygon" coords="0,0,300,0,300,200,0,200" href="../../../content/202603/05/content_\(ids[0]).html"></map></div>
            <ul class="news-list">\(list.joined())</ul></body></html>
            """
    }

    private static func folderStory(_ id: Int, _ headline: String) -> String {
        """
        <!DOCTYPE html><html><head><meta charset="utf-8"><title>\(headline)</title></head><body><div class="header"><h1>海曲新闻</h1></div>
        <div class="article"><h3></h3><h1>\(headline)</h1><h2></h2><p class="sec">本报记者 江闻笛 <span class="date">《海曲新闻》（2026年03月05日 第 0\(id / 303 + 1) 版）</span></p>
        <div id="ozoom"><p>\(headline)的消息昨天传来，岛上的人都很高兴。</p><p>船明天再来。</p></div></div></body></html>
        """
    }
}
