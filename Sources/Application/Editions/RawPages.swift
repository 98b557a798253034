import Newspaper
import PageText
import Reader
import Sources

/// The text of the pages that stories are printed on, and what was made of its lines. For any thread.
struct RawPages: Sendable {
    let list: any StoryList

    /// The pages of a story; nil for one that was not printed. `progress` is called after each page, and returns whether to
    /// go on.
    func page(of story: StoryID, progress: (_ done: Int, _ total: Int) -> Bool) -> RawPage? {
        guard let position = list.position(of: story) else { return nil }
        return page(at: position, of: list, progress)
    }

    private func page(at position: Int, of list: any StoryList, _ progress: (Int, Int) -> Bool) -> RawPage? {
        if let combined = list as? CombinedList {
            let origin = combined.origin(of: position)
            return page(at: origin.position, of: origin.list, progress)
        }
        guard let printed = list as? PageTextEdition else { return nil }
        return RawPage(
            lines: printed.explanation(ofStoryAt: position, progress: progress).map { reading in
                let isBody = reading.kind == .paragraph || reading.kind == .crosshead
                return RawPage.Line(
                    text: reading.text, role: reading.story != position ? .elsewhere : isBody ? .body : .story,
                    isJoined: reading.isJoined, isMoved: reading.isMoved)
            })
    }
}
