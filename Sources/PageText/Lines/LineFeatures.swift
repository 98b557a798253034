/// What the words, marks and neighbours of a line say about what it is.
///
/// There is room for 64; `bit` traps on a further one, which would be the empty set.
struct LineFeatures: OptionSet {
    let rawValue: UInt64

    private static func bit(_ place: UInt64) -> LineFeatures {
        precondition(place < 64)
        return LineFeatures(rawValue: 1 << place)
    }

    // How it ends.
    static let endsSentence = bit(0)
    /// Ends with a full stop, not with ? or !
    static let endsStop = bit(1)
    static let endsColon = bit(2)
    /// Ends with a comma or a similar mark.
    static let endsPause = bit(3)
    static let endsHyphen = bit(4)
    static let endsQuote = bit(5)

    // How it begins.
    /// Begins with what cannot begin a sentence: a closing mark, a comma, a small letter.
    static let startsInside = bit(6)
    /// 面，有人…: a Han and a comma, the end of a word that was cut.
    static let startsClipped = bit(7)
    static let startsCapital = bit(8)
    static let startsQuote = bit(9)
    static let startsDash = bit(10)
    static let startsBullet = bit(11)
    /// 一、 （一） 1. ① a)
    static let startsNumber = bit(12)
    /// 问: 答: or, in an interview, a name with a colon.
    static let startsSpeaker = bit(13)
    /// FIRE DRILL--: words in capitals before a dash or a colon; 【河湾村】 before a brief.
    static let startsLead = bit(14)
    /// Begins with a date or a word such as 近日, as the first sentence of a report does.
    static let newsStart = bit(15)
    static let salutation = bit(16)

    // What it looks like as a whole.
    /// Two to four parts with spaces between, in Han text.
    static let couplet = bit(17)
    static let capitals = bit(18)
    /// In capitals, on a page whose headings are not.
    static let capitalLabel = bit(19)
    static let bracketed = bit(20)
    /// Has words in quotation marks.
    static let quoting = bit(21)
    /// Three or more short cells with spaces between, or a result: a row of a table.
    static let cells = bit(22)
    /// One of a run of short lines close to each other: verse, or a table.
    static let verse = bit(23)
    /// One of a long run of single characters: vertical text.
    static let vertical = bit(24)

    // Who wrote it.
    static let byline = bit(25)
    /// A name and nothing else.
    static let bareName = bit(26)
    /// A bare name that does not begin with a family name: a pen name, or no name at all.
    static let penName = bit(27)
    /// (徐来), — Naomi Ferris, 来源:…, alone on the line.
    static let signature = bit(28)
    /// Says who the author is: 作者系县文化馆馆员.
    static let authorNote = bit(29)
    /// Says whose writer it is: Staff Reporter; or an e-mail address.
    static let staff = bit(30)
    /// Margaret Dunphy, Mill Lane: a name, and where from.
    static let addressed = bit(31)
    /// Begins with the source of a report: 本报讯(记者 …).
    static let dateline = bit(32)
    /// Consists of a dateline; the report begins on the next line.
    static let datelineOnly = bit(33)
    static let endsSignature = bit(34)

    // Pictures.
    static let endsCredit = bit(35)
    static let creditOnly = bit(36)
    /// A later line of the same run ends with a picture's credit.
    static let creditBelow = bit(37)
    /// 图为, 写真は, ▲: begins as captions do.
    static let captionStart = bit(38)
    /// (left), 左一: points into a picture.
    static let pointing = bit(39)
    /// 为/在/正: somebody is doing something, as captions say.
    static let doing = bit(40)
    /// Says what somebody is doing or what is where, and begins as a sentence does.
    static let pictured = bit(41)
    /// Above a caption with a credit: the picture's heading.
    static let headsPicture = bit(42)
    /// A sentence that may be a caption, between what may be the halves of a paragraph.
    static let mayBeCaption = bit(43)
    /// Part of a small block between the two halves of a paragraph (see `InterposedCaptions`).
    static let interposed = bit(44)

    // Jumps.
    static let jumpTo = bit(45)
    static let jumpFrom = bit(46)
    static let endsJump = bit(47)
    static let startsJump = bit(48)

    // What belongs to the page.
    static let folio = bit(49)
    static let date = bit(50)
    static let editors = bit(51)
    static let contact = bit(52)
    static let weather = bit(53)
    static let advert = bit(54)
    static let contents = bit(55)
    static let pageReference = bit(56)
    static let banner = bit(57)

    // Labels and notices.
    static let rubricWord = bit(58)
    static let briefRubric = bit(59)
    static let pictureRubric = bit(60)
    static let notice = bit(61)
    /// Ends as kickers do: …时, …要求; or has too many numerals for the name of a column.
    static let kickerEnd = bit(62)
    /// Heads a short text: names a place before a colon, is above a table, or is one of the headings of a run of briefs.
    static let briefHead = bit(63)

    /// Belongs to the page and to no story, whatever is around it.
    static let furniture: LineFeatures = [.folio, .editors, .contact, .advert, .contents]
}
