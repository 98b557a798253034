/// What the reader at the keyboard or the mouse did.
package enum Key: Sendable, Hashable {
    case up, down, left, right
    case pageUp, pageDown, home, end
    case enter, escape, tab, backTab, backspace, delete
    /// A printing key, the space included.
    case character(Unicode.Scalar)
    /// Text that came all at once; it is no command.
    case paste(String)
    /// Control and a letter, in upper case: `control("L")`.
    case control(Unicode.Scalar)
    case function(Int)
    case click(column: Int, row: Int)
    case wheelUp(column: Int, row: Int)
    case wheelDown(column: Int, row: Int)
    /// The screen has another size now.
    case resize
}
