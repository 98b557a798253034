/// Which hyphens at a line's end belong to the word.
enum Hyphens {
    /// First parts of compounds, which keep their hyphen (two-year-old); few words without a hyphen begin with them.
    private static let own: Set<String> = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "thirty",
        "forty",
        "fifty", "sixty", "seventy", "eighty", "ninety", "year", "month", "week", "day", "hour", "minute", "mile",
        "foot",
        "inch", "acre", "story", "man", "long", "short", "high", "low", "full", "half", "part", "well", "ill", "self",
        "first",
        "second", "third", "last", "old", "new", "young", "left", "right", "hard", "soft", "big", "small", "large",
        "free",
        "ex", "vice", "non", "co", "so", "all", "cross", "mid", "early", "late", "much", "best", "better", "open",
        "close",
        "state", "city", "town", "county", "water", "fire", "air", "land", "sea", "boil", "walk", "round", "back",
        "post",
        "pre", "anti", "multi", "semi", "decade", "family", "world", "middle", "lower", "upper", "single", "double",
        "triple",
        "to", "by", "in", "up", "off", "on", "of", "the", "and", "at", "be",
    ]
    /// First parts after which printing divides words more often than compounds are written with a hyphen.
    private static let doubtful: Set<String> = [
        "pre", "co", "anti", "semi", "in", "so", "be", "to", "on", "of", "at", "non", "post", "back", "man", "part",
        "first", "long", "all", "multi", "up", "off", "by", "the", "and", "state", "air", "sea", "land", "fire", "for",
    ]

    /// A letter by itself is never divided from its word: e-mail, T-shirt.
    static func isOwn(_ word: String) -> Bool { word.utf8.count == 1 || own.contains(word) && !doubtful.contains(word) }

    /// Persons that somebody was: ex-husband. Other words that begin so are divided: ex-plain.
    private static let former: Set<String> = [
        "wife", "husband", "president", "minister", "mayor", "chief", "boss", "police", "officer", "soldier", "partner",
        "boyfriend", "girlfriend", "convict", "con", "lover", "chairman", "captain", "player", "worker", "employee",
        "teacher",
    ]
    /// Ends of words that are none by themselves.
    private static let ends: Set<String> = [
        "ing", "ed", "en", "ened", "est", "ship", "ward", "wards", "wise", "wide", "er", "ers", "ly", "ness", "ment",
        "ments", "tion", "tions", "ity", "able", "ful", "less", "ish", "ings",
    ]

    /// Words whose first part is one of `own`, and that are written as one.
    private static let closed: Set<String> = [
        "hardware", "hardwood", "software", "softwood", "highway", "highways", "highlight", "highlights", "highland",
        "lowland",
        "halfway", "halftime", "longtime", "smalltalk", "weekend", "weekends", "weekday", "weekdays", "daytime",
        "daylight",
        "daybreak", "yearbook", "monthlong", "footpath", "football", "footage", "footnote", "footsteps", "storyteller",
        "manpower",
        "mankind", "fullback", "partway", "welcome", "wellbeing", "illness", "newborn", "newcomer", "newcomers",
        "newspaper",
        "newspapers", "bigwig", "freelance", "freedom", "freeway", "crossroads", "crossword", "crossing", "midnight",
        "midday",
        "midfield", "midfielder", "midsummer", "midwife", "midwinter", "openings", "township", "townhouse",
        "townspeople",
        "waterfall", "waterfront", "waterproof", "watermelon", "waterway", "waterways", "boiler", "walkway", "walkout",
        "roundabout", "roundtable", "worldwide", "middleman", "tomorrow", "together", "inside", "income", "indoor",
        "indoors", "outdoor", "uphill", "upstairs", "upstream", "update", "upgrade", "offshore", "offspring", "online",
        "onshore",
        "bystander", "bystanders", "bypass", "oneself", "twofold", "leftover", "leftovers", "righteous",
    ]

    /// Whether the hyphen between a word's part and the next line's word belongs to the word.
    static func isOwn(_ word: String, before next: String) -> Bool {
        if word.utf8.count > 1, ends.contains(next) { return false }
        if closed.contains(word + next) { return false }
        if word == "ex" { return former.contains(next) }
        return isOwn(word)
    }

    /// Vor- und Nachteile: the hyphen stands for a word, and a space follows.
    static func suspends(_ next: String) -> Bool {
        ["und", "oder", "bzw", "and", "or", "to", "sowie", "bis"].contains(next)
    }
}
