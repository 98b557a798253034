import Newspaper

extension FeedTime {
    /// RFC 5322, 3.3, as RSS and OPML have times; one that says nothing of UTC is taken for it, and so is midnight of a day alone.
    var mail: String {
        func figures(_ value: Int, _ count: Int = 2) -> String {
            let text = String(value)
            return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
        }
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let clock = minutes ?? 0
        let zone = abs(offset ?? 0)
        return "\(figures(day)) \(months[month - 1]) \(figures(year, 4)) "
            + "\(figures(clock / 60)):\(figures(clock % 60)):\(figures(min(second, 59))) "
            + ((offset ?? 0) < 0 ? "-" : "+") + figures(zone / 60) + figures(zone % 60)
    }
}
