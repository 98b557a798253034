import Application
import Files
import Glibc
import Localization
import Sources
import Terminal

/// Asks on the terminal for what encrypted PDFs open with, three times for each.
struct PasswordDialog {
    private let loader: ContentLoader
    private let texts: Localization
    private var mayAsk: Bool
    /// The file that was asked for last, and how often.
    private var asked: (path: String, count: Int) = ("", 0)

    private static let tries = 3

    /// - Parameter mayAsk: whether somebody is there to be asked, and has not said it already.
    init(_ loader: ContentLoader, mayAsk: Bool, in texts: Localization) {
        (self.loader, self.texts, self.mayAsk) = (loader, texts, mayAsk)
    }

    /// Whether a password was typed for one of the files, so that they are to be read again. Ctrl-C ends the program.
    mutating func unlocks(_ faults: [SourceFault]) -> Bool {
        let path = faults.lazy.compactMap { fault in
            switch fault {
            case .extraction(let path, .encrypted), .extraction(let path, .wrongPassword): path
            default: nil
            }
        }.first
        guard mayAsk, let path else { return false }
        if asked.path != path { asked = (path, 0) }
        guard asked.count < Self.tries else { return false }
        let words = texts(asked.count == 0 ? .askPassword : .askPasswordAgain, FileName(path).last.shown)
        switch PasswordPrompt.ask("broadsheet: \(words) ") {
        case .typed(let password): loader.unlock(with: password)
        case .nothing:
            mayAsk = false
            return false
        case .interrupted: Signals.die(of: SIGINT)
        }
        asked.count += 1
        return true
    }
}
