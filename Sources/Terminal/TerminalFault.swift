/// Why there is no terminal to read in.
package enum TerminalFault: Error, Sendable, Equatable {
    /// Standard output is not a terminal.
    case noTerminal
    /// Standard input is not a terminal, and there is no /dev/tty either.
    case noKeyboard
    /// Neither this TERM nor any that we know is in the system's terminal database.
    case unknownTerminal(String)
}
