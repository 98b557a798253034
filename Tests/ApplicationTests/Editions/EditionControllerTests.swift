import Files
import Foundation
import Jobs
import Newspaper
import PageText
@testable import Reader
import Screen
import Sources
import Synchronization
import TestSupport
import Testing

@testable import Application

/// What is read grows, fails, is stopped and changes, as a script says.
struct EditionControllerTests {
    /// Days in a folder, the last of which is opened first.
    private struct Library {
        let sitting: Sitting
        let loader: ScriptedLoader
        let application: Application

        init(days: Int = 2, known: @escaping @Sendable ([EditionReference]) -> (any StoryList)? = { _ in nil }) throws {
            sitting = try Sitting()
            for day in 1...days {
                try sitting.write(Sitting.page, to: "lib/2026-02-\(day < 10 ? "0" : "")\(day)/01.txt")
            }
            loader = ScriptedLoader(known: known)
            application = sitting.start([sitting.folder.path + "/lib"], loader)
        }

        /// The last day is there, with so many stories.
        func open(_ count: Int = 4) {
            self.until { loader.count == 1 }
            loader.add(.finish(stories("last", count)))
            self.until { !application.editions.isLoading }
            application.attach(sitting.console, depth: .none)
        }

        func until(_ holds: () -> Bool) { work(application, until: holds) }

        /// All days are known.
        func catalog() -> [EditionReference] {
            application.press(.character("e"))
            self.until { (application.state.calendar?.rows.entries.count ?? 0) > 1 }
            let editions = application.state.calendar?.rows.entries.map { application.calendar[$0.id] } ?? []
            application.press(.escape)
            application.work()
            return editions.sorted { $0.name < $1.name }
        }

        var title: String? { application.state.stories.base.title }
        var count: Int { application.state.stories.base.count }
        var texts: [String] { [application.state.message].compactMap(\.self) }

        /// Takes the time that a job needs to be long.
        func becomeLong() {
            usleep(UInt32(Job.timeout) * 1000)
            self.until { application.state.progress != nil }
        }
    }

    @Test func `reading without a screen waits for all of a large edition`() throws {
        let library = try Library()
        let loader = library.loader
        let thread = Thread {
            while loader.count == 0 { usleep(1000) }
            loader.add(.publish(stories("last", 200)))
            usleep(50_000)
            loader.add(.finish(stories("last", 1000)))
        }
        thread.start()
        library.application.waitForAll()
        #expect(library.count == 1000)
    }

    @Test func `Escape while another edition opens leaves the reader in the one that is shown, and all know which`()
        throws
    {
        let library = try Library()
        library.open()
        let days = library.catalog()
        library.application.editions.open(days[0], page: nil, library.application)
        library.until { library.loader.count == 2 }
        library.loader.add(.publish(stories("first", 200)))
        library.until { library.title == "first" }
        #expect(library.application.editions.open == [days[0]])
        library.becomeLong()
        library.application.press(.escape)
        library.until { !library.application.editions.isLoading }
        #expect(library.title == "first" && library.count == 200)
        #expect(library.application.state.message == library.application.state.texts(.stoppedAfter, 1, 3))
        library.application.press(.character("e"))
        library.until { library.application.state.calendar != nil }
        let entries = library.application.state.calendar?.rows.entries ?? []
        #expect(entries.filter(\.isOpen).map(\.name) == [days[0].name])
        library.loader.close()
    }

    @Test func `Escape before anything of another edition is there keeps the one before`() throws {
        let library = try Library()
        library.open()
        let days = library.catalog()
        library.application.editions.open(days[0], page: nil, library.application)
        library.until { library.loader.count == 2 }
        library.becomeLong()
        library.application.press(.escape)
        #expect(!library.application.editions.isLoading)
        #expect(library.application.state.message == library.application.state.texts(.stoppedOpening))
        library.loader.add(.finish(stories("first", 10)))
        library.until { library.loader.running.isEmpty }
        library.application.work()
        #expect(library.title == "last" && library.application.editions.open == [days[1]])
    }

    @Test func `the first Escape keeps what was read so far, and the second does not wait for what does not stop`()
        throws
    {
        let library = try Library()
        library.until { library.loader.count == 1 }
        library.loader.add(.publish(stories("last", 200)))
        library.until { library.count == 200 }
        library.loader.add(.block)
        library.until { library.application.state.progress != nil }
        usleep(20_000)
        library.application.press(.escape)
        library.application.work()
        #expect(library.application.editions.isLoading && library.application.state.progress != nil)
        library.application.press(.escape)
        #expect(!library.application.editions.isLoading && library.count == 200)
        #expect(library.application.state.message == library.application.state.texts(.stoppedAfter, 1, 3))
        library.loader.close()
    }

    @Test func `Escape while pages are parsed keeps what is there when the parsing stops`() throws {
        let library = try Library()
        library.until { library.loader.count == 1 }
        library.until { library.application.state.progress != nil }
        library.application.press(.escape)
        #expect(library.application.editions.isLoading)
        library.until { !library.application.editions.isLoading }
        #expect(library.application.state.message == library.application.state.texts(.stoppedAfter, 1, 3))
    }

    @Test func `a chosen page of a large edition is opened when it is there, and stays`() throws {
        let library = try Library()
        library.open()
        let days = library.catalog()
        library.application.editions.open(days[0], page: 7, library.application)
        library.until { library.loader.count == 2 }
        library.loader.add(.publish(stories("first", 200)))
        usleep(30_000)
        library.application.work()
        #expect(library.title == "last")
        library.loader.add(.publish(stories("first", 450)))
        library.until { library.title == "first" }
        #expect(library.application.state.position == 350)
        library.loader.add(.finish(stories("first", 2000)))
        library.until { library.count == 2000 }
        #expect(library.application.state.position == 350)
    }

    // MARK: - Updates

    private func touch(_ library: Library, _ name: String = "02.txt") throws {
        try library.sitting.write(Sitting.page, to: "lib/2026-02-02/\(name)")
    }

    /// Until the change is being read.
    private func untilRead(_ library: Library, _ count: Int) {
        library.until {
            library.sitting.pass(50)
            return library.loader.count == count
        }
    }

    @Test func `changed pages are read, and what is new is said`() throws {
        let library = try Library()
        library.open()
        try touch(library)
        untilRead(library, 2)
        library.loader.add(.finish(stories("last", 60)))
        library.until { library.count == 60 }
        #expect(library.application.state.message == library.application.state.texts(.newPages, 1, 56))
    }

    @Test func `where nothing is left of changed pages, what was there stays, and that is said`() throws {
        let library = try Library()
        library.open()
        try touch(library)
        untilRead(library, 2)
        library.loader.add(.finish(StoriesEmpty.list))
        library.until { library.application.state.message != nil }
        #expect(library.count == 4)
    }

    @Test func `a page that stays empty is named, and keeps its stories`() throws {
        let library = try Library()
        library.open()
        try library.sitting.write("", to: "lib/2026-02-02/01.txt")
        library.until {
            library.sitting.pass(50)
            return library.application.state.message != nil
        }
        #expect(library.application.state.message == library.application.state.texts(.keptText, "01.txt"))
        #expect(library.count == 4 && library.loader.count == 1)
        try library.sitting.write(Sitting.page, to: "lib/2026-02-02/01.txt")
        untilRead(library, 2)
        library.loader.add(.finish(stories("last", 4)))
        library.until { !library.application.editions.isLoading }
        #expect(library.application.state.message == library.application.state.texts(.changedPages))
    }

    @Test func `what cannot be read of changed pages is said, once`() throws {
        let library = try Library()
        library.open()
        let fault = SourceFault.noPages(path: "somewhere")
        try touch(library)
        untilRead(library, 2)
        library.loader.add(.finish(StoriesEmpty.list, faults: [fault]))
        library.until { library.application.state.message != nil }
        #expect(library.application.state.message == library.application.state.texts.words(for: fault))
        #expect(library.count == 4)
        try touch(library, "03.txt")
        untilRead(library, 3)
        library.loader.add(.finish(stories("last", 60), faults: [fault]))
        library.until { library.count == 60 }
        #expect(library.application.state.message == library.application.state.texts(.newPages, 1, 56))
    }

    @Test func `an update that gives way to another edition comes again when that is not opened`() throws {
        let library = try Library()
        library.open()
        let days = library.catalog()
        try touch(library)
        untilRead(library, 2)
        library.application.editions.open(days[0], page: nil, library.application)
        library.until { library.loader.count == 3 }
        library.becomeLong()
        library.application.press(.escape)
        library.until { library.loader.count == 4 }
        #expect(library.loader.last.map(\.source) == [days[1].source])
        library.loader.add(.finish(stories("last", 9)), to: 3)
        library.until { library.count == 9 }
        #expect(library.count == 9)
    }

    @Test func `an update that takes long says so, Escape stops it, and it comes again later`() throws {
        let library = try Library()
        library.open()
        try touch(library)
        untilRead(library, 2)
        library.becomeLong()
        #expect(library.application.state.progress != nil)
        library.application.press(.escape)
        library.application.work()
        #expect(!library.application.editions.isLoading && library.application.state.progress == nil)
        #expect(library.count == 4)
        library.sitting.pass(EditionController.postponement)
        library.until { library.loader.count == 3 }
        library.loader.add(.finish(stories("last", 9)))
        library.until { library.count == 9 }
        #expect(library.count == 9)
    }

    @Test func `stories are compared and counted beside the loop`() throws {
        let library = try Library()
        library.until { library.loader.count == 1 }
        let (before, after) = (ThreadNotingList(stories("last", 500)), ThreadNotingList(stories("last", 500)))
        library.loader.add(.finish(before))
        library.until { !library.application.editions.isLoading }
        try touch(library)
        untilRead(library, 2)
        library.loader.add(.finish(after))
        library.until { !library.application.editions.isLoading }
        #expect(after.reads(here: false) == 500)
        // The open story alone is read here.
        #expect(before.reads(here: true) <= 5 && after.reads(here: true) <= 5)
    }

    @Test func `a change of one word is a change, and the same again is none`() throws {
        let progress = Progress()
        #expect(ListChange(from: stories("a", 120), to: stories("a", 120), progress) == nil)
        let more = try #require(ListChange(from: stories("a", 120), to: stories("a", 130), progress))
        #expect(more.pages == 0 && more.stories == 10)
        let other = try #require(ListChange(from: stories("a", 120), to: stories("b", 120), progress))
        #expect(other.stories == 120)
    }

    // MARK: - The raw page

    @Test func `the raw page is there while an edition still grows`() throws {
        let library = try Library()
        library.until { library.loader.count == 1 }
        library.loader.add(.publish(PageTextEdition([PageSource(path: "01.txt", text: Sitting.page)])))
        library.until { library.count == 2 }
        library.application.press(.character("r"))
        library.until { library.application.state.rawPage != nil || library.application.state.message != nil }
        #expect(library.application.state.rawPage != nil)
        library.loader.close()
    }

    @Test func `a story of several editions has its raw page too`() throws {
        let pages = PageTextEdition([PageSource(path: "01.txt", text: Sitting.page)])
        let combined = CombinedList([stories("a", 3), pages])
        #expect(combined.printedLines(ofStoryAt: 0) == nil)
        let lines = try #require(combined.printedLines(ofStoryAt: 3))
        #expect(lines.contains { $0.role == .body } && lines.contains { $0.role == .elsewhere })
    }

    @Test func `keys after a search that takes some frames are keys in its results`() throws {
        let library = try Library()
        library.until { library.loader.count == 1 }
        library.loader.add(.finish(SlowStories(stories("last", 3))))
        library.until { !library.application.editions.isLoading }
        for key in [Key.character("F"), .character("渡"), .character("口")] {
            library.application.press(key)
            library.application.work()
        }
        for key in [Key.enter, .down, .down] { library.application.press(key) }
        #expect(library.application.state.results?.selected == 2)
    }

    @Test func `a raw page that takes long says so, and Escape stops it for good`() throws {
        let library = try Library()
        library.until { library.loader.count == 1 }
        let list = SlowPages(stories("last", 3))
        library.loader.add(.finish(list))
        library.until { !library.application.editions.isLoading }
        library.application.press(.character("r"))
        library.becomeLong()
        #expect(library.application.state.progress == library.application.state.texts(.progressParsing))
        library.application.press(.escape)
        library.application.work()
        #expect(library.application.state.progress == nil)
        list.isReady.withLock { $0 = true }
        usleep(30_000)
        library.application.work()
        #expect(library.application.state.rawPage == nil)
        library.application.press(.character("r"))
        library.until { library.application.state.rawPage != nil }
        #expect(library.application.state.rawPage != nil)
    }

    // MARK: - The calendar

    @Test func `counting says so once it takes long, and Escape stops it and leaves the calendar open`() throws {
        let library = try Library()
        library.open()
        library.application.press(.character("e"))
        library.until { library.loader.count == 2 }
        library.sitting.pass(Job.timeout)
        library.until { library.application.state.progress != nil }
        #expect(library.application.state.progress == library.application.state.texts(.progressCounting))
        library.application.press(.escape)
        library.application.work()
        #expect(library.application.state.progress == nil && library.application.state.calendar != nil)
        library.until { library.loader.running.isEmpty }
        library.application.work()
        #expect(library.loader.count == 2)
        library.application.press(.escape)
        #expect(library.application.state.calendar == nil)
        library.application.press(.character("e"))
        library.until { library.loader.count == 3 }
        #expect(library.loader.count == 3)
        library.loader.close()
    }

    @Test func `the calendar is made anew once for all that was counted at a time`() throws {
        let library = try Library(days: 12) { $0[0].name.hasSuffix("12") ? nil : stories($0[0].name, 5) }
        library.open()
        library.application.press(.character("e"))
        var seen: [Int] = []
        library.until {
            let counted = library.application.state.calendar?.rows.entries.count { $0.count != nil } ?? 0
            if seen.last != counted { seen.append(counted) }
            return counted == 12
        }
        #expect(seen.last == 12)
        #expect(seen.count <= 4, "\(seen)")
    }

    // MARK: - Any order

    @Test(arguments: 0..<20)
    func `whatever comes in whatever order, all know what is read, and in the end it is whole`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        let library = try Library(days: 3)
        let (loader, application) = (library.loader, library.application)
        let days = (1...3).map { "2026-02-0\($0)" }
        var version = 10
        func list(_ editions: [EditionReference], part: Bool = false) -> StoriesInMemory {
            stories(editions.first?.name ?? "none", part ? version / 2 : version, perPage: 3)
        }
        func checkTruth() {
            guard let open = application.editions.open.first else { return }
            #expect(library.title == open.name || library.count == 0)
        }
        library.until { loader.count == 1 }
        for _ in 0..<120 {
            let load = loader.running.randomElement(using: &random)
            switch Int.random(in: 0..<14, using: &random) {
            case 0, 1: if let load { loader.add(.publish(list(loader.editions(of: load), part: true)), to: load) }
            case 2, 3: if let load { loader.add(.finish(list(loader.editions(of: load))), to: load) }
            case 4: if let load { loader.add(.finish(stories("", 0), faults: [.noPages(path: "x")]), to: load) }
            case 5: application.press(.escape)
            case 6:
                application.press(
                    [.character("r"), .character("s"), .character("m"), .down].randomElement(using: &random)!)
            case 7: application.press([.character("e"), .enter, .end, .home].randomElement(using: &random)!)
            case 8:
                version += 1
                try library.sitting.write(
                    Sitting.page, to: "lib/\(days.randomElement(using: &random)!)/\(version).txt")
            case 9: library.sitting.pass(Int64.random(in: 0..<400, using: &random))
            case 10:
                let known = application.state.calendar?.rows.entries.map(\.id) ?? []
                if let id = known.randomElement(using: &random) {
                    application.editions.open(
                        application.calendar[id], page: [nil, 0, 2].randomElement(using: &random)!, application)
                }
            default: usleep(2_000)
            }
            application.work()
            checkTruth()
            if application.ending != nil { return loader.close() }
        }
        // Now all is read as it comes, and the open edition changes once more.
        version += 1
        func readAll() {
            for load in loader.running { loader.add(.finish(list(loader.editions(of: load))), to: load) }
            library.sitting.pass(50)
        }
        library.until {
            readAll()
            return !application.editions.isLoading
        }
        // Escape may have stopped the first edition before anything of it was there.
        guard let open = application.editions.open.first else { return loader.close() }
        try library.sitting.write(Sitting.page, to: "lib/\(open.name)/99.txt")
        version += 1
        library.sitting.pass(EditionController.postponement)
        library.until {
            readAll()
            return library.count == version
        }
        #expect(library.count == version && library.title == open.name)
        library.until {
            readAll()
            return application.timeout == -1 && application.state.progress == nil
        }
        #expect(application.state.progress == nil)
        loader.close()
        #expect(application.close().isEmpty)
    }
}

/// No stories.
private enum StoriesEmpty {
    static var list: StoriesInMemory { StoriesInMemory(Edition()) }
}

/// Answers as another list does, but for what it says itself.
private protocol ListOfAnother: StoryList {
    var list: StoriesInMemory { get }
}

extension ListOfAnother {
    var title: String? { list.title }
    var language: String? { nil }
    var pages: [Page] { list.pages }
    var count: Int { list.count }
    var sections: [Newspaper.Section] { list.sections }
    func header(at position: Int) -> StoryHeader { list.header(at: position) }
    func position(of id: StoryID) -> Int? { list.position(of: id) }
    func story(at position: Int) -> Story? { list.story(at: position) }
    var furniture: [String] { list.furniture }
}

/// Notes on which thread its stories are read.
private final class ThreadNotingList: ListOfAnother {
    let list: StoriesInMemory
    private let here = pthread_self()
    private let notes = Mutex<(here: Int, elsewhere: Int)>((0, 0))

    init(_ list: StoriesInMemory) { self.list = list }

    func reads(here: Bool) -> Int { notes.withLock { here ? $0.here : $0.elsewhere } }

    func story(at position: Int) -> Story? {
        notes.withLock { if pthread_equal(pthread_self(), here) != 0 { $0.here += 1 } else { $0.elsewhere += 1 } }
        return list.story(at: position)
    }
}

/// Looking through its stories takes some frames.
private final class SlowStories: ListOfAnother {
    let list: StoriesInMemory

    init(_ list: StoriesInMemory) { self.list = list }

    func story(at position: Int) -> Story? {
        usleep(15_000)
        return list.story(at: position)
    }
}

/// Its pages come only when they are ready.
private final class SlowPages: ListOfAnother {
    let list: StoriesInMemory
    let isReady = Mutex(false)

    init(_ list: StoriesInMemory) { self.list = list }

    func printedLines(ofStoryAt position: Int, progress: (Int, Int) -> Bool) -> [PrintedLine]? {
        while !isReady.withLock(\.self) { usleep(1000) }
        return [PrintedLine(text: "一行", role: .body)]
    }
}
