/// What a terminal says of the mouse (xterm's control sequences, "Mouse Tracking"), in cells from the top left.
struct MouseReport: Equatable {
    enum Event: Equatable {
        /// The left button went down, was moved while it is down, went up.
        case press, drag, release
        case wheelUp, wheelDown
    }

    var event: Event
    var column: Int
    var row: Int

    /// Button, column and row, counted from 1, of SGR's form (1006), where a final byte tells that the button went up; or of
    /// urxvt's (1015), with 32 added to the button. Nil for what is not used here.
    init?(_ numbers: [Int], isSGR: Bool, isUp: Bool) {
        guard numbers.count == 3 else { return nil }
        let (column, row) = (numbers[1] - 1, numbers[2] - 1)
        if isSGR {
            self.init(button: numbers[0], column: column, row: row, isUp: isUp)
        } else {
            self.init(button: numbers[0] - 32, column: column, row: row)
        }
    }

    /// The three bytes of the first form, each with 32 added.
    init?(bytes: [UInt8]) {
        self.init(button: Int(bytes[0]) - 32, column: Int(bytes[1]) - 33, row: Int(bytes[2]) - 33)
    }

    /// Without a final byte button 3 is the one that went up, whichever it was.
    private init?(button: Int, column: Int, row: Int) {
        self.init(button: button, column: column, row: row, isUp: button & 0x63 == 3)
    }

    private init?(button: Int, column: Int, row: Int, isUp: Bool) {
        // From 128 on they are buttons 8 to 11.
        guard (0..<128).contains(button), column >= 0, row >= 0 else { return nil }
        // Shift, Alt and Control: what is done with the mouse then is the terminal's.
        if button & 0x1C != 0, !isUp { return nil }
        switch (button & 0x60, button & 3) {
        case (0x40, 0): event = .wheelUp
        case (0x40, 1): event = .wheelDown
        case (0, _) where isUp: event = .release
        case (0, 0): event = .press
        case (0x20, 0): event = .drag
        default: return nil
        }
        self.column = column
        self.row = row
    }
}
