import Localization
import Newspaper
import Settings

/// The files that come with a story: sound, films, documents.
extension StoryPartWriter {
    /// Adds a line for each file: what it is, its name, how long it lasts, how large it is, and the number of its address. A picture
    /// that the text shows is there already.
    mutating func add(filesOf story: Story) {
        let shown = Set(story.body.compactMap(\.illustration?.address) + [story.web.image].compactMap(\.self))
        var isFirst = true
        for file in story.web.attachments where !shown.contains(file.url) {
            add(file, parted: isFirst)
            isFirst = false
        }
    }

    private mutating func add(_ file: Attachment, parted: Bool) {
        let kind = (file.type ?? "").prefix { $0 != "/" }
        let (sign, name) =
            switch kind {
            case "audio": ("♪ ", texts(.attachedSound))
            case "video": ("▶ ", texts(.attachedFilm))
            case "image": ("▣ ", texts(.picture))
            default: ("▤ ", texts(.attachedFile))
            }
        let details = [name, file.title, file.duration.flatMap(Self.time), file.size.flatMap(Self.size)].compactMap(
            \.self)
        addLine(
            (form == .linear ? "" : sign) + details.joined(separator: " · "), leadingTo: Link(file.url), parted: parted)
    }

    /// 3725 seconds are 1:02:05; nil for what is no time.
    static func time(_ seconds: Double) -> String? {
        guard seconds >= 1, seconds < 1e7 else { return nil }
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        let whole = Int(seconds.rounded())
        let (hours, minutes) = (whole / 3600, whole / 60 % 60)
        return hours > 0 ? "\(hours):\(two(minutes)):\(two(whole % 60))" : "\(minutes):\(two(whole % 60))"
    }

    /// 23 456 789 bytes are 23 MB; nil for what is no size.
    static func size(_ bytes: Int) -> String? {
        guard bytes > 0 else { return nil }
        var (number, unit) = (Double(bytes), 0)
        let units = ["B", "kB", "MB", "GB", "TB"]
        while number >= 999.5, unit + 1 < units.count { (number, unit) = (number / 1000, unit + 1) }
        let tenths = Int((number * 10).rounded())
        return (unit > 0 && tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : "\((tenths + 5) / 10)") + " " + units[unit]
    }
}
