import Foundation
import Newspaper
import Screen
import Sources
import Synchronization

@testable import Application
@testable import Sources

/// Reads what a test says, step by step, on the thread of the job that asks.
final class ScriptedLoader: EditionLoading {
    enum Step: Sendable {
        case publish(any StoryList)
        case finish(any StoryList, faults: [SourceFault] = [])
        /// From now on nobody is asked whether to go on.
        case block
    }

    private struct Load {
        let editions: [EditionReference]
        var steps: [Step] = []
        var isOver = false
    }

    private let loads = Mutex<[Load]>([])
    private let isClosed = Mutex(false)
    /// What is read at once, without a step.
    private let known: @Sendable ([EditionReference]) -> (any StoryList)?

    /// What each picture is drawn as.
    let bitmap: Bitmap? = Bitmap(width: 2, height: 2, bytes: [UInt8](repeating: 200, count: 12))

    init(known: @escaping @Sendable ([EditionReference]) -> (any StoryList)? = { _ in nil }) { self.known = known }

    /// Ends all that is still being read.
    func close() { isClosed.withLock { $0 = true } }

    /// How many times something was to be read, and what was the last.
    var count: Int { loads.withLock(\.count) }
    var last: [EditionReference] { loads.withLock { $0.last?.editions ?? [] } }
    /// The loads that are not over, by their numbers.
    var running: [Int] { loads.withLock { loads in loads.indices.filter { !loads[$0].isOver } } }

    func editions(of number: Int) -> [EditionReference] { loads.withLock { $0[number].editions } }

    /// A step of the load of that number, by default of the last.
    func add(_ step: Step, to number: Int? = nil) {
        loads.withLock { $0[number ?? $0.count - 1].steps.append(step) }
    }

    func bitmap(
        of picture: PrintedPicture, in editions: [EditionReference], longestSide: Int, while goesOn: () -> Bool
    ) -> Bitmap? { bitmap }

    func load(
        _ editions: [EditionReference], report: (LoadStep) -> Bool, publish: (any StoryList) -> Void
    ) -> LoadedContent {
        var content = LoadedContent()
        content.editions = editions
        if let list = known(editions) {
            content.list = list
            return content
        }
        let number = loads.withLock { loads in
            loads.append(Load(editions: editions))
            return loads.count - 1
        }
        defer { loads.withLock { $0[number].isOver = true } }
        content.files = (1, 3)
        var asks = true
        while !isClosed.withLock(\.self) {
            if asks, !report(.reading(1, of: 3)) {
                content.isStopped = true
                break
            }
            switch loads.withLock({ $0[number].steps.isEmpty ? nil : $0[number].steps.removeFirst() }) {
            case .publish(let list)?:
                content.list = list
                publish(list)
            case .finish(let list, let faults)?:
                (content.list, content.faults, content.files) = (list, faults, (3, 3))
                return content
            case .block?: asks = false
            case nil: usleep(300)
            }
        }
        return content
    }
}

/// A list of stories of that name, so many to a page.
func stories(_ name: String, _ count: Int, perPage: Int = 50) -> StoriesInMemory {
    let pages = max(1, (count + perPage - 1) / perPage)
    var edition = Edition(
        title: name, pages: (0..<pages).map { Page(name: "p\($0 + 1)", number: "\($0 + 1)", date: "2026-03-01") })
    edition.stories = (0..<count).map { number in
        var story = Story(
            page: number / perPage, headline: "\(name)第\(number)篇",
            body: [Block(.paragraph, "这是\(name)的第\(number)篇，说的是渡口的事。")])
        story.name(date: "2026-03-01")
        return story
    }
    return StoriesInMemory(edition)
}
