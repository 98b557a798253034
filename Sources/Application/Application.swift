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

    /// All that the screen shows.
    package private(set) var state: ReaderState
    /// Variables, folders and clocks.
    package let environment: ProcessEnvironment
    let jobs = Jobs<Callback>()
    private var console: any Console = NoConsole()
    let marks: MarkStore
    var settings: SettingsController
    let editions: EditionController
    let calendar: EditionCalendar
    var corrections: CorrectionWriter
    var pictures: PictureDesk
    private var programs: ProgramRunner
    /// Reports changes of the marks, the settings and the edition's files.
    private let watch = FileWatch()
    private var search: Job?
    private var requests: [Request: Job] = [:]
    private var isWritingStarred = false
    /// Jobs whose result is to be on the screen with the key that asked for it, if it comes at once.
    private var awaited: [Job] = []
    /// What was typed before there was anything to read.
    private var typedAhead: [Key] = []
    /// How the program is to end; nil while it goes on.
    package private(set) var ending: Ending?

    /// What the reader asked for, and waits for.
    private enum Request {
        case rawPage, starred
    }

    /// How the program ends.
    package enum Ending: Sendable {
        /// The reader quits.
        case quit
        /// By a signal, its number.
        case signal(Int32)
        /// Nothing could be read.
        case fault([SourceFault])
    }

    /// Milliseconds that nobody minds waiting for the first screen.
    package static let startTimeout = Job.timeout

    /// Milliseconds that a key waits for what it asked for, so that the screen does not flicker.
    private static let frameTimeout: Int64 = 16

    /// Begins at once to read what the paths lead to.
    ///
    /// - Parameters:
    ///   - paths: without one, the edition that is built in.
    ///   - loader: reads files, and what the program itself holds.
    ///   - settings: asked for when the reading has begun.
    package init(
        paths: [FileName], loader: any EditionLoading, settings: @autoclosure () -> SettingsController,
        environment: ProcessEnvironment
    ) {
        editions = EditionController(paths: paths, loader: loader, jobs)
        let settings = settings()
        self.settings = settings
        self.environment = environment
        marks = MarkStore(environment)
        calendar = EditionCalendar(paths: paths, loader: loader)
        pictures = PictureDesk(loader)
        corrections = CorrectionWriter(CorrectionStore(dataFolder: environment.dataFolder))
        programs = ProgramRunner(environment: environment)
        state = ReaderState(
            StoriesInMemory(Edition()), texts: settings.localization(environment), preferences: settings.preferences,
            depth: .none, paneSizes: PaneSizes(StateFile.text(at: environment.panesFile) ?? ""),
            themes: ChosenThemes(StateFile.text(at: environment.themesFile) ?? ""),
            size: Size(columns: 80, rows: 24))
        watchFiles()
    }

    /// Waits for something to read, at most so many milliseconds; false where it is still on its way. There may be more to
    /// come: of a large edition a part is shown first.
    package func waitForStart(milliseconds: Int64) -> Bool {
        wait(milliseconds) { editions.isStarting && ending == nil }
        return !editions.isStarting
    }

    /// Waits until all that is being read is there.
    package func waitForAll() { wait(.max / 2) { editions.isLoading && ending == nil } }

    /// The editions that there are; waits until they are found.
    func findEditions() -> [EditionEntry] {
        calendar.find(self)
        wait(.max / 2) { calendar.isFinding }
        return calendar.entries(self)
    }

    /// Opens an edition and waits until all of it is there; false where it cannot be read.
    func open(edition id: Int) -> Bool {
        editions.open(calendar[id], page: nil, self)
        waitForAll()
        return editions.open.map(\.source) == [calendar[id].source]
    }

    /// Opens a link; returns what is to be said.
    func open(_ link: Link) -> String? { words(for: programs.open(link, console, texts: state.texts)) }

    /// Does what jobs send, while something holds, at most so many milliseconds.
    private func wait(_ milliseconds: Int64, while holds: () -> Bool) {
        let end = monotonicNow() + milliseconds
        while holds() {
            let left = end - monotonicNow()
            guard left > 0 else { return }
            for callback in jobs.wait(milliseconds: left) { callback(self) }
        }
    }

    /// From now on there is a terminal, of so many colours.
    ///
    /// - Parameter signals: where signals that end the program are read from (`Signals.open`).
    package func attach(_ console: any Console, depth: ColorDepth, signals: Int32 = -1) {
        self.console = console
        programs.signals = signals
        send(.colours(depth))
    }

    /// Watches the files of marks, settings and editions.
    func watchFiles() {
        watch.watch(marks.watched + [settings.file] + editions.watchedFiles)
    }

    // MARK: - Events

    /// Lets the reader know of something, and does what it asks for.
    package func send(_ event: ReaderEvent) {
        // What was asked for was of the list before.
        if case .opened = event {
            for job in requests.values { job.cancel() }
            requests = [:]
            pictures.draw([], self)
        }
        pass()
        for effect in state.update(event) { perform(effect) }
        console.setMouse(state.usesMouse)
        switch event {
        case .opened, .corrected:
            marks.keepMissing(of: state.stories)
            writeStarred()
        default: break
        }
    }

    /// The state as it is now is on the screen. No time goes by with it: that might change what is shown.
    package func noteFrame() { for effect in state.update(.drawn) { perform(effect) } }

    /// Lets the reader know what time it is.
    private func pass() {
        _ = state.update(.date(environment.now / 1000))
        for effect in state.update(.time(environment.uptime)) { perform(effect) }
    }

    func say(_ words: String?) { if let words { send(.message(words)) } }

    /// A key; those that are meant for what is still being read wait for it.
    package func press(_ key: Key) {
        if editions.isStarting, waits(key) {
            typedAhead.append(key)
            return
        }
        // What was asked for is there before the next key, unless that only types on.
        if !awaited.isEmpty, !isTyped(key) { waitForAwaited(Job.timeout) }
        send(.key(key))
    }

    private func isTyped(_ key: Key) -> Bool {
        guard state.isTyping else { return false }
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

    /// Ends the program; of several reasons the first counts.
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
        calendar.work(self)
        if let due = state.dueTime, environment.uptime >= due { pass() }
        let progress = longTask?.words
        if progress != state.progress { send(.progress(progress)) }
        say(programs.ended(texts: state.texts))
        save()
        // In this order: a story that cannot be written meanwhile is then not reported without being counted.
        newTroubles.forEach(say)
        // It can wait until nothing else is said.
        if state.message == nil { newLinesNotUnderstood.forEach(say) }
        if marks.unsaved != state.unsaved { send(.unsaved(marks.unsaved)) }
    }

    /// What cannot be saved, once for each new reason and for each new mark.
    var newTroubles: [String] { marks.newTroubles(state.texts) }

    /// Lines of the logs that are no marks, once.
    var newLinesNotUnderstood: [String] { marks.newLinesNotUnderstood(state.texts) }

    /// What could not be read of what is open.
    var faults: [String] { editions.faults.map(state.texts.words) }

    /// What could not be read of what the program was started with.
    package var startFaults: [String] { editions.startFaults.map(state.texts.words) }

    /// What was noted while the open editions were read.
    var notes: [String] { state.texts.words(for: editions.notes) }

    /// What a key asked for is on the screen with it where it takes no longer than that, by default a frame.
    private func waitForAwaited(_ milliseconds: Int64 = frameTimeout) {
        awaited.removeAll { $0.isLong || $0.progress.isCancelled }
        wait(milliseconds) { awaited.contains { !$0.isLong } }
    }

    /// Starts a job whose result the screen waits for, for a moment.
    @discardableResult
    func startAwaited(_ work: @escaping @Sendable (Job, @Sendable (@escaping Callback) -> Void) -> Void) -> Job {
        let job = jobs.start { job, send in
            work(job) { callback in
                send { application in
                    application.awaited.removeAll { $0 === job }
                    callback(application)
                }
            }
        }
        awaited.append(job)
        return job
    }

    /// What a job does is to be on the screen with the key that asked for it, if it comes at once.
    func startWaiting(for job: Job) { awaited.append(job) }

    func stopWaiting(for job: Job) { awaited.removeAll { $0 === job } }

    private func noticeChanges() {
        let changed = watch.changes()
        if changed.isEmpty { return }
        var editionFiles: [FileName] = []
        var areMarksChanged = false
        let markFiles = marks.watched
        for file in changed {
            if file == settings.file {
                readSettings()
            } else if markFiles.contains(file) {
                areMarksChanged = true
            } else {
                editionFiles.append(file)
            }
        }
        if areMarksChanged { readMarks() }
        if !editionFiles.isEmpty { editions.filesChanged(editionFiles, now: environment.uptime) }
    }

    private func readMarks() {
        let watched = marks.watched
        let hasChanged = marks.refresh()
        if marks.watched != watched { watchFiles() }
        guard hasChanged else { return }
        send(.marked(marks.marks(of: state.stories)))
        calendar.invalidate(now: environment.uptime)
    }

    private func readSettings() {
        guard settings.reread() else { return }
        let texts = settings.localization(environment)
        send(.preferences(settings.preferences, texts))
        if settingsFaults.isEmpty { say(texts(.settingsApplied)) }
        showSettingsFaults()
    }

    /// All of them, since each has to be mended by the reader; none takes those from the screen that were there before.
    func showSettingsFaults() {
        send(.notices(settingsFaults, title: state.texts(.settingsFaults)))
    }

    /// What is wrong with the settings.
    package var settingsFaults: [String] { settings.faults(in: state.texts, environment) }

    // MARK: - What takes long

    /// What is said to take long, and what Escape stops: the same of several.
    private var longTask: LongTask? {
        editions.opening(self) ?? requested ?? calendar.task(self) ?? editions.updating(self)
    }

    private var requested: LongTask? {
        guard let (request, job) = requests.first(where: { $0.value.isLong }) else { return nil }
        return LongTask(words: state.texts.words(for: job.progress.step)) { application in
            // Starred stories that were read until now are shown; a page cannot be read in part.
            if request == .rawPage || job.progress.isCancelled { application.requests[request] = nil }
            job.cancel()
        }
    }

    private func stopLongTask() {
        longTask?.stop(self)
        send(.progress(nil))
    }

    // MARK: - Waiting

    /// What to poll beside the keyboard.
    package var descriptors: [Int32] { [jobs.descriptor, watch.descriptor].compactMap(\.self) }

    /// Milliseconds until there is something to do without a key, an event or a signal; -1 where there is not.
    package var timeout: Int32 {
        let due = [
            marks.timeout, editions.timeout(now: environment.uptime), calendar.timeout, programs.isRunning ? 500 : nil,
            watch.pollInterval.map(Int64.init), state.dueTime.map { max(0, $0 - environment.uptime) },
            search == nil && requests.isEmpty ? nil : Job.timeout / 2,
        ]
        guard let next = due.compactMap(\.self).min() else { return -1 }
        return Int32(max(0, min(next, 60_000)))
    }

    /// Writes everything down; returns what could not be, in words.
    package func close() -> [String] {
        finishStarred()
        marks.starred.retry()
        writeStarred()
        finishStarred()
        return marks.close(state.texts)
    }

    // MARK: - Effects

    private func perform(_ effect: Effect) {
        switch effect {
        case .quit: end(.quit)
        case .redraw: console.redraw()
        case .mark(let changes):
            keep(changes, of: state.stories)
            calendar.invalidate(now: environment.uptime)
        case .place(let story, let place): marks.keep(place, in: story)
        case .rawPage(let story): showRawPage(of: story)
        case .pictures(let wanted): pictures.draw(wanted, self)
        case .correct(let line, let ruling): correct(line, ruling)
        case .starredStories(let wanted): showStarred(wanted)
        case .paneSizes(let sizes): StateFile.write(sizes.description, to: environment.panesFile)
        case .themes(let themes): StateFile.write(themes.description, to: environment.themesFile)
        case .editions: calendar.show(self)
        case .openEdition(let id, let page): editions.open(calendar[id], page: page, self)
        case .cancel: stopLongTask()
        case .search(let request): start(request)
        case .stopSearch: stopSearch()
        case .copy(let text): say(copy(text))
        case .open(let link): say(open(link))
        case .pipe(let command, let text):
            say(words(for: programs.pipe(text, to: command, console, texts: state.texts)))
        }
    }

    /// What is to be said of another program; a signal that came meanwhile ends this one.
    private func words(for outcome: ProgramRunner.Outcome) -> String? {
        switch outcome {
        case .said(let words): return words
        case .interrupted(let signal):
            end(.signal(signal))
            return nil
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

    /// Starts a job for what the reader asked for; its answer counts unless something else was asked for meanwhile.
    private func start(_ request: Request, _ work: @escaping @Sendable (Progress) -> Callback) {
        requests[request]?.cancel()
        requests[request] = startAwaited { job, send in
            let answer = work(job.progress)
            send { application in
                guard application.requests[request] === job else { return }
                application.requests[request] = nil
                answer(application)
            }
        }
    }

    private func showRawPage(of story: StoryID) {
        let list = state.stories.base
        start(.rawPage) { progress in
            progress.report(.init(.parsing))
            let lines = list.position(of: story).flatMap { position in
                list.printedLines(ofStoryAt: position) { progress.report(.init(.parsing, $0, of: $1)) }
            }
            return { $0.send(.rawPage(lines.map(RawPage.init), of: story)) }
        }
    }

    private func showStarred(_ wanted: [StoryID]) {
        let starred = marks.starred
        start(.starred) { progress in
            let (guests, missing) = starred.guests(wanted) { progress.report(.init(.searching, $0, of: wanted.count)) }
            return { application in
                let (read, places) = application.marks.readAndPlaces(of: guests.map(\.story.id))
                application.send(.starred(guests, read: read, places: places, missing: missing))
            }
        }
    }

    // MARK: - Starred stories

    /// Makes marks, and has starred stories written down beside the loop: that waits for the disk.
    func keep(_ changes: [Change], of stories: ReadingList) {
        marks.keep(changes, of: stories)
        writeStarred()
    }

    /// Writes what is due, and tries again what could not be written.
    func save() {
        marks.save()
        writeStarred()
    }

    private func writeStarred() {
        guard !isWritingStarred, marks.starred.hasWork else { return }
        isWritingStarred = true
        let starred = marks.starred
        jobs.start { _, send in
            starred.work()
            send { application in
                application.isWritingStarred = false
                application.writeStarred()
            }
        }
    }

    /// Waits until starred stories are written, at most so many milliseconds.
    func finishStarred(milliseconds: Int64 = .max / 2) { wait(milliseconds) { isWritingStarred } }

    /// Gives text to the clipboard, and writes it to a file where nobody says that it was taken; returns what is to be said.
    private func copy(_ text: String) -> String {
        let texts = state.texts
        // tmux says what it did; another terminal never does, and may have been told to take nothing.
        if let taken = TmuxClipboard(environment)?.take(text) {
            return texts(taken == .clipboard ? .copied : .copiedToTmux, text.count)
        }
        let file = environment.abbreviated(environment.copyFile)
        let isWritten = StateFile.write(text, to: environment.copyFile)
        let reason: String
        do throws(Clipboard.Fault) {
            try console.copy(text)
            return isWritten ? texts(.copyGiven, text.count, file) : texts(.copyGivenOnly, text.count)
        } catch {
            reason = texts(error == .tooLarge ? .copyTooLarge : .copyNotTaken)
        }
        return texts(isWritten ? .copiedToFile : .copyFailed, reason, file)
    }
}
