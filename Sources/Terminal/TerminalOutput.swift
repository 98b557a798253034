import CMemory
import CNcurses
import Glibc

/// What goes to the terminal. A frame is sent as one piece: ncurses by itself writes at every move of the cursor, some thirty
/// times a frame, and each time wakes whoever draws; over a network each piece travels alone.
///
/// Nothing waits for a terminal that takes nothing (stopped by ^S, or its connection hangs) longer than until there is something
/// to read from `interruption`.
final class TerminalOutput {
    /// What ncurses writes to.
    let file: UnsafeMutablePointer<FILE>
    /// Where signals are read from, or -1.
    var interruption: Int32 = -1
    /// Whether something was cut short, so that what the terminal shows is not known.
    private(set) var isCut = false

    /// The terminal opened once more, so that writing to it does not block; else the same open file.
    private let terminal: Int32
    /// The open file that `file` has, and what stands in for it while ncurses writes a frame; -1 where the system has no such
    /// files.
    private let own: Int32
    private let stand: Int32
    private var bytes: [UInt8] = []
    /// Milliseconds of a clock that nobody sets after which nothing is waited for.
    private var deadline: Int64?

    private var descriptor: Int32 { fileno(file) }

    init(_ file: UnsafeMutablePointer<FILE>) {
        self.file = file
        let descriptor = fileno(file)
        own = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
        // To make the open file itself not block would do the same to the shell's.
        let opened =
            isatty(descriptor) == 1
            ? open("/proc/self/fd/\(descriptor)", O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC) : -1
        terminal = opened >= 0 ? opened : own
        stand = broadsheet_memory_file()
    }

    func close() {
        fclose(file)
        for descriptor in Set([own, terminal, stand]) where descriptor >= 0 { Glibc.close(descriptor) }
    }

    /// Sends what ncurses writes meanwhile as one piece. It must not ask for the terminal's modes, nor set them.
    func collect(_ drawing: () -> Void) {
        guard stand >= 0, own >= 0, replace(by: stand) else { return drawing() }
        drawing()
        _ = replace(by: own)
        let count = Int(lseek(stand, 0, SEEK_CUR))
        lseek(stand, 0, SEEK_SET)
        if bytes.count < count { bytes = [UInt8](repeating: 0, count: count) }
        let taken = pread(stand, &bytes, count, 0)
        bytes.withUnsafeBytes { write(UnsafeRawBufferPointer(rebasing: $0.prefix(taken))) }
    }

    /// Lets what ^S stopped go on, and waits for the terminal no longer than that while something is written. Its modes are the
    /// caller's to restore.
    func hurry(milliseconds: Int64, _ writing: () -> Void) {
        var modes = termios()
        if tcgetattr(own, &modes) == 0 {
            modes.c_iflag &= ~tcflag_t(IXON)
            tcsetattr(own, TCSANOW, &modes)
        }
        let signals = interruption
        (interruption, deadline) = (-1, TerminalProbe.now + milliseconds)
        resume()
        writing()
        (interruption, deadline) = (signals, nil)
    }

    /// Writes again after something was cut; all is to be drawn anew.
    func resume() { isCut = false }

    func write(_ text: String) {
        var text = text
        text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
    }

    /// Writes bytes; what a terminal that is gone does not take is lost.
    func write(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes[...]
        while !rest.isEmpty, !isCut {
            let count = Glibc.write(terminal, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                wait()
            } else if errno != EINTR {
                return
            }
        }
    }

    /// Waits until the terminal takes more, or is not to be waited for any longer.
    private func wait() {
        var polled = [
            pollfd(fd: terminal, events: Int16(POLLOUT), revents: 0),
            pollfd(fd: interruption, events: Int16(POLLIN), revents: 0),
        ]
        let left = deadline.map { max(0, $0 - TerminalProbe.now) }
        let ready = poll(&polled, nfds_t(polled.count), left.map(Int32.init) ?? -1)
        if ready == 0 || ready > 0 && polled[0].revents == 0 { isCut = true }
    }

    private func replace(by other: Int32) -> Bool {
        dup3(other, descriptor, Int32(O_CLOEXEC)) >= 0
    }
}
