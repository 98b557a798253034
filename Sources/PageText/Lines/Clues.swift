/// What the words of a line say about its part on the page.
struct Clues: OptionSet {
    let rawValue: UInt64

    private static func bit(_ place: UInt64) -> Clues { Clues(rawValue: 1 << place) }

    // How it ends and begins.
    static let endsSentence = bit(0)
    static let endsColon = bit(1)
    static let endsPause = bit(2)
    static let endsHyphen = bit(3)
    /// Begins with what cannot begin a sentence: a closing mark, a pause, a lower-case letter.
    static let startsInside = bit(4)
    static let startsQuote = bit(5)
    static let startsDash = bit(6)
    static let startsBullet = bit(7)
    /// 一、 （一） 1. ① a)
    static let startsNumber = bit(8)
    /// 问: 答: or a name with a colon in an interview.
    static let startsSpeaker = bit(9)
    static let couplet = bit(10)
    static let capitals = bit(11)

    // Who wrote it.
    static let byline = bit(12)
    static let bareName = bit(13)
    /// A bare name that begins with no family name: a pen name, or no name at all.
    static let penName = bit(59)
    /// (徐来), — Naomi Ferris, 来源:…, alone on the line.
    static let signature = bit(14)
    static let authorNote = bit(15)
    static let staff = bit(16)
    static let opening = bit(17)
    static let endsSignature = bit(18)

    // Pictures.
    static let endsCredit = bit(19)
    static let creditOnly = bit(20)
    static let captionStart = bit(21)
    static let pointing = bit(22)

    // Jumps.
    static let jumpTo = bit(23)
    static let jumpFrom = bit(24)
    static let endsJump = bit(25)
    static let startsJump = bit(26)

    // The page's own.
    static let folio = bit(27)
    static let date = bit(28)
    static let editors = bit(29)
    static let contact = bit(30)
    static let weather = bit(31)
    static let advert = bit(32)
    static let contents = bit(33)
    static let pageReference = bit(34)
    static let banner = bit(35)

    // Labels and notices.
    static let rubricWord = bit(36)
    static let briefRubric = bit(37)
    static let pictureRubric = bit(38)
    static let notice = bit(39)
    /// A word or more of it stands in quotes.
    static let quoting = bit(40)
    static let salutation = bit(41)
    static let newsStart = bit(42)
    static let kickerEnd = bit(43)
    /// One of a run of short lines that follow each other closely: verse.
    static let verse = bit(44)
    /// 为/在/正: somebody is doing something, as captions say.
    static let doing = bit(45)
    /// Ends with a full stop, not with ? or !
    static let endsStop = bit(46)
    static let bracketed = bit(47)
    /// Further lines of the same run end with a picture's credit.
    static let creditBelow = bit(49)
    /// One of a long run of single characters: a text set downwards, a character a line.
    static let downwards = bit(53)
    /// The opening is the whole line; the report itself begins on the next.
    static let openingOnly = bit(54)
    /// FIRE DRILL--: a lead in capitals.
    static let startsLead = bit(50)
    static let startsCapital = bit(51)
    static let endsQuote = bit(52)
    /// Heads a picture: a caption with its credit follows, set off from it.
    static let headsPicture = bit(55)
    /// Heads a text: it names a place and a colon, stands over a table, or is one of the short lines under a label of
    /// their own that have one short paragraph each.
    static let briefHead = bit(56)
    /// Stands in capitals on a page whose headings do not.
    static let capitalLabel = bit(57)

    /// Three or more short cells with spaces between: a row of a table.
    static let cells = bit(63)
    /// Says what somebody is doing, and begins as a sentence does.
    static let pictured = bit(61)
    /// A sentence like a caption's, between what may be the halves of a paragraph.
    static let mayBeCaption = bit(62)

    /// First line of a small block that wide gaps part from the two halves of a paragraph.
    static let setOff = bit(58)
    /// 面，有人…: a Han and a pause, the end of a word that was cut.
    static let startsClipped = bit(48)

    /// Margaret Dunphy, Mill Lane: a name, and where from.
    static let addressed = bit(60)

    /// Belongs to the page and to no story, whatever stands around it.
    static let furniture: Clues = [.folio, .editors, .contact, .advert, .contents]
}
