/// Words by which a picture's caption is known, whatever it is set in.
enum PictureWords {
    /// Whether a line ends with who took or gave a picture: （杨光明　摄）, 资料图片, 漫画／蔺小墨.
    static func endWithCredit(_ text: String) -> Bool {
        let end = String(text.unicodeScalars.suffix(16))
        // Latin names are longer than Han ones.
        let longEnd = String(text.unicodeScalars.suffix(40))
        return credits.contains { end.contains($0) } || latinCredits.contains { longEnd.contains($0) }
    }

    /// Whether a name is that of a paper's column of pictures: 图说沔阴, 光影.
    static func nameColumn(_ text: String) -> Bool {
        let name = text.filter { !$0.isWhitespace }
        return name.unicodeScalars.count < 7 && columns.contains { name.contains($0) }
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

    /// Whether a short line names a column's editor: 本栏责编　荀越
    static func nameEditors(_ text: String) -> Bool {
        text.unicodeScalars.count < 20 && editors.contains { text.contains($0) }
            && !text.contains { "，。！？".contains($0) }
    }

    /// Whether a caption begins with its picture's number: ①
    static func beginsWithNumber(_ caption: String) -> Bool {
        caption.unicodeScalars.first.map { (0x2460...0x2473).contains($0.value) } ?? false
    }

    /// Captions that stand on one line, each with its picture's number: 图①　…　图②　…
    static func parted(_ caption: String) -> [String] {
        let letters = Array(caption.unicodeScalars)
        func isNumber(_ at: Int) -> Bool { at < letters.count && (0x2460...0x2473).contains(letters[at].value) }
        let starts = letters.indices.filter { at in
            (at == 0 || letters[at - 1].properties.isWhitespace)
                && "图圖".unicodeScalars.contains(letters[at]) && isNumber(at + 1)
        }
        guard starts.first == 0 else { return [caption] }
        return zip(starts, starts.dropFirst() + [letters.count]).map { start, end in
            let words = letters[start..<end]
            let last = words.lastIndex { !$0.properties.isWhitespace } ?? start
            return String(String.UnicodeScalarView(letters[start...last]))
        }
    }

    /// Whether it says in a few Han only what is seen.
    static func isShortCaption(_ caption: String) -> Bool {
        let words = withoutCredit(caption)
        return caption.unicodeScalars.contains { $0.value > 0x2E7F } && words.count < 25
            && words.count { "。！？".contains($0) } < 2
    }

    /// Whether it says what happened, and ends with who took the picture: on which day in a long sentence, or in several.
    static func isNews(_ caption: String) -> Bool {
        let words = withoutCredit(caption)
        let sentences = words.count { "。！？".contains($0) }
        let day = words.prefix(7).drop { $0.isNumber || "一二三四五六七八九十".contains($0) }
        let isDated = day.first == "月" && day.count < words.prefix(7).count
        return endWithCredit(caption) && (isDated && words.count > 29 || sentences > 1 && words.count > 44)
    }

    /// What a caption says before who took the picture.
    private static func withoutCredit(_ caption: String) -> Substring {
        caption.lastIndex { "。！？".contains($0) }.map { caption[...$0] } ?? caption[...]
    }

    private static let writers = [
        "本报记者", "本报通讯员", "本报讯", "本报特约", "记者　", "记者 ", "通讯员", "实习生", "本報記者", "本報訊", "本報特約", "據新華社", "据新华社", "新华社",
        "文/", "文／", "图/", "图／", "圖／", "文、图", "文並圖",
    ]
    private static let editors = ["责编", "责任编辑", "本栏编辑", "責任編輯", "本欄編輯"]
    private static let columns = ["图说", "圖說", "图片", "圖片", "摄影", "攝影", "镜头", "鏡頭", "光影", "影像", "快门", "看图"]
    private static let credits = [
        "摄", "攝", "供图", "供圖", "资料图", "資料圖", "资料照片", "漫画/", "漫画／", "漫畫／", "图/", "图／", "圖／", "新华社发", "Photo",
    ]
    private static let latinCredits = ["Foto: ", "Fotos: ", "Photo: ", "Photograph: ", "Photo by ", "Bild: "]
}
