import Newspaper

/// The people that a byline names: 本报记者 成思远 通讯员 路文遥 文/图, (徐来), By NAOMI FERRIS, 홍길동 기자.
struct Byline {
    var credits: [Credit] = []
    /// It says what its people did; a bare name does not.
    var hasRole = false
    var hasBullet = false
    /// 摄, 图, 写真: it names who took a picture.
    var hasPhotographer = false
    var names = 0
    /// A name has four Han and does not begin with a family name of two.
    var hasLongName = false
    /// A name in Han does not begin with a family name.
    var isPenName = false

    /// What is around the text: it decides what may be a name.
    enum Frame {
        /// On a line of its own.
        case line
        /// In brackets, or after 本报讯: no space is needed between role and name.
        case bracket
    }

    /// Reads the whole text; nil where any of it is no part of a byline.
    static func read(_ text: FoldedText, from: Int = 0, to: Int? = nil, frame: Frame = .line) -> Byline? {
        var cursor = Cursor(text, at: from, end: to)
        cursor.skipSpaces()
        var byline: Byline?
        if frame == .bracket || !BylineReader.isText(cursor) {
            var reader = BylineReader(cursor: cursor, frame: frame)
            if let latin = reader.readLatin() { return latin }
            reader = BylineReader(cursor: cursor, frame: frame)
            byline = reader.read()
        }
        if frame == .line, byline.map({ !$0.hasRole && !$0.hasBullet }) ?? true,
            let japanese = JapaneseNames.byline(text, from: cursor.at, to: cursor.end)
        {
            return japanese
        }
        return byline
    }
}
