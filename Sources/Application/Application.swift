import Files
import Glibc
import Jobs
import Localization
import Newspaper
import Reader
import Screen
import Settings
import Sources
import Terminal
import TextDecoding

/// The reading program without its terminal: carries out what the reader asks for, and turns what comes of it into events.
///
/// Everything that can take longer than a frame runs as a job; a job sends back what is to be done with its result here, on
/// the loop. For one thread.
package final class Application {
    /// What a job sends back.
    package typealias Callback = @Sendable (Application) -> Void

    package private(set) var state: ReaderState
    package let environment: ProcessEnvironment
    let jobs = Jobs<Callback>()
    private var console: any Console = NoConsole()
    let marks: MarkStore
    var settings: SettingsController
    let editions: EditionController
    private var programs: ProgramRunner
    /// Reports changes of the marks, the settings and the edition's files.
    private let watch = FileWatch()
    private var search: Job?
    /// Jobs whose result is to be on the screen with the key that asked for it, if it comes at once.
    private var awaited = 0
    /// What was typed before there was anything to read.
    private var typedAhead: [Key] = []
    package private(set) var ending: Ending?

    /// How the program ends.
    package enum Ending: Sendable {
        case quit
        case signal(Int32)
        /// Nothing could be read.
        case fault([SourceFault])
    }

    /// Milliseconds that nobody minds waiting for the first screen.
    package static let patience = Job.timeout

    /// Milliseconds that a key waits for what it asked for, so that the screen does not flicker.
    private static let frame: Int64 = 16

    /// Begins at once to read what the paths lead to.
    ///
    /// - Parameters:
    ///   - paths: without one, the edition that is built in.
    ///   - loader: reads files, and what the program itself holds.
    package init(
        paths: [FileName], loader: ContentLoader, settings: SettingsController, environment: ProcessEnvironment
    ) {
        self.settings = settings
        self.environment = environment
        marks = MarkStore(environment)
        editions = EditionController(paths: paths, loader: loader)
        programs = ProgramRunner(environment: environment)
        state = ReaderState(
            StoriesInMemory(Edition()), texts: settings.localization(environment), preferences: settings.preferences,
            depth: .none, paneSizes: PaneSizes(StateFile.text(at: environment.panesFile) ?? ""),
            size: Size(columns: 80, rows: 24))
        editions.start(self)
        watchFiles()
    }

    /// Waits for the first edition, at most so many milliseconds; false where it is still on its way.
    package func waitForStart(milliseconds: Int64) -> Bool {
        let end = monotonicNow() + milliseconds
        while editions.isStarting, ending == nil {
            let left = end - monotonicNow()
            guard left > 0 else { return false }
            for callback in jobs.wait(milliseconds: left) { callback(self) }
        }
        return true
    }

    /// From now on there is a terminal.
    package func attach(_ console: any Console, depth: ColorDepth) {
        self.console = console
        send(.colours(depth))
    }

    /// Everything that the files of marks, settings and edition tell.
    func watchFiles() {
        watch.watch(marks.watchedFiles + [FileName(settings.path)] + editions.watchedFiles)
    }

    // MARK: - Events

    /// Lets the reader know of something, and does what it asks for.
    package func send(_ event: ReaderEvent) {
        for effect in state.update(event) { perform(effect) }
    }

    func say(_ words: String?) { if let words { send(.message(words)) } }

    /// A key; those that are meant for what is still being read wait for it.
    package func press(_ key: Key) {
        if editions.isStarting, waits(key) {
            typedAhead.append(key)
            return
        }
        // What was asked for is there before the next key, unless that only types on.
        if awaited > 0, !isTyped(key) { waitForAwaited(Job.timeout) }
        send(.key(key))
    }

    private func isTyped(_ key: Key) -> Bool {
        guard state.prompt != nil else { return false }
        switch key {
        case .character, .paste, .backspace: return true
        default: return false
        }
    }

    private func waits(_ key: Key) -> Bool {
        switch state.keymap.action(for: key) {
        case .quit, .redraw: false
        default: key != .escape && key != .resize
        }
    }

    package func end(_ ending: Ending) { self.ending = self.ending ?? ending }

    /// Does what is due: results of jobs, changes of files, marks to be written.
    package func work() {
        for callback in jobs.receive() { callback(self) }
        waitForAwaited()
        if !editions.isStarting, !typedAhead.isEmpty {
            let keys = typedAhead
            typedAhead = []
            for key in keys where ending == nil { press(key) }
            waitForAwaited()
        }
        noticeChanges()
        editions.work(self)
        say(programs.ended(texts: state.texts))
        marks.save()
        say(newTrouble)
    }

    /// Why marks cannot be saved, once for each new reason.
    var newTrouble: String? {
        marks.newTrouble().map { state.texts(.marksNotSaved, TextDecoder.clean(marks.folder.shown), $0.reason) }
    }

    /// What was noted while the first edition was read.
    var notes: [String] { editions.content?.notes.flatMap(state.texts.words) ?? [] }

    /// What a key asked for is on the screen with it where it takes no longer than that, by default a frame.
    private func waitForAwaited(_ milliseconds: Int64 = frame) {
        let end = monotonicNow() + milliseconds
        while awaited > 0 {
            let left = end - monotonicNow()
            guard left > 0 else { break }
            for callback in jobs.wait(milliseconds: left) { callback(self) }
        }
        awaited = 0
    }

    /// Starts a job whose result the screen waits for, for a moment.
    @discardableResult
    private func startAwaited(_ work: @escaping @Sendable (Job, @Sendable (@escaping Callback) -> Void) -> Void) -> Job
    {
        awaited += 1
        return jobs.start { job, send in
            work(job) { callback in
                send { application in
                    application.awaited = max(0, application.awaited - 1)
                    callback(application)
                }
            }
        }
    }

    private func noticeChanges() {
        let changed = watch.changes()
        if changed.isEmpty { return }
        let markFiles = Set(marks.watchedFiles)
        var editionFiles: [FileName] = []
        var hasMarks = false
        for file in changed {
            if markFiles.contains(file) {
                hasMarks = true
            } else if file == FileName(settings.path) {
                readSettings()
            } else {
                editionFiles.append(file)
            }
        }
        if hasMarks, marks.refresh() {
            send(.marked(marks.marks(of: state.stories)))
            editions.recount(self)
        }
        // Another reader's log may have come.
        if hasMarks, markFiles != Set(marks.watchedFiles) { watchFiles() }
        if !editionFiles.isEmpty { editions.filesChanged(editionFiles, now: environment.now) }
    }

    private func readSettings() {
        guard settings.reread() else { return }
        let texts = settings.localization(environment)
        send(.preferences(settings.preferences, texts))
        say(settingsFault ?? texts(.settingsApplied))
    }

    /// What is wrong with the settings.
    package var settingsFaults: [String] { settings.faults(in: state.texts, environment) }
    var settingsFault: String? { settingsFaults.first }

    /// Shows how far something is.
    func show(progress step: Progress.Step?) {
        let words = step.map { step in
            switch step.kind {
            case .finding, .counting, .searching: state.texts(.progressFinding, step.done)
            case .reading: state.texts(.progressReading, min(step.done + 1, step.total ?? .max), step.total ?? 0)
            case .parsing: state.texts(.progressParsing)
            }
        }
        if words != state.progress { send(.progress(words)) }
    }

    // MARK: - Waiting

    /// What to poll beside the keyboard.
    package var descriptors: [Int32] { [jobs.descriptor, watch.descriptor].compactMap(\.self) }

    /// Milliseconds until there is something to do without a key, an event or a signal; -1 where there is not.
    package var timeout: Int32 {
        let now = environment.now
        let due = [
            marks.deadline.map { $0 - now }, editions.timeout(now: now), programs.isRunning ? 500 : nil,
            watch.pollInterval.map(Int64.init), search == nil ? nil : Job.timeout / 2,
        ]
        guard let next = due.compactMap(\.self).min() else { return -1 }
        return Int32(max(0, min(next, 60_000)))
    }

    /// Writes everything down; what could not be is returned in words.
    package func close() -> String? { marks.close().map { $0.words(in: state.texts) } }

    // MARK: - Effects

    private func perform(_ effect: Effect) {
        switch effect {
        case .quit: end(.quit)
        case .redraw: console.redraw()
        case .mark(let changes):
            marks.keep(changes, of: state.stories)
            editions.recount(self)
        case .place(let story, let place): marks.keep(place, in: story)
        case .rawPage(let story): showRawPage(of: story)
        case .starredStories(let wanted): showStarred(wanted)
        case .paneSizes(let sizes): StateFile.write(sizes.description, to: environment.panesFile)
        case .editions: editions.show(self)
        case .openEdition(let id, let page): editions.open(id, page: page, self)
        case .cancel: editions.cancel(self)
        case .search(let request): start(request)
        case .stopSearch: stopSearch()
        case .copy(let text): say(copy(text))
        case .open(let link): say(programs.open(link, console, texts: state.texts))
        case .pipe(let command, let text): say(programs.pipe(text, to: command, console, texts: state.texts))
        }
    }

    private func start(_ request: SearchRequest) {
        stopSearch()
        let list = state.stories.base
        search = startAwaited { job, send in
            var search = StorySearch(list, request)
            while true {
                var batch = search.next()
                batch.isSlow = job.isLong
                let (found, isDone) = (batch, search.isDone)
                send { application in
                    application.send(.found(found))
                    if isDone, application.search === job { application.search = nil }
                }
                if isDone || job.progress.isCancelled { return }
            }
        }
    }

    private func stopSearch() {
        search?.cancel()
        search = nil
    }

    private func showRawPage(of story: StoryID) {
        guard let pages = editions.rawPages else { return send(.rawPage(nil, of: story)) }
        startAwaited { _, send in
            let page = pages.page(of: story)
            send { $0.send(.rawPage(page, of: story)) }
        }
    }

    private func showStarred(_ wanted: [StoryID]) {
        let starred = marks.starredStories
        startAwaited { _, send in
            let guests = wanted.compactMap(starred.guest)
            send { application in
                let (read, places) = application.marks.readAndPlaces(of: guests.map(\.story.id))
                application.send(
                    .starred(guests, read: read, places: places, missing: wanted.count - guests.count))
            }
        }
    }

    /// Gives text to the terminal's clipboard, else writes it to a file; returns what is to be said.
    private func copy(_ text: String) -> String {
        let reason: String
        do throws(Clipboard.Fault) {
            try console.copy(text)
            return state.texts(.copied, text.count)
        } catch {
            reason = state.texts(error == .tooLarge ? .copyTooLarge : .copyNotTaken)
        }
        let file = TextDecoder.clean(environment.abbreviated(environment.copyFile))
        let isWritten = StateFile.write(text, to: environment.copyFile)
        return state.texts(isWritten ? .copiedToFile : .copyFailed, reason, file)
    }
}
