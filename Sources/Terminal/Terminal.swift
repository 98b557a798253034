import CNcurses
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
    private var earlier = KeyQueue()
    private var paste = Paste()
    private let asksWidth: Bool
    /// An answer to the question about widths may still come, in the middle of the keys.
    private var awaitsReport = false
    /// Milliseconds of a clock that nobody sets until which it is waited for when the program ends.
    private var answerDeadline: Int64 = 0
    /// What ncurses does when the program is suspended; until the screen is ours that is nothing.
    private var suspension = sigaction()
    /// Whether the terminal draws characters of ambiguous width two cells wide; nil where it was not asked or has not
    /// answered. A late answer comes with a `Key.resize`.
    package private(set) var ambiguousIsWide: Bool?

    /// Opens the terminal. `take`, the first frame, or the first key that is asked for takes it over.
    ///
    /// Keys come from standard input where that is a terminal, else from /dev/tty, so that a page can be piped in.
    ///
    /// `asksWidth`: whether to find out, in at most 100 ms, how wide characters of ambiguous width are drawn.
    package convenience init(usesColor: Bool = true, asksWidth: Bool = false) throws(TerminalFault) {
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
            asksWidth: asksWidth)
    }

    /// The same open file, under a number that no other program is given.
    private static func copied(_ descriptor: Int32) -> Int32 { fcntl(descriptor, F_DUPFD_CLOEXEC, 3) }

    /// Opens a terminal of a type on two open files, which are closed with it.
    init(
        type: String, output: UnsafeMutablePointer<FILE>, input: UnsafeMutablePointer<FILE>, usesColor: Bool,
        asksWidth: Bool = false
    ) throws(TerminalFault) {
        Self.chooseLocale()
        // Exported sizes would freeze the screen at them.
        unsetenv("LINES")
        unsetenv("COLUMNS")
        TerminalGuard.save(descriptor: fileno(input))
        var suspensionBefore = sigaction()
        sigaction(SIGTSTP, nil, &suspensionBefore)
        // What calls itself dumb would show the question.
        self.asksWidth = asksWidth && !type.isEmpty && type != "dumb"
        guard let screen = Self.newTerminal(type, output, input) else { throw .unknownTerminal(type) }
        self.input = input
        self.output = TerminalOutput(output)
        self.screen = screen
        clipboard = Clipboard(type: type)
        set_escdelay(25)
        if Paste.capability("BE") != nil { Paste.define() }
        if usesColor, has_colors() {
            start_color()
            use_default_colors()
            palette = Palette(depth: Self.depth)
        } else {
            palette = Palette(depth: .none)
        }
        TerminalGuard.arm()
        sigaction(SIGTSTP, &suspensionBefore, &suspension)
    }

    /// Takes the screen and the keys over, where that has not been done, and asks how wide characters are. Before, ncurses keeps
    /// what it has to say to itself.
    package func take() {
        guard !isTaken, isOpen else { return }
        isTaken = true
        cbreak()
        noecho()
        nonl()
        sigaction(SIGTSTP, &suspension, nil)
        broadsheet_prepare_screen()
        // The screen is ours, so that nothing of what it showed is lost by the question.
        let probe = asksWidth ? WidthProbe(input: fileno(input), output: fileno(output.file)) : nil
        ambiguousIsWide = probe?.isWide
        awaitsReport = probe?.isLate == true
        answerDeadline = WidthProbe.now + WidthProbe.patience
        if let start = Paste.capability("BE") { output.write(start) }
        mousemask(broadsheet_button_1 | broadsheet_wheel_up | broadsheet_wheel_down, nil)
        mouseinterval(0)
        timeout(0)
        // Only now ncurses knows the keys.
        earlier.append(probe?.typed ?? [])
    }

    deinit { close() }

    /// Gives the terminal back. Safe to call twice.
    package func close() {
        guard isOpen else { return }
        isOpen = false
        if isTaken {
            if let end = Paste.capability("BD") { output.write(end) }
            if output.isCut {
                output.collectLast(milliseconds: 300) { endwin() }
                TerminalGuard.restoreModes()
            } else {
                endwin()
            }
            if awaitsReport {
                WidthProbe.forget(input: fileno(input), until: answerDeadline)
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
        if let end = Paste.capability("BD") { output.write(end) }
        endwin()
    }

    /// Says something below what the other program wrote, and waits for a key.
    package func waitForKey(_ words: String) {
        output.write("\n\(words)")
        var modes = termios()
        guard tcgetattr(keyboard, &modes) == 0 else { return }
        let found = modes
        modes.c_lflag &= ~tcflag_t(ICANON | ECHO)
        tcsetattr(keyboard, TCSAFLUSH, &modes)
        var byte: UInt8 = 0
        _ = read(keyboard, &byte, 1)
        // What is left of the key is no command.
        var left = found
        tcsetattr(keyboard, TCSAFLUSH, &left)
        output.write("\n")
    }

    /// Takes the terminal back; the next frame is drawn anew.
    package func takeBack() {
        reset_prog_mode()
        if let start = Paste.capability("BE") { output.write(start) }
        redraw()
    }

    /// The colours that the terminal shows.
    package var depth: ColorDepth { palette.depth }

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
        let size = size
        for row in 0..<min(frame.size.rows, size.rows) {
            if let shown, shown.size == frame.size, frame.hasRow(row, of: shown) { continue }
            draw(row, of: frame)
        }
        let cursor = frame.cursor
        move(Int32(min(cursor.row, size.rows - 1)), Int32(min(cursor.column, size.columns - 1)))
        // Taking the terminal back after a suspension sets its modes.
        if isendwin() { refresh() } else { output.collect { refresh() } }
        shown = frame
    }

    /// Sends the whole screen anew, for when something else wrote on it.
    package func redraw() {
        shown = nil
        broadsheet_draw_anew()
    }

    /// The file descriptor that keys come from, to be polled.
    package var keyboard: Int32 { fileno(input) }

    /// Whether keys wait that `keyboard` does not tell of.
    package var hasKeys: Bool { !earlier.isEmpty }

    /// The next key that is waiting; nil where none is.
    package func nextKey() -> Key? {
        take()
        while let next = earlier.next() ?? typed() {
            if paste.isOpen || next == Paste.start {
                if let text = paste.receive(next) { return .paste(text) }
                continue
            }
            if next.code == 0x1B, !next.isFunction {
                switch takeSequence() {
                case .none: break
                case .taken: continue
                case .report: return .resize
                }
            }
            if let key = Self.key(next.code, isFunction: next.isFunction) {
                if key == .resize { shown = nil }
                return key
            }
        }
        return nil
    }

    private func typed() -> KeyQueue.Key? {
        var code: wint_t = 0
        let result = get_wch(&code)
        return result == ERR ? nil : KeyQueue.Key(code: code, isFunction: result == KEY_CODE_YES)
    }

    private enum Sequence {
        /// The ESC is a key by itself, and what follows it is given back.
        case none
        /// A key in the form that the terminal was told not to use, which comes next; or no key at all.
        case taken
        /// The late answer about widths.
        case report
    }

    /// Takes a sequence (CSI or SS3) that ncurses does not know out of the keys, its ESC already gone: its bytes would be
    /// commands. What has not come whole is given back.
    private func takeSequence() -> Sequence {
        guard earlier.isEmpty else { return .none }
        var bytes: [UInt8] = [0x1B]
        while bytes.count < 32, let next = typed() {
            earlier.append(next)
            guard !next.isFunction, (0x20..<0x7F).contains(next.code) else { return .none }
            bytes.append(UInt8(next.code))
            if bytes.count == 2, !KeyQueue.introducers.contains(bytes[1]) { return .none }
            guard KeyQueue.sequenceCount(bytes[...]) == bytes.count else { continue }
            earlier = KeyQueue()
            if awaitsReport, let (_, column) = CursorReport.find(in: bytes[...]) {
                awaitsReport = false
                ambiguousIsWide = column == 3
                shown = nil
                return .report
            }
            earlier.append(bytes)
            return .taken
        }
        return .none
    }

    // MARK: - Drawing

    private func draw(_ row: Int, of frame: Frame) {
        let limit = size.columns
        var line: [cchar_t] = []
        line.reserveCapacity(limit)
        frame[row: row].withUnsafeBufferPointer { cells in
            // The last cell that was made a character; most of a row is blanks, and rules.
            var latest = (index: 0, cells: 0, character: cchar_t())
            for index in cells.indices where !cells[index].isRightHalf {
                let isWide = index + 1 < cells.endIndex && cells[index + 1].isRightHalf
                let width = isWide ? 2 : 1
                guard index + width <= limit else { break }
                if latest.cells != width || cells[latest.index] != cells[index] {
                    latest = (index, width, complexCharacter(cells[index], cells: width))
                }
                line.append(latest.character)
            }
        }
        line.withUnsafeBufferPointer { line in
            _ = mvadd_wchnstr(Int32(row), 0, line.baseAddress, Int32(line.count))
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
            for scalar in cell.text.unicodeScalars where count < 5 {
                text[count] = wchar_t(scalar.value)
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
        guard let colors = getenv("COLORTERM").map({ String(cString: $0) }), ["truecolor", "24bit"].contains(colors),
            let base = name.split(separator: "-").first
        else {
            return ""
        }
        return "\(base)-direct"
    }

    /// Colours of the terminal that was opened last. Its capability RGB says that a colour's number is its red, green and
    /// blue; ncurses gives it as a flag or as a number of bits.
    private static var depth: ColorDepth {
        let colors = broadsheet_colors()
        if colors >= 1 << 24, tigetflag("RGB") > 0 || tigetnum("RGB") == 8 { return .direct }
        return colors >= 256 ? .twoHundredFiftySix : .sixteen
    }

    // MARK: - Keys

    private static func key(_ code: wint_t, isFunction: Bool) -> Key? {
        isFunction ? functionKey(Int32(bitPattern: code)) : characterKey(code)
    }

    private static func functionKey(_ code: Int32) -> Key? {
        switch code {
        case KEY_UP: .up
        case KEY_DOWN: .down
        case KEY_LEFT: .left
        case KEY_RIGHT: .right
        case KEY_PPAGE: .pageUp
        case KEY_NPAGE: .pageDown
        case KEY_HOME: .home
        case KEY_END: .end
        case KEY_ENTER: .enter
        case KEY_BTAB: .backTab
        case KEY_BACKSPACE: .backspace
        case KEY_DC: .delete
        case KEY_RESIZE: .resize
        case KEY_MOUSE: mouse()
        case KEY_F0...KEY_F0 + 63: .function(Int(code - KEY_F0))
        default: nil
        }
    }

    private static func characterKey(_ code: wint_t) -> Key? {
        switch code {
        case 9: return .tab
        case 10, 13: return .enter
        case 27: return .escape
        case 8, 127: return .backspace
        case 1...26: return Unicode.Scalar(code + 64).map(Key.control)
        case 0..<32, 128..<160: return nil
        default: return Unicode.Scalar(code).map(Key.character)
        }
    }

    private static func mouse() -> Key? {
        var event = MEVENT()
        guard getmouse(&event) == OK else { return nil }
        let (column, row) = (Int(event.x), Int(event.y))
        if event.bstate & broadsheet_button_1 != 0 { return .click(column: column, row: row) }
        if event.bstate & broadsheet_wheel_up != 0 { return .wheelUp(column: column, row: row) }
        if event.bstate & broadsheet_wheel_down != 0 { return .wheelDown(column: column, row: row) }
        return nil
    }
}
