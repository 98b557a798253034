import Terminal

/// What the application asks of the terminal beside frames and keys; a stand-in takes its place in tests.
package protocol Console {
    /// Gives text to the terminal's clipboard.
    func copy(_ text: String) throws(Clipboard.Fault)
    /// Whether the program is told of the mouse, from now on.
    func setMouse(_ uses: Bool)
    /// Sends the whole screen anew, for when something else wrote on it.
    func redraw()
    /// Gives the terminal to another program, as it was found, and takes it back.
    func lend()
    func takeBack()
    /// Says something below what the other program wrote, and waits for a key, or until a descriptor can be read.
    func waitForKey(_ words: String, orFor descriptor: Int32)
}

extension Terminal: Console {}

/// There is no terminal yet, or none is wanted.
struct NoConsole: Console {
    func copy(_ text: String) throws(Clipboard.Fault) { throw .notTaken }
    func setMouse(_ uses: Bool) {}
    func redraw() {}
    func lend() {}
    func takeBack() {}
    func waitForKey(_ words: String, orFor descriptor: Int32) {}
}
