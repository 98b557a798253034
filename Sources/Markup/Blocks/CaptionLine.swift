import Newspaper

/// Lines that say by their words that they are about the picture above them, where no element says so.
enum CaptionLine {
    /// UTF-8 bytes of such a line at most.
    private static let longest = 600
    private static let beginnings = [
        "▲", "△", "↑", "⬆", "图为", "圖為", "图注", "圖注", "图说", "圖說", "图：", "圖：", "图片：", "圖片：", "图/", "圖/", "图｜", "（图", "上图",
        "上圖",
        "写真：", "写真＝", "Photo:", "Photo by ", "Photograph:", "Image:", "Foto:", "Bild:", "Photo :",
    ]
    private static let ends = ["摄", "攝", "供图", "供圖", "撮影"]

    /// Whether a paragraph right below a picture is what is said of it.
    static func isOne(_ text: String) -> Bool {
        guard text.utf8.count <= longest else { return false }
        if beginnings.contains(where: text.hasPrefix) { return true }
        let end = text.lastIndex { !"）)】]。. 　".contains($0) }
        return end.map { end in ends.contains { text[...end].hasSuffix($0) } } ?? false
    }

    /// Gives pictures without a caption the line below them, if it is one.
    static func join(_ blocks: inout [Block]) {
        var kept = 0
        for at in blocks.indices {
            let block = blocks[at]
            if kept > 0, block.kind == .paragraph, block.level == 0, blocks[kept - 1].kind == .figure,
                blocks[kept - 1].text.isEmpty, isOne(block.text)
            {
                (blocks[kept - 1].text, blocks[kept - 1].spans) = (block.text, block.spans)
            } else {
                blocks[kept] = block
                kept += 1
            }
        }
        blocks.removeLast(blocks.count - kept)
    }
}
