import CNcurses
import CTerminalWidths
import Glibc
import Screen

/// The terminal, drawn with ncurses: shows frames, returns keys, and leaves everything as it found it.
///
/// One at a time, on one thread. Whatever ends the program (a return, a signal, a crash) restores the terminal first.
/// Nothing is to be seen of it before the first frame: it is opened while the first page is read, and a message that takes the
/// page's place finds the terminal as the command line left it.
package final class Terminal {
    private let screen: OpaquePointer
    private let input: UnsafeMutablePointer<FILE>
    private let output: TerminalOutput
    private var palette: Palette
    private let clipboard: Clipboard?
    private var shown: Frame?
    private var isOpen = true
    /// Whether the screen is ours.
    private var isTaken = false
    /// Whether another program has the terminal.
    private var isLent = false
    /// Whether ncurses counts characters of ambiguous width as two cells.
    private var drawsWide = false
    /// Bytes that came, and what they were taken for while the terminal was asked.
    private var decoder = KeyDecoder(described: Terminal.describedKey)
    private var waiting: [TerminalInput] = []
    private let question: TerminalProbe.Question
    /// An answer may still come, in the middle of the keys.
    private var awaitsReport = false
    /// Milliseconds of a clock that nobody sets until which it is waited for when the program ends.
    private var answerDeadline: Int64 = 0
    /// Whether the terminal draws characters of ambiguous width two cells wide; nil where it was not asked or has not
    /// answered. A late answer comes with a `Key.resize`.
    package private(set) var ambiguousIsWide: Bool?
    /// The colour of the background; nil where the terminal was not asked or has not told. It may come late as well.
    package private(set) var background: Background?
    /// What it can draw, as far as it was asked and has told. It may come late as well.
    private var graphics = GraphicsAbility()
    private var layer = GraphicsLayer()
    /// Whether half blocks in colours are of use.
    private let showsBlocks: Bool
    /// The size that the screen was last known to have.
    private var knownSize = Size(columns: 0, rows: 0)
    /// Whether the program is told of the mouse. Else the terminal keeps it for itself, to select text.
    private var usesMouse = false
    private let hasMouse: Bool
    private var clicks = ClickCounter()

    /// Opens the terminal. `take`, the first frame, or the first key that is asked for takes it over.
    ///
    /// Keys come from standard input where that is a terminal, else from /dev/tty, so that a page can be piped in.
    ///
    /// - Parameters:
    ///   - asksWidth: whether to find out, in at most 100 ms, how wide characters of ambiguous width are drawn.
    ///   - asksBackground: the same of the colour of the background.
    ///   - asksGraphics: the same of what pictures it can draw.
    package convenience init(
        usesColor: Bool = true, asksWidth: Bool = false, asksBackground: Bool = false, asksGraphics: Bool = false
    ) throws(TerminalFault) {
        guard isatty(STDOUT_FILENO) == 1, let output = fdopen(Self.copied(STDOUT_FILENO), "w") else {
            throw .noTerminal
        }
        let keys = isatty(STDIN_FILENO) == 1 ? fdopen(Self.copied(STDIN_FILENO), "r") : fopen("/dev/tty", "re")
        guard let input = keys else {
            fclose(output)
            throw .noKeyboard
        }
        try self.init(
            type: getenv("TERM").map { String(cString: $0) } ?? "", output: output, input: input, usesColor: usesColor,
            asksWidth: asksWidth, asksBackground: asksBackground, asksGraphics: asksGraphics)
    }

    /// The same open file, under a number that no other program is given.
    private static func copied(_ descriptor: Int32) -> Int32 { fcntl(descriptor, F_DUPFD_CLOEXEC, 3) }

    /// Opens a terminal of a type on two open files, which are closed with it.
    init(
        type: String, output: UnsafeMutablePointer<FILE>, input: UnsafeMutablePointer<FILE>, usesColor: Bool,
        asksWidth: Bool = false, asksBackground: Bool = false, asksGraphics: Bool = false
    ) throws(TerminalFault) {
        Self.chooseLocale()
        // Exported sizes would freeze the screen at them.
        unsetenv("LINES")
        unsetenv("COLUMNS")
        TerminalGuard.save(descriptor: fileno(input))
        var suspensionBefore = sigaction()
        sigaction(SIGTSTP, nil, &suspensionBefore)
        question = TerminalProbe.Question(
            type: type, asksWidth: asksWidth, asksBackground: asksBackground && usesColor,
            asksGraphics: asksGraphics && usesColor)
        guard let screen = Self.newTerminal(type, output, input) else { throw .unknownTerminal(type) }
        self.input = input
        self.output = TerminalOutput(output)
        self.screen = screen
        clipboard = Clipboard(type: type)
        hasMouse = TerminalGuard.capability("kmous") != nil
        broadsheet_set_ambiguous_wide(false)
        if usesColor, has_colors() {
            start_color()
            use_default_colors()
            palette = Palette(depth: Self.depth)
        } else {
            palette = Palette(depth: .none)
        }
        showsBlocks = [.twoHundredFiftySix, .direct].contains(palette.depth) && !type.hasPrefix("linux")
        TerminalGuard.arm()
        // Its handler could not end what `beginKeys` begins; `suspend` is for the loop to call.
        sigaction(SIGTSTP, &suspensionBefore, nil)
    }

    /// Takes the screen and the keys over, where that has not been done, and asks how wide characters are. Before, ncurses keeps
    /// what it has to say to itself.
    package func take() {
        guard !isTaken, isOpen else { return }
        isTaken = true
        cbreak()
        noecho()
        nonl()
        broadsheet_prepare_screen()
        // A frame is sent whole: keys that wait do not break it off, and are not looked for while it is drawn.
        typeahead(-1)
        // The screen is ours, so that nothing of what it showed is lost by the question.
        if !question.isEmpty {
            let probe = TerminalProbe(question, input: fileno(input), output: fileno(output.file), decoder: &decoder)
            ambiguousIsWide = probe.isWide
            background = probe.background
            graphics = probe.graphics
            awaitsReport = probe.isLate
            waiting = probe.inputs
        }
        answerDeadline = TerminalProbe.now + TerminalProbe.patience
        knownSize = size
        beginKeys()
    }

    /// Has the terminal mark what is pasted, and tell of the mouse. What `beginKeys` began is ended wherever the terminal is given away.
    private func beginKeys() {
        if let start = TerminalGuard.text("BE") { output.write(start) }
        // Num Lock decides what the keypad types; in its application mode, which ncurses began, digits could not be typed.
        if TerminalGuard.text("smkx")?.contains("\u{1B}=") == true { output.write("\u{1B}>") }
        if usesMouse { output.write(Self.mouseOn) }
    }

    private func endKeys() {
        if usesMouse { output.write(Self.mouseOff) }
        if let end = TerminalGuard.text("BD") { output.write(end) }
    }

    /// Presses, and moves while a button is down (1002, where it is known, beside 1000), as SGR tells them (1006).
    private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
    private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"

    /// Whether the program is told of the mouse, from now on; where the terminal has none, nothing changes.
    package func setMouse(_ uses: Bool) {
        guard uses != usesMouse, hasMouse else { return }
        usesMouse = uses
        if isTaken, isOpen { output.write(uses ? Self.mouseOn : Self.mouseOff) }
    }

    deinit { close() }

    /// Gives the terminal back. Safe to call twice.
    package func close() {
        guard isOpen else { return }
        isOpen = false
        if isLent {
            // The screen has been given back; the other program may have been killed before it restored the modes.
            TerminalGuard.restoreModes()
        } else if isTaken {
            giveBack()
            if awaitsReport {
                TerminalProbe.forget(input: fileno(input), until: answerDeadline, decoder: &decoder)
                TerminalGuard.restoreModes()
            }
        } else {
            forgetScreen()
        }
        TerminalGuard.disarm()
        delscreen(screen)
        output.close()
        fclose(input)
    }

    private func giveBack() {
        guard output.isCut else {
            removePictures()
            endKeys()
            clearLastLine()
            endwin()
            return
        }
        // It takes nothing: what cannot be written at once is not waited for.
        output.hurry(milliseconds: 300) {
            endKeys()
            output.collect { endwin() }
        }
        TerminalGuard.restoreModes()
    }

    /// Where there is no second screen to go back to, what comes next stands on the last line.
    private func clearLastLine() {
        guard TerminalGuard.capability("rmcup") == nil else { return }
        move(Int32(size.rows - 1), 0)
        clrtoeol()
        refresh()
    }

    /// Leaves a terminal that was never shown anything without what ncurses would write, and with the modes that it had.
    private func forgetScreen() {
        let nowhere = Glibc.open("/dev/null", O_WRONLY | O_CLOEXEC)
        if nowhere >= 0 {
            dup2(nowhere, fileno(output.file))
            Glibc.close(nowhere)
        }
        TerminalGuard.restoreModes()
    }

    /// Gives text to the terminal's clipboard.
    package func copy(_ text: String) throws(Clipboard.Fault) {
        guard let clipboard else { throw .notTaken }
        let bytes = try clipboard.sequence(for: text)
        bytes.withUnsafeBytes(output.write)
    }

    /// Gives the terminal to another program for a while, as it was found.
    package func lend() {
        giveBack()
        isLent = true
    }

    /// Stops the program as Ctrl-Z stops others, the terminal as it was found; returns when it goes on.
    package func suspend() {
        lend()
        // The system knows whether somebody is there who would let it go on.
        var stopping = sigaction()
        var before = sigaction()
        sigaction(SIGTSTP, &stopping, &before)
        raise(SIGTSTP)
        sigaction(SIGTSTP, &before, nil)
        takeBack()
    }

    /// Says something below what the other program wrote, and waits for a key, or until a descriptor can be read. No key
    /// sends a signal meanwhile.
    package func waitForKey(_ words: String, orFor descriptor: Int32 = -1) {
        output.write("\n\(words)")
        var modes = termios()
        guard tcgetattr(keyboard, &modes) == 0 else { return }
        let found = modes
        modes.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
        tcsetattr(keyboard, TCSAFLUSH, &modes)
        var polled = [keyboard, descriptor].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        // A signal interrupts it, and comes to the descriptor.
        while poll(&polled, 2, -1) < 0, errno == EINTR {}
        // What is left of the key is no command.
        var left = found
        tcsetattr(keyboard, TCSAFLUSH, &left)
        output.write("\n")
    }

    /// Takes the terminal back; the next frame is drawn anew.
    package func takeBack() {
        isLent = false
        output.resume()
        reset_prog_mode()
        beginKeys()
        redraw()
    }

    /// The colours that the terminal shows.
    package var depth: ColorDepth { palette.depth }

    /// How pictures are shown.
    package var pictureDisplay: PictureDisplay {
        PictureDisplay(
            graphicsForm != nil ? .graphics : showsBlocks ? .blocks : .none, cell: cell ?? .usual)
    }

    /// How pictures are sent; nil where they cannot be.
    private var graphicsForm: GraphicsLayer.Form? {
        guard palette.depth != .none else { return nil }
        if graphics.hasKitty { return .kitty }
        if graphics.hasSixels, let cell { return .sixels(colors: graphics.colors ?? 256, cell: cell) }
        // Few systems have descriptions with direct colours. screen would take them for something else.
        let goesPast = showsBlocks && palette.depth != .direct && Self.hasDirectColors && getenv("STY") == nil
        return goesPast ? .blocks(cells: drawsWide ? 2 : 1) : nil
    }

    /// The size of a cell: as the screen's size in pixels has it now, else as it was told; nil where it is not known.
    private var cell: PictureDisplay.CellSize? {
        var window = winsize()
        guard ioctl(fileno(output.file), UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
            return graphics.cell
        }
        return PictureDisplay.CellSize(
            width: Int(window.ws_xpixel / window.ws_col), height: Int(window.ws_ypixel / window.ws_row))
            ?? graphics.cell
    }

    /// Takes pictures off the screen; the next frame draws its own anew.
    private func removePictures() { send(layer.removal(in: graphicsForm)) }

    private func send(_ bytes: [UInt8]) { bytes.withUnsafeBytes(output.write) }

    /// The size of the screen now.
    package var size: Size {
        Size(columns: Int(broadsheet_columns()), rows: Int(broadsheet_rows()))
    }

    /// Shows a frame; only what differs from the one before is sent.
    ///
    /// - Parameter signals: while the terminal takes nothing, the rest is given up when there is something to read from here.
    package func draw(_ frame: Frame, orUntil signals: Int32 = -1) {
        take()
        output.interruption = signals
        if frame.ambiguousIsWide != drawsWide {
            // What ncurses knows of the screen was counted otherwise.
            erase()
            drawsWide = frame.ambiguousIsWide
            broadsheet_set_ambiguous_wide(drawsWide)
            redraw()
        }
        if palette.isFull {
            // The screen has pairs of colours that others are to take the place of.
            erase()
            palette.forget()
            redraw()
        }
        let size = size
        let (before, form) = (shown, graphicsForm)
        for rows in layer.staleRows(for: frame.pictures, in: form) {
            broadsheet_forget_rows(Int32(rows.lowerBound), Int32(rows.count))
        }
        for row in 0..<min(frame.size.rows, size.rows) {
            guard let shown, shown.size == frame.size else {
                draw(row, 0..<frame.size.columns, of: frame)
                continue
            }
            if let columns = frame.columns(of: row, unlike: shown) { draw(row, columns, of: frame) }
        }
        let cursor = frame.cursor
        move(Int32(min(cursor.row, size.rows - 1)), Int32(min(cursor.column, size.columns - 1)))
        // Taking the terminal back after a suspension sets its modes.
        if isendwin() { refresh() } else { output.collect { refresh() } }
        send(
            layer.sequence(for: frame.pictures, in: form) { area in
                guard let before, before.size == frame.size else { return true }
                return (area.row..<area.row + area.rows).contains { frame.columns(of: $0, unlike: before) != nil }
            })
        shown = frame
    }

    /// Sends the whole screen anew, for when something else wrote on it.
    package func redraw() {
        shown = nil
        removePictures()
        broadsheet_draw_anew()
    }

    /// The file descriptor that keys come from, to be polled.
    package var keyboard: Int32 { fileno(input) }

    /// Whether keys wait that `keyboard` does not tell of.
    package var hasKeys: Bool { !waiting.isEmpty || !decoder.isEmpty }

    /// The next key that is waiting; nil where none is. A sequence that has only begun is waited for, a tenth of a second at most.
    package func nextKey() -> Key? {
        take()
        if adoptSize() { return .resize }
        while true {
            if !waiting.isEmpty {
                if let key = receive(waiting.removeFirst()) { return key }
            } else if let input = decoder.next() {
                if let key = receive(input) { return key }
            } else if !readKeys(milliseconds: 0) {
                guard let patience = decoder.patience else { return nil }
                if readKeys(milliseconds: patience) { continue }
                if let input = decoder.next(isOver: true), let key = receive(input) { return key }
            }
        }
    }

    private func readKeys(milliseconds: Int64) -> Bool {
        TerminalProbe.read(fileno(input), until: TerminalProbe.now + milliseconds, into: &decoder)
    }

    /// What the reader is told of.
    private func receive(_ input: TerminalInput) -> Key? {
        switch input {
        case .key(let key): return key
        case .mouse(let report): return clicks.key(for: report, now: TerminalProbe.now)
        case .cursor(let column):
            guard awaitsReport else { return nil }
            awaitsReport = false
            guard question.contains(.width) else { return nil }
            ambiguousIsWide = column == 3
        case .background(let color): background = color
        case .graphics(let answer):
            guard question.contains(.graphics) else { return nil }
            let before = graphicsForm
            graphics.adopt(answer)
            // Nothing is to stay of pictures that were drawn otherwise.
            if graphicsForm != before { redraw() }
        }
        // What it changes is drawn anew.
        shown = nil
        return .resize
    }

    /// Whether the terminal's size has changed; ncurses then has the new one.
    @discardableResult
    package func adoptSize() -> Bool {
        var window = winsize()
        guard ioctl(fileno(output.file), UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
            return false
        }
        let new = Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
        guard new != knownSize else { return false }
        knownSize = new
        resize_term(Int32(new.rows), Int32(new.columns))
        // Terminals differ in what they make of what was shown.
        redraw()
        return true
    }

    // MARK: - Drawing

    private func draw(_ row: Int, _ columns: Range<Int>, of frame: Frame) {
        let limit = min(columns.upperBound, size.columns)
        var line: [cchar_t] = []
        line.reserveCapacity(columns.count)
        frame[row: row].withUnsafeBufferPointer { cells in
            // The last cell that was made a character; most of a row is blanks, and rules.
            var latest = (index: columns.lowerBound, cells: 0, character: cchar_t())
            for index in columns where !cells[index].isRightHalf {
                let isWide = index + 1 < cells.endIndex && cells[index + 1].isRightHalf
                let width = isWide ? 2 : 1
                guard index + width <= limit else { break }
                if latest.cells != width || !(cells[latest.index] == cells[index]) {
                    latest = (index, width, complexCharacter(cells[index], cells: width))
                }
                line.append(latest.character)
            }
        }
        line.withUnsafeBufferPointer { line in
            _ = mvadd_wchnstr(Int32(row), Int32(columns.lowerBound), line.baseAddress, Int32(line.count))
        }
    }

    /// A cell as ncurses wants it. Where the C library counts other cells for the base than we do, a substitute is
    /// printed: a cell too many or too few would shear the rest of the row.
    private func complexCharacter(_ cell: Cell, cells: Int) -> cchar_t {
        let (attributes, pair) = palette.attributes(of: cell.style)
        var text: (wchar_t, wchar_t, wchar_t, wchar_t, wchar_t, wchar_t) = (0, 0, 0, 0, 0, 0)
        var result = cchar_t()
        withUnsafeMutableBytes(of: &text) { bytes in
            let text = bytes.bindMemory(to: wchar_t.self)
            var count = 0
            while count < 5, cell.printed[count] != 0 {
                text[count] = wchar_t(cell.printed[count])
                count += 1
            }
            if Int(wcwidth(text[0])) != cells {
                text[0] = cells == 2 ? 0x3013 : 0x3F
                text[1] = 0
            }
            if broadsheet_cell(&result, text.baseAddress, attributes, pair) == ERR {
                text[0] = cells == 2 ? 0x3013 : 0x3F
                text[1] = 0
                _ = broadsheet_cell(&result, text.baseAddress, attributes, pair)
            }
        }
        return result
    }

    // MARK: - Starting

    /// The reader's locale; where that is not UTF-8, one that is, or all that is not ASCII would come out blank.
    private static func chooseLocale() {
        // All else that a locale is made of has files of its own, which nothing here asks for.
        setlocale(LC_MESSAGES, "")
        if setlocale(LC_CTYPE, "") == nil || broadsheet_is_utf8() == 0 {
            for name in ["C.UTF-8", "C.utf8", "en_US.UTF-8"] where setlocale(LC_CTYPE, name) != nil { return }
        }
    }

    /// A terminal that the system does not know is most likely one that understands xterm's language.
    private static func newTerminal(
        _ name: String, _ output: UnsafeMutablePointer<FILE>, _ input: UnsafeMutablePointer<FILE>
    ) -> OpaquePointer? {
        for name in [directName(of: name), name, "xterm-256color", "xterm", "vt100"]
        where !name.isEmpty && name != "dumb" {
            if let screen = newterm(name, output, input) { return screen }
        }
        return nil
    }

    /// The same terminal's description with direct colours (`xterm-256color`, `xterm-direct`), where the terminal says that
    /// it has them; empty where it does not. Not every system has such descriptions.
    private static func directName(of name: String) -> String {
        guard hasDirectColors, let base = name.split(separator: "-").first else { return "" }
        return "\(base)-direct"
    }

    private static var hasDirectColors: Bool {
        getenv("COLORTERM").map { ["truecolor", "24bit"].contains(String(cString: $0)) } ?? false
    }

    /// Colours of the terminal that was opened last. Its capability RGB says that a colour's number is its red, green and
    /// blue; ncurses gives it as a flag or as a number of bits.
    private static var depth: ColorDepth {
        let colors = broadsheet_colors()
        if colors >= 1 << 24, tigetflag("RGB") > 0 || tigetnum("RGB") == 8 { return .direct }
        return colors >= 256 ? .twoHundredFiftySix : .sixteen
    }

    /// The key that the terminal's description has for a sequence.
    private static func describedKey(_ sequence: [UInt8]) -> Key? {
        let code = key_defined(sequence.map { CChar(bitPattern: $0) } + [0])
        return switch code {
        case KEY_UP: .up
        case KEY_DOWN: .down
        case KEY_LEFT: .left
        case KEY_RIGHT: .right
        case KEY_PPAGE: .pageUp
        case KEY_NPAGE: .pageDown
        case KEY_HOME, KEY_FIND: .home
        case KEY_END, KEY_SELECT: .end
        case KEY_ENTER: .enter
        case KEY_BTAB: .backTab
        case KEY_BACKSPACE: .backspace
        case KEY_DC: .delete
        case KEY_F0...KEY_F0 + 63: .function(Int(code - KEY_F0))
        default: nil
        }
    }
}
