/// What the names of classes and ids tell of an element, as the authors of pages choose them.
enum ClassWords {
    static let unlikely = [
        "-ad-", "ai2html", "banner", "breadcrumbs", "combx", "comment", "community", "cover-wrap", "disqus", "extra",
        "footer", "gdpr",
        "header", "legends", "menu", "related", "remark", "replies", "rss", "shoutbox", "sidebar", "skyscraper",
        "social", "sponsor",
        "supplemental", "ad-break", "agegate", "pagination", "pager", "popup", "yom-remote",
    ]
    static let likely = ["and", "article", "body", "column", "content", "main", "mathjax", "shadow"]
    static let good = [
        "article", "body", "content", "entry", "hentry", "h-entry", "main", "page", "pagination", "post", "text",
        "blog", "story",
    ]
    static let bad = [
        "-ad-", "hidden", "banner", "combx", "comment", "com-", "contact", "footer", "gdpr", "masthead", "media",
        "meta", "outbrain",
        "promo", "related", "scroll", "share", "shoutbox", "sidebar", "skyscraper", "sponsor", "shopping", "tags",
        "widget",
    ]
    /// A box that says who somebody is, below the article.
    static let aboutAuthor = [
        "author-box", "authorbox", "author-bio", "author_bio", "authorbio", "about-author", "author-desc",
        "author-intro",
    ]
    /// Of what belongs to a picture, such as its photographer.
    static let picture = ["photo", "caption", "image-credit", "img-credit"]
    static let byline = ["byline", "author", "dateline", "writtenby", "p-author"]

    /// Whether one of the words is in a name in small letters.
    static func has(_ words: [String], _ name: String) -> Bool {
        var name = name
        return name.withUTF8 { bytes in
            words.contains { word in
                var word = word
                return word.withUTF8 { contains($0, bytes) }
            }
        }
    }

    private static func contains(_ word: UnsafeBufferPointer<UInt8>, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard name.count >= word.count else { return false }
        let first = word[0]
        for start in 0...name.count - word.count where name[start] == first {
            var same = 1
            while same < word.count, name[start + same] == word[same] { same += 1 }
            if same == word.count { return true }
        }
        return false
    }

    /// 25 for each name that is a text's, -25 for each that is something else's.
    static func weight(_ name: String?) -> Int {
        guard let name else { return 0 }
        let isHidden = name.split(separator: " ").contains("hid")
        return (isHidden || has(bad, name) ? -25 : 0) + (has(good, name) ? 25 : 0)
    }

    /// Buttons to pass it on, and what asks to subscribe: "share", "newsletter" as words.
    static func isShare(_ name: String) -> Bool {
        name.split { !$0.isLetter && !$0.isNumber }.contains {
            ["share", "sharedaddy", "bdsharebuttonbox", "newsletter", "paywall", "advert", "advertisement"].contains($0)
        }
    }
}
