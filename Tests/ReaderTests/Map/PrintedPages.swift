import Newspaper

/// A paper whose stories know where they are, in points; of a made-up town.
enum PrintedPages {
    static func box(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> Box {
        Box(left: left, top: top, right: right, bottom: bottom)
    }

    private static func story(
        _ number: UInt64, _ page: Int, _ headline: String?, _ box: Box, heading: Double = 40, pictures: [Box] = []
    ) -> Story {
        let head = Box(left: box.left, top: box.top, right: box.right, bottom: box.top + heading)
        return Story(
            id: StoryID(number), kind: headline == nil ? .photo : .story, page: page, section: "要闻", headline: headline,
            body: headline == nil ? [] : [Block(.paragraph, "昨日清晨，渡口的雾还没有散。")],
            photos: headline == nil ? [Photo(caption: "霜降时节，晒场上的柿子。")] : [],
            places: [
                StoryPlace(
                    page: page, box: box,
                    heading: headline == nil
                        ? Box(left: box.left, top: box.bottom - 14, right: box.right, bottom: box.bottom) : head,
                    pictures: pictures)
            ])
    }

    static let edition = Edition(
        title: "澜河日报",
        pages: [
            Page(
                name: "要闻", number: "1", date: "2026-11-20",
                sheet: PageSheet(width: 800, height: 1100, pictures: [box(560, 900, 760, 1040)])),
            Page(number: "2", date: "2026-11-20"),
            Page(name: "民生", number: "3", date: "2026-11-20", sheet: PageSheet(width: 800, height: 1100)),
        ],
        stories: [
            story(
                1, 0, "南滩渡口添了新船 药农过河只要十五分钟", box(40, 80, 760, 420), heading: 70,
                pictures: [box(420, 160, 760, 400)]),
            story(2, 0, "护林员的望远镜", box(40, 436, 270, 700)),
            story(3, 0, "山里的图书车 一年走了两万里", box(284, 436, 516, 880)),
            story(4, 0, "小雪前后 菜窖开窖", box(530, 436, 760, 560)),
            story(5, 0, nil, box(530, 574, 760, 760), pictures: [box(530, 574, 760, 740)]),
            story(6, 0, "老井不填，立碑", box(40, 716, 270, 1040)),
            story(7, 0, "渡口夜校开课", box(530, 776, 760, 810), heading: 16),
            story(8, 0, "晒秋", box(530, 818, 760, 852), heading: 16),
            story(9, 0, "石梁林场补种三千亩红松", box(284, 896, 516, 1040)),
            Story(id: StoryID(10), page: 1, section: "文字", headline: "只有文字的一版"),
            story(11, 2, "集市改到周六", box(40, 80, 380, 500)),
            story(12, 2, "供水管道今冬换新", box(400, 80, 760, 500)),
        ])
}
