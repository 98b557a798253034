import Glibc
import Reader
import Screen
import Terminal

/// One sitting at the terminal: draws the state, waits for keys and for what jobs and files report, and ends when the reading does.
package struct Session {
    private let application: Application
    private let terminal: Terminal
    private let signals: Int32

    /// A sitting at a terminal that is open.
    ///
    /// - Parameter signals: where signals are read from (`Signals.open`).
    package init(_ application: Application, terminal: Terminal, signals: Int32) {
        self.signals = signals
        self.application = application
        self.terminal = terminal
    }

    /// Returns when the reading is over, the terminal as it was found.
    package func run() -> Application.Ending {
        terminal.take()
        Signals.catchSuspension()
        sendSize()
        // Whether they fit into a line is known only now.
        application.showSettingsFaults()
        application.work()
        while application.ending == nil {
            terminal.draw(application.state.compose(), orUntil: signals)
            application.noteFrame()
            wait()
        }
        terminal.close()
        return application.ending ?? .quit
    }

    private func sendSize() {
        application.send(.resized(terminal.size, ambiguousIsWide: terminal.ambiguousIsWide))
        application.send(.pictureDisplay(terminal.pictureDisplay))
        if let background = terminal.background { application.send(.background(isLight: background.isLight)) }
    }

    /// Waits for something to do and does all that is waiting, so that a held key does not run ahead of the screen.
    private func wait() {
        var polled = ([terminal.keyboard, signals] + application.descriptors).map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        poll(&polled, nfds_t(polled.count), terminal.hasKeys ? 0 : application.timeout)
        if let signal = Signals.next(signals) {
            if signal == SIGTSTP {
                terminal.suspend()
                // Who is stopped is not told of another size.
                terminal.adoptSize()
                return sendSize()
            }
            return application.end(.signal(signal))
        }
        let hasHungUp = Int32(polled[0].revents) & (POLLHUP | POLLERR | POLLNVAL) != 0
        var hasKeys = false
        // Not more at once than a screen can follow: a pasted flood must not keep it from being drawn.
        for _ in 0..<256 {
            guard application.ending == nil, let key = terminal.nextKey() else { break }
            hasKeys = true
            if key == .resize { sendSize() }
            application.press(key)
        }
        // A terminal that is gone is ready to be read for ever.
        if hasHungUp, !hasKeys { application.end(.signal(SIGHUP)) }
        if application.ending == nil { application.work() }
    }
}
