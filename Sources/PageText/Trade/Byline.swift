import Newspaper

/// The text that names the writers, read: 本报记者 成思远 通讯员 路文遥 文/图, (徐来), By NAOMI FERRIS, 홍길동 기자.
struct Byline {
    var credits: [Credit] = []
    /// It says what its people do; a bare name does not.
    var hasRole = false
    var hasBullet = false
    /// 摄, 图, 写真: it names who took a picture.
    var hasPhotographer = false
    var names = 0
    /// Four Han, no family name of two among them.
    var hasLongName = false
    /// A name in Han begins with no family name.
    var isPenName = false

    /// How much of a frame the text has around it: what may pass for a name depends on it.
    enum Frame {
        /// On a line of its own.
        case line
        /// In brackets, or behind 本报讯: role and name may touch.
        case bracket
    }

    /// Reads the whole of the text; nil where anything in it is no part of a byline.
    static func read(_ text: Folded, from: Int = 0, to: Int? = nil, frame: Frame = .line) -> Byline? {
        var cursor = Cursor(text, at: from, end: to)
        cursor.skipSpaces()
        var reader = BylineReader(cursor: cursor, frame: frame)
        if let latin = reader.readLatin() { return latin }
        reader = BylineReader(cursor: cursor, frame: frame)
        return reader.read()
    }
}
