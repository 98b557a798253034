import Glibc
import Files
import Reader
import Settings
import Screen
import Terminal
import TextDecoding

/// One sitting at the terminal: draws the state, waits for keys, and does what the state asks for.
struct Session {
    private var state: ReaderState
    private let terminal: Terminal
    private let marks: MarkKeeper
    private var settings: SettingsController
    private var newsstand: Newsstand
    private var programs: Programs
    /// What was typed before there was anything to read.
    private var typedAhead: [Key] = []
    /// When the stories began to be looked through; nil while they are not.
    private var findingSince: Int64?

    init(
        state: ReaderState, terminal: Terminal, marks: MarkKeeper, settings: SettingsController, newsstand: Newsstand
    ) {
        self.state = state
        self.terminal = terminal
        self.marks = marks
        self.settings = settings
        self.newsstand = newsstand
        programs = Programs(terminal: terminal)
    }

    private enum End {
        case quit
        case signal(Int32)
        /// There is nothing to read.
        case complaint(CommandError)
    }

    /// Returns when the reader quits; ends the program where a signal does.
    mutating func run() throws {
        let signals = Signals.open()
        takeSize()
        state.message = settings.faults(in: state.texts).first ?? newsstand.material.notes.first
        let end = loop(signals: signals)
        terminal.close()
        for fault in settings.faults(in: state.texts) { reportError(fault) }
        if let loss = marks.close(in: state.texts) { reportError(loss) }
        switch end {
        case .signal(let signal): Signals.die(of: signal)
        case .complaint(let complaint): throw complaint
        case .quit: break
        }
    }

    private mutating func takeSize() {
        state.size = terminal.size
        if let isWide = terminal.ambiguousIsWide { state.settings.ambiguousWidth = isWide ? .wide : .narrow }
    }

    private mutating func loop(signals: Int32) -> End {
        while true {
            terminal.draw(state.compose())
            if let end = wait(signals: signals) { return end }
        }
    }

    /// Waits for something to do and does all that is waiting, so that a held key does not run ahead of the screen.
    private mutating func wait(signals: Int32) -> End? {
        var descriptors = [
            pollfd(fd: terminal.keyboard, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
            pollfd(fd: Errands.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        let patience = min(marks.patience, newsstand.patience)
        poll(&descriptors, 3, terminal.hasKeys || state.isFinding ? 0 : patience)
        if descriptors[2].revents != 0 { Errands.drain() }
        var signal: UInt8 = 0
        if read(signals, &signal, 1) == 1 { return .signal(Int32(signal)) }
        let hasHungUp = Int32(descriptors[0].revents) & (POLLHUP | POLLERR | POLLNVAL) != 0
        var hasKeys = false
        // Not more at once than a screen can follow: a pasted flood must not keep it from being drawn.
        for _ in 0..<256 {
            guard let key = terminal.nextKey() else { break }
            hasKeys = true
            if key == .resize { takeSize() }
            if newsstand.isStarting, waits(key) {
                typedAhead.append(key)
            } else if press(key) {
                return .quit
            }
        }
        // A terminal that is gone is ready to be read for ever.
        if hasHungUp, !hasKeys { return .signal(SIGHUP) }
        goOnFinding()
        do throws(CommandError) {
            try newsstand.tick(&state, marks)
        } catch {
            return .complaint(error)
        }
        if !newsstand.isStarting, !typedAhead.isEmpty {
            let keys = typedAhead
            typedAhead = []
            for key in keys where press(key) { return .quit }
        }
        if marks.tick() {
            state.take(marks.marks(of: state.edition))
            newsstand.recount(&state, marks)
        }
        if settings.reread() {
            state.apply(settings.preferences, texts: settings.localization)
            takeSize()
            state.message = settings.faults(in: state.texts).first ?? state.texts(.settingsApplied)
        }
        if let words = programs.tick(texts: state.texts) { state.message = words }
        if let trouble = marks.trouble(in: state.texts) { state.message = trouble }
        return nil
    }

    /// Whether a key is for what is being read: it is pressed once that is there.
    private func waits(_ key: Key) -> Bool {
        switch state.keymap.action(for: key) {
        case .quit, .redraw: false
        default: key != .escape && key != .resize
        }
    }

    /// Presses a key and does what the state asks for; true where the reader quits.
    private mutating func press(_ key: Key) -> Bool {
        for effect in state.press(key) {
            switch effect {
            case .quit: return true
            case .rawPage(let story): state.show(newsstand.rawPages.page(of: story), of: story)
            case .starredStories(let wanted):
                let editions = marks.starred(wanted)
                let places = editions.map(marks.places).reduce(into: [:]) { $0.merge($1) { one, _ in one } }
                state.show(starred: editions, places: places, missing: wanted.count - editions.count)
                state.take(marks.marks(of: state.edition))
            case .editions: newsstand.show(&state, marks)
            case .openEdition(let id, let page): newsstand.open(id, page: page, state.texts)
            case .cancel: newsstand.cancel(&state)
            case .redraw: terminal.redraw()
            case .copy(let text): state.message = copy(text)
            case .open(let link): state.message = programs.open(link, texts: state.texts)
            case .pipe(let command, let text):
                state.message = programs.pipe(text, to: command, texts: state.texts) ?? state.message
            case .mark(let change): marks.keep(change, in: state.edition)
            case .paneSizes(let sizes): StateFile.write(sizes.description, to: ProcessEnvironment.panesFile)
            case .place(let story, let place): marks.keep(place, in: story)
            }
        }
        return false
    }

    /// Gives text to the terminal's clipboard, else writes it to a file; returns what is to be said.
    private func copy(_ text: String) -> String {
        let reason: String
        do throws(Clipboard.Fault) {
            try terminal.copy(text)
            return state.texts(.copied, text.count)
        } catch {
            reason = state.texts(error == .tooLarge ? .copyTooLarge : .copyNotTaken)
        }
        let file = TextDecoder.clean(ProcessEnvironment.abbreviated(ProcessEnvironment.copyFile))
        let isWritten = StateFile.write(text, to: ProcessEnvironment.copyFile)
        return state.texts(isWritten ? .copiedToFile : .copyFailed, reason, file)
    }

    /// Looks through more stories, for as long as nobody notices; progress is told of what takes longer than 200 ms.
    private mutating func goOnFinding() {
        guard state.isFinding else {
            findingSince = nil
            state.showsProgress = false
            return
        }
        let now = ProcessEnvironment.now
        findingSince = findingSince ?? now
        repeat { state.goOnFinding() } while state.isFinding && ProcessEnvironment.now - now < 30
        state.showsProgress = now - (findingSince ?? now) >= 200
    }
}
