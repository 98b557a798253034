/// An input event: a key press, a mouse event, pasted text, or a new size of the screen.
package enum Key: Sendable, Hashable {
    /// The arrow keys.
    case up, down, left, right
    /// The keys that move by more than one line.
    case pageUp, pageDown, home, end
    /// The editing keys. `backTab` is Shift-Tab.
    case enter, escape, tab, backTab, backspace, delete
    /// A key that types a character, including the space.
    case character(Unicode.Scalar)
    /// Text from a bracketed paste, never to be read as commands.
    case paste(String)
    /// Control with a letter, in upper case: `control("L")`.
    case control(Unicode.Scalar)
    /// A function key: 1 for F1.
    case function(Int)
    /// A press of the left mouse button, in cells from the top left.
    case click(column: Int, row: Int)
    /// A second press at the same place, soon after the first, which was a click.
    case doubleClick(column: Int, row: Int)
    /// The mouse was moved while its left button is down, to a cell.
    case drag(column: Int, row: Int)
    /// The left button went up, at a cell.
    case release(column: Int, row: Int)
    /// A step of the mouse wheel up, at a cell.
    case wheelUp(column: Int, row: Int)
    /// A step of the mouse wheel down, at a cell.
    case wheelDown(column: Int, row: Int)
    /// The screen has a new size.
    case resize
}
