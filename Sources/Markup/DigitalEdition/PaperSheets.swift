import Newspaper

/// The printed pages that saved pages tell of, while an edition is put together.
struct PaperSheets {
    /// One printed page.
    struct Sheet {
        var name: PageName
        var date: String?
        /// The item with the list, if that is all it is.
        var listItem: Int?
        var entries: [PaperPage.Entry] = []
        var size: (width: Double, height: Double)?
        var pdf: PaperReference?
        /// Its place in the list of the edition's pages.
        var rank = Int.max
        var stories: [(item: Int, boxes: [Box])] = []
        /// Stories that the page lists and that nobody saved.
        var missing = 0
        /// Whether the page and all its stories were saved.
        var isWhole: Bool { listItem != nil && !entries.isEmpty && missing == 0 }
    }

    private struct Key: Hashable {
        var date: String?
        /// Its number, else its name, else its file.
        var page: String
    }

    private let items: [PaperEdition.Item]
    private var sheets: [Sheet] = []
    private var indices: [Key: Int] = [:]
    /// What the files and addresses of items say of them.
    private var references: [[PaperReference]] = []
    /// The longest list of pages of a day.
    private var pageLists: [String?: [PaperPage.Other]] = [:]
    /// The day that most items are of: it is that of those that do not say.
    private let commonDate: String?

    init(_ items: [PaperEdition.Item]) {
        self.items = items
        var days: [String: Int] = [:]
        for date in items.compactMap({ Self.date($0) }) { days[date, default: 0] += 1 }
        commonDate = days.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
        references = items.map(Self.references)
        for (index, item) in items.enumerated() {
            let pages = item.page.paper?.list?.pages ?? []
            if pages.count > pageLists[date(of: index)]?.count ?? 0 { pageLists[date(of: index)] = pages }
        }
        for index in items.indices { addSheet(of: index) }
    }

    /// The printed pages in their order.
    var ordered: [Sheet] {
        sheets.enumerated().sorted { one, other in
            let days = (one.element.date ?? "", other.element.date ?? "")
            if days.0 != days.1 { return days.0 < days.1 }
            return (one.element.rank, one.element.name.order.letters, one.element.name.order.number, one.offset)
                < (other.element.rank, other.element.name.order.letters, other.element.name.order.number, other.offset)
        }.map(\.element)
    }

    private static func date(_ item: PaperEdition.Item) -> String? {
        item.page.paper.flatMap { PaperReference.date(in: item.path) ?? $0.date }
    }

    private func date(of index: Int) -> String? { Self.date(items[index]) ?? commonDate }

    private static func references(_ item: PaperEdition.Item) -> [PaperReference] {
        [PaperReference(item.path), item.page.address.flatMap { PaperReference($0) }].compactMap { $0 }
    }

    // MARK: - Pages

    /// What a list of the edition's pages has of an item's page.
    private func listed(_ index: Int, _ name: PageName?) -> (rank: Int, page: PaperPage.Other)? {
        let list = pageLists[date(of: index)] ?? []
        let own = references[index]
        let rank =
            list.firstIndex { other in own.contains { $0.kind == .page && $0 == other.reference } }
            ?? name.flatMap { name in
                list.firstIndex { name.key != nil ? $0.name.key == name.key : $0.name.name == name.name }
            }
        return rank.map { ($0, list[$0]) }
    }

    private mutating func addSheet(of index: Int) {
        guard let paper = items[index].page.paper else { return }
        let listed = listed(index, paper.page)
        var name = listed?.page.name ?? paper.page ?? PageName()
        if name.name == nil, name.key == paper.page?.key { name.name = paper.page?.name }
        let own = paper.hasStory ? nil : references[index].first?.key
        let number = name.key ?? name.name ?? own
        // A story of no page belongs to the page that lists it.
        guard number != nil || paper.list != nil else { return }
        let key = Key(date: date(of: index), page: number ?? "")
        let place = indices[key] ?? sheets.count
        if place == sheets.count {
            indices[key] = place
            sheets.append(Sheet(name: name, date: key.date))
        }
        if sheets[place].name.name == nil { sheets[place].name.name = name.name }
        if let listed {
            sheets[place].rank = min(sheets[place].rank, listed.rank)
            sheets[place].pdf = sheets[place].pdf ?? listed.page.pdf
        }
        guard let list = paper.list else { return }
        if !paper.hasStory { sheets[place].pdf = sheets[place].pdf ?? list.pdf }
        // A page's own list comes before what stands beside one of its stories.
        let isBetter =
            !paper.hasStory && sheets[place].listItem == nil
            || list.stories.count > sheets[place].entries.count && (!paper.hasStory || sheets[place].listItem == nil)
        if isBetter {
            sheets[place].entries = list.stories
            sheets[place].size = list.size
        }
        if !paper.hasStory { sheets[place].listItem = sheets[place].listItem ?? index }
    }

    // MARK: - Stories

    /// Files each story once under the page that it is on.
    mutating func place() {
        var seen: Set<String> = []
        let stories = items.indices.filter { index in
            guard items[index].page.paper?.hasStory == true else { return false }
            let ids = ids(of: index)
            defer { seen.formUnion(ids) }
            return seen.isDisjoint(with: ids)
        }
        let lists = Lists(sheets)
        var filed: [(sheet: Int, entry: Int, item: Int)] = []
        for item in stories {
            let own = items[item].page.paper?.page
            let home = own.flatMap { page in
                (page.key ?? page.name).flatMap { indices[Key(date: date(of: item), page: $0)] }
            }
            let day = date(of: item)
            let found = lists.places(
                of: references[item], articleID: items[item].page.paper?.articleID, title: items[item].page.headline)
            func worth(_ place: Lists.Place) -> Int {
                (place.sheet == home ? 4 : 0) + (sheets[place.sheet].date == day ? 2 : 0)
                    + (sheets[place.sheet].entries[place.entry].boxes.isEmpty ? 0 : 1)
            }
            var best: Lists.Place?
            for place in found.places where best.map({ worth(place) > worth($0) }) ?? true { best = place }
            // Its own number says more than the list of another page, which may have the headlines of all pages. An address in a
            // list of another day says more than the day.
            let staysHome =
                home.map { home in
                    guard let best, home != best.sheet, own?.key != nil, sheets[home].entries.isEmpty else {
                        return false
                    }
                    return !found.isSure || sheets[best.sheet].date == day
                } ?? false
            if let best, !staysHome {
                filed.append((best.sheet, best.entry, item))
            } else if let home {
                filed.append((home, Int.max, item))
            } else {
                filed.append((nameless(date(of: item)), Int.max, item))
            }
        }
        for (sheet, entry, item) in filed.sorted(by: { ($0.sheet, $0.entry, $0.item) < ($1.sheet, $1.entry, $1.item) })
        {
            sheets[sheet].stories.append((item, entry == Int.max ? [] : sheets[sheet].entries[entry].boxes))
        }
        var found = [Set<Int>](repeating: [], count: sheets.count)
        for (sheet, entry, _) in filed where entry != Int.max { found[sheet].insert(entry) }
        for sheet in sheets.indices { sheets[sheet].missing = sheets[sheet].entries.count - found[sheet].count }
    }

    private mutating func nameless(_ date: String?) -> Int {
        let key = Key(date: date, page: "")
        if let place = indices[key] { return place }
        indices[key] = sheets.count
        sheets.append(Sheet(name: PageName(), date: date))
        return sheets.count - 1
    }

    /// All that tells a story from others: it is the same where one of them is.
    private func ids(of index: Int) -> [String] {
        let page = items[index].page
        // The same advert may be printed the next day.
        let day = date(of: index) ?? ""
        var ids = [([day, page.headline ?? ""] + page.blocks.map(\.text)).joined(separator: "\n")]
        if let id = page.paper?.articleID { ids.append("id " + id) }
        for reference in references[index] where reference.kind == .story {
            ids.append("file \(day) \(reference.key)")
        }
        return ids
    }
}

/// The stories that pages list, by what finds them.
private struct Lists {
    struct Place {
        var sheet: Int
        var entry: Int
    }

    /// Places of one story that are looked at.
    private static let most = 16
    private var byReference: [String: [Place]] = [:]
    private var byTitle: [String: [Place]] = [:]

    init(_ sheets: [PaperSheets.Sheet]) {
        for (sheet, page) in sheets.enumerated() {
            for (entry, story) in page.entries.enumerated() {
                let place = Place(sheet: sheet, entry: entry)
                Self.add(place, story.reference.key, &byReference)
                if let title = story.title.map(Self.folded) { Self.add(place, title, &byTitle) }
            }
        }
    }

    private static func add(_ place: Place, _ key: String, _ places: inout [String: [Place]]) {
        if places[key, default: []].count < most { places[key, default: []].append(place) }
    }

    /// Where a story is listed: by its file or address, else by its id, else by its headline.
    func places(of references: [PaperReference], articleID: String?, title: String?) -> (
        places: [Place], isSure: Bool
    ) {
        for reference in references { if let places = byReference[reference.key] { return (places, true) } }
        if let number = articleID?.split(separator: " ").last, let places = byReference["content_\(number)"] {
            return (places, true)
        }
        return (title.flatMap { byTitle[Self.folded($0)] } ?? [], false)
    }

    private static func folded(_ title: String) -> String { title.filter { !$0.isWhitespace } }
}
