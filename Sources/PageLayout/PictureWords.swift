/// Words by which a picture's caption is known, whatever it is set in.
enum PictureWords {
    /// Whether a line ends with who took or gave a picture: （杨光明　摄）, 资料图片, 漫画／蔺小墨.
    static func endWithCredit(_ text: String) -> Bool {
        let end = String(text.unicodeScalars.suffix(16))
        return credits.contains { end.contains($0) }
    }

    /// Whether a name is that of a paper's column of pictures: 图说沔阴, 光影.
    static func nameColumn(_ text: String) -> Bool {
        text.unicodeScalars.count < 7 && columns.contains { text.contains($0) }
    }

    /// Whether a short line says who wrote, or where from: 本报记者　冉墨, 〔記者簡又晴／霧港報導〕, 新华社岚州5月16日电
    static func nameWriters(_ text: String) -> Bool {
        guard text.unicodeScalars.count < 36 else { return false }
        let words = text.drop { "□■◎【〔（([［ 　".contains($0) }
        let isTaiwan = words.hasPrefix("記者") && words.contains { "／/".contains($0) }
        // 本报记者夜访城南 goes on with what they did.
        let marks = "，。！？：“"
        return (isTaiwan || writers.contains(where: words.hasPrefix)) && !text.contains { marks.contains($0) }
    }

    private static let writers = [
        "本报记者", "本报通讯员", "本报讯", "本报特约", "记者　", "记者 ", "通讯员", "实习生", "本報記者", "本報訊", "本報特約", "據新華社", "据新华社", "新华社",
        "文/", "文／", "图/", "图／", "圖／", "文、图", "文並圖",
    ]
    private static let columns = ["图说", "圖說", "图片", "圖片", "摄影", "攝影", "镜头", "鏡頭", "光影", "影像", "快门", "看图"]
    private static let credits = [
        "摄", "攝", "供图", "供圖", "资料图", "資料圖", "资料照片", "漫画/", "漫画／", "漫畫／", "图/", "图／", "圖／", "新华社发", "Photo",
    ]
}
