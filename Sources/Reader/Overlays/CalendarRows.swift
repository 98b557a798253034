/// The editions to choose from, by month, the latest first; under one of them its pages.
struct CalendarRows: Sendable, Equatable {
    enum Row: Sendable, Hashable {
        case month(year: Int, month: Int)
        /// Over those that have no date.
        case undated
        /// An edition, by its id.
        case edition(Int)
        /// A page of it, by its place in the edition.
        case page(Int, Int)

        var isHeading: Bool {
            switch self {
            case .month, .undated: true
            case .edition, .page: false
            }
        }

        /// The edition that the row is of.
        var edition: Int? {
            switch self {
            case .month, .undated: nil
            case .edition(let id), .page(let id, _): id
            }
        }
    }

    private(set) var entries: [EditionEntry] = []
    /// The place of each edition in `entries`, by its id.
    private var places: [Int: Int] = [:]
    private var daysCount: [String?: Int] = [:]
    private(set) var rows: [Row] = []
    private(set) var selected: Row?
    /// The edition whose pages are listed.
    private(set) var unfolded: Int?
    /// First row shown; only the pane moves it.
    var first = 0

    /// Unfolded and selected is what is being read.
    init(_ entries: [EditionEntry]) {
        unfolded = entries.first(where: \.isOpen)?.id
        adopt(entries)
        selected = unfolded.map(Row.edition) ?? rows.first { !$0.isHeading }
    }

    /// Adopts what is known now; what is selected stays so.
    mutating func adopt(_ new: [EditionEntry]) {
        let place = selected.flatMap(rows.firstIndex) ?? 0
        entries = new.sorted { one, other in
            (one.date ?? "", other.id) > (other.date ?? "", one.id)
        }
        places = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.id, $0) })
        daysCount = entries.reduce(into: [:]) { $0[$1.date, default: 0] += 1 }
        list()
        guard let kept = selected, !rows.contains(kept) else { return }
        selected = kept.edition.map(Row.edition).flatMap { rows.contains($0) ? $0 : nil } ?? row(near: place, step: 1)
    }

    private mutating func list() {
        rows = []
        var heading: Row?
        for entry in entries {
            let row = Self.heading(of: entry.date)
            if row != heading { rows.append(row) }
            heading = row
            rows.append(.edition(entry.id))
            if entry.id == unfolded { rows += entry.pages.indices.map { .page(entry.id, $0) } }
        }
    }

    private static func heading(of date: String?) -> Row {
        let parts = (date ?? "").split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? .month(year: parts[0], month: parts[1]) : .undated
    }

    func entry(_ id: Int) -> EditionEntry? { places[id].map { entries[$0] } }

    /// Whether its day has no other edition.
    func isAlone(_ entry: EditionEntry) -> Bool { daysCount[entry.date] == 1 }

    /// The row of an edition or a page at a place, else the nearest in a direction, else in the other.
    private func row(near place: Int, step: Int) -> Row? {
        let place = max(0, min(rows.count - 1, place))
        let after = rows.dropFirst(place).first { !$0.isHeading }
        let before = rows.prefix(place).last { !$0.isHeading }
        return step > 0 ? after ?? before : rows.prefix(place + 1).last { !$0.isHeading } ?? after
    }

    mutating func move(_ steps: Int) {
        guard let selected, let place = rows.firstIndex(of: selected) else { return }
        let (sum, overflow) = place.addingReportingOverflow(steps)
        self.selected = row(near: overflow ? (steps > 0 ? rows.count - 1 : 0) : sum, step: steps) ?? selected
    }

    mutating func select(_ place: Int) {
        if rows.indices.contains(place), !rows[place].isHeading { selected = rows[place] }
    }

    /// Lists the pages of an edition, or of none.
    mutating func unfold(_ id: Int?) {
        unfolded = id
        list()
        if let kept = selected, !rows.contains(kept) { selected = kept.edition.map(Row.edition) }
    }
}
