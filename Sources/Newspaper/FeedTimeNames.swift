/// Names of months and zones that stand in the dates of feeds.
enum FeedTimeNames {
    /// A month by its name or the beginning of it, in small letters: 1 … 12.
    static func month(_ word: String) -> Int? {
        if let month = months[word] { return month }
        let start = String(word.prefix(3))
        // “mar” begins March in five languages, and “mars” is March as well.
        return word.utf8.allSatisfy { $0 < 0x80 }
            ? (word.utf8.count > 3 ? english[start] : nil).flatMap { isEnglish(word) ? $0 : nil } : nil
    }

    private static func isEnglish(_ word: String) -> Bool { names.contains { $0.hasPrefix(word) } }

    private static let names = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let english = Dictionary(
        uniqueKeysWithValues: names.enumerated().map { (String($1.prefix(3)), $0 + 1) })

    /// A word a month in each line: English, German, French, Spanish, Italian, Portuguese, Dutch, Hungarian, Greek, Russian, Polish.
    private static let months: [String: Int] = {
        var months = english
        for line in table.split(separator: "\n") {
            for (place, words) in line.split(separator: " ").enumerated() {
                for word in words.split(separator: "/") where months[String(word)] == nil {
                    months[String(word)] = place + 1
                }
            }
        }
        for (place, name) in names.enumerated() { months[name] = place + 1 }
        return months
    }()

    private static let table = """
        jan feb mar apr may jun jul aug sep/sept oct nov dec
        januar/jänner/jän februar/feber märz/mär/mrz april mai juni juli august september oktober/okt november dezember/dez
        janvier/janv février/févr/fév/fevrier/fevr mars avril/avr mai juin juillet/juil août/aout/aoû septembre octobre novembre décembre/déc/decembre
        enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic
        gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre/set ottobre/ott novembre dicembre
        janeiro fevereiro/fev março/marco abril maio junho julho agosto setembro outubro/out novembro dezembro
        januari februari maart/mrt april mei juni juli augustus september oktober november december
        január/jan február/febr március/márc április/ápr május/máj június/jún július/júl augusztus szeptember/szept október november december
        ιανουαρίου/ιαν φεβρουαρίου/φεβ μαρτίου/μάρ/μαρ/μαώ απριλίου/απρ μαΐου/μάι/μαι/μαϊ ιουνίου/ιούν/ιουν/ιον ιουλίου/ιούλ/ιουλ/ιολ αυγούστου/αύγ/αυγ σεπτεμβρίου/σεπ οκτωβρίου/οκτ νοεμβρίου/νοέ/νοε δεκεμβρίου/δεκ
        января/янв/январь февраля/фев/февр/февраль марта/мар/март апреля/апр/апрель мая/май июня/июн/июнь июля/июл/июль августа/авг/август сентября/сен/сент/сентябрь октября/окт/октябрь ноября/ноя/нояб/ноябрь декабря/дек/декабрь
        stycznia/sty lutego/lut marca kwietnia/kwi maja/maj czerwca/cze lipca/lip sierpnia/sie września/wrz października/paź listopada/lis grudnia/gru
        """

    /// Whether a word is the name of a day in English; others are told by their place.
    static func isWeekday(_ word: String) -> Bool { days.contains(String(word.prefix(3))) }

    private static let days: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun", "th", "st", "nd", "rd"]

    /// Minutes that a zone is ahead of UTC, by its name in small letters.
    static func zone(_ name: String) -> Int? { zones[name] }

    /// RFC 5322, 4.3, and those that programs write. A name of two zones is that which feeds mean: CST of North America, IST of India.
    private static let zones: [String: Int] = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300,
        "ct": -360,
        "mst": -420, "mdt": -360, "mt": -420, "pst": -480, "pdt": -420, "pt": -480, "akst": -540, "akdt": -480,
        "hst": -600,
        "ast": -240, "adt": -180, "nst": -210, "ndt": -150, "brt": -180, "art": -180, "bst": 60, "west": 60, "cet": 60,
        "cest": 120,
        "met": 60, "mest": 120, "mez": 60, "mesz": 120, "eet": 120, "eest": 180, "msk": 180, "msd": 240, "trt": 180,
        "gst": 240,
        "ist": 330, "pkt": 300, "ict": 420, "wib": 420, "hkt": 480, "sgt": 480, "awst": 480, "pht": 480, "jst": 540,
        "kst": 540, "acst": 570, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "a": -60, "n": 60, "m": -720,
        "y": 720,
    ]
}
