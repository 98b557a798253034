import Newspaper
import Settings
import Synchronization
import Typesetting

/// A story in one measure, as a pane scrolls over it; set as far as it is looked at.
struct SetStory: Sendable {
    let document: StoryDocument
    let measure: Int
    /// The room that each picture has; nil where none are shown.
    let room: PictureRoom?
    private let textLayout: TextLayout

    init(_ document: StoryDocument, measure: Int, pictures room: PictureRoom? = nil) {
        self.document = document
        self.room = room
        self.measure = max(2, measure)
        textLayout = document.textLayout(measure: measure, pictures: room)
    }

    /// The pictures that a part has room for; nil where it has none.
    func pictures(of part: Int) -> PictureStack? {
        guard let room, !document.parts[part].pictures.isEmpty else { return nil }
        return PictureStack(document.parts[part].pictures, in: room, measure: measure)
    }

    /// At most `count` lines from the one that shows a place.
    func lines(from place: TextLayout.Place, count: Int) -> [TextLayout.SetLine] {
        textLayout.lines(from: place, count: count)
    }

    func place(_ place: TextLayout.Place, movedBy lines: Int) -> TextLayout.Place {
        textLayout.place(place, movedBy: lines)
    }

    func page(from place: TextLayout.Place, _ columns: Columns) -> ColumnPage { textLayout.page(from: place, columns) }

    func pageStart(before place: TextLayout.Place, _ columns: Columns) -> TextLayout.Place {
        textLayout.pageStart(before: place, columns)
    }

    func lastPage(_ columns: Columns) -> TextLayout.Place { textLayout.lastPage(columns) }

    /// The place at the top of the last screen of so many lines: what comes next stands there too, below the end mark.
    func lastPlace(height: Int) -> TextLayout.Place { textLayout.lastScreen(height: Self.rowsOfStory(height)) }

    /// The rows that the story has on its last screen; a low one is left to it.
    private static func rowsOfStory(_ height: Int) -> Int { height < 8 ? height : height - 2 }

    /// The start of the line that shows a place, drawn back where the screen would otherwise run past the end.
    func clamped(_ place: TextLayout.Place, height: Int) -> TextLayout.Place {
        screen(from: place, height: height).lines.first?.place ?? .start
    }

    /// The lines of a screen that begins there, and the one below them where the story goes on.
    func screen(
        from place: TextLayout.Place, height: Int
    ) -> (lines: ArraySlice<TextLayout.SetLine>, next: TextLayout.SetLine?) {
        var lines = lines(from: place, count: height + 1)
        if lines.count < Self.rowsOfStory(height) {
            lines = self.lines(from: lastPlace(height: height), count: height + 1)
        }
        return (lines.prefix(height), lines.dropFirst(height).first)
    }

    /// Whether the last line of the story's own words is among so many lines from a place on.
    func showsEnd(from place: TextLayout.Place, height: Int) -> Bool {
        guard let last = lines(from: clamped(place, height: height), count: height).last else { return true }
        return reachesEnd(last)
    }

    /// Whether the end mark is among so many lines from a place on.
    func showsEndMark(from place: TextLayout.Place, height: Int) -> Bool {
        lines(from: clamped(place, height: height), count: height).last?.paragraph == document.parts.count - 1
    }

    /// Whether a line is the last of the story's own words, or comes after it.
    func reachesEnd(_ last: TextLayout.SetLine) -> Bool {
        let end = document.lastPart
        if last.paragraph != end { return last.paragraph > end }
        return last.line.source.upperBound >= document.parts[end].text.utf8.count
    }

    /// How much of the story's text stands before a place, 0 … 1.
    func progress(to place: TextLayout.Place) -> Double {
        var before = 0
        var all = 0
        for (index, part) in document.parts.enumerated() {
            let size = part.text.utf8.count
            all += size
            if index < place.paragraph {
                before += size
            } else if index == place.paragraph {
                before += min(size, place.offset)
            }
        }
        return all == 0 ? 1 : Double(before) / Double(all)
    }
}

/// The last few stories that were set, so that a key does not set a story again. What is in it never changes what is
/// shown, only how soon.
final class SetStories: Sendable {
    private let kept = Mutex<[(story: StoryID, set: SetStory)]>([])
    private let limit = 8

    /// A story that was set lately, in whatever measure.
    func known(_ story: StoryID) -> SetStory? { kept.withLock { $0.last { $0.story == story }?.set } }

    func story(
        _ story: StoryID, measure: Int, pictures room: PictureRoom?, settings: ReadingSettings,
        document: () -> StoryDocument
    ) -> SetStory {
        kept.withLock { kept in
            kept.removeAll { $0.set.document.settings != settings }
            if let place = kept.firstIndex(where: {
                $0.story == story && $0.set.measure == max(2, measure) && $0.set.room == room
            }) {
                let found = kept.remove(at: place)
                kept.append(found)
                return found.set
            }
            let known = kept.last { $0.story == story }?.set.document
            let set = SetStory(known ?? document(), measure: measure, pictures: room)
            kept.append((story, set))
            if kept.count > limit { kept.removeFirst() }
            return set
        }
    }
}
