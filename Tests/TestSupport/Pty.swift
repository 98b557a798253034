import Foundation
import Synchronization

/// A program in a pseudo-terminal of the test's own: every byte that it writes is kept, and the terminal can misbehave
/// as real ones do: stop reading, change its size in bursts, go away.
package final class Pty: Sendable {
    package let process: pid_t
    /// The home folder of the program.
    private let folder: TemporaryFolder
    private let master: Int32
    private let seen = Mutex<[UInt8]>([])
    private let isReading = Atomic(true)
    private let isClosed = Atomic(false)
    private let hasStopped = DispatchSemaphore(value: 0)
    private let result = Mutex<Int32?>(nil)
    /// The modes that the program found.
    private let modes: Modes

    /// Starts the program as the leader of a session that has the terminal.
    package init(
        _ program: String = Tmux.program, _ arguments: [String] = [], columns: Int = 80, rows: Int = 24,
        folder: TemporaryFolder,
        environment: [String: String] = [:], blocking blocked: Int32? = nil
    ) throws {
        self.folder = folder
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        // Linux' own calls behind unlockpt and ptsname: TIOCSPTLCK and TIOCGPTN.
        var (lock, number): (Int32, UInt32) = (0, 0)
        guard master >= 0, ioctl(master, 0x4004_5431, &lock) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
            throw POSIXError(.EIO)
        }
        let name = "/dev/pts/\(number)"
        Self.setSize(of: master, columns: columns, rows: rows)
        modes = Modes(of: master)
        _ = fcntl(master, F_SETFL, O_NONBLOCK)

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that a session's leader opens becomes the session's.
        for descriptor: Int32 in 0...2 { posix_spawn_file_actions_addopen(&actions, descriptor, name, O_RDWR, 0) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A test's thread may have signals blocked: the program starts with none ignored, and none blocked but that one.
        var signals = sigset_t()
        sigemptyset(&signals)
        if let blocked { sigaddset(&signals, blocked) }
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        // POSIX_SPAWN_SETSID, a GNU extension, is 0x80.
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | 0x80)

        var variables = [
            "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": folder.path, "PATH": "/usr/bin:/bin",
            "XDG_STATE_HOME": folder.appending(path: "state").path,
            "XDG_CONFIG_HOME": folder.appending(path: "config").path,
            // Whatever keys are sent, nothing is opened and nothing run.
            "BROWSER": "/bin/true", "SHELL": "/bin/false",
        ]
        variables.merge(sanitizerVariables) { own, _ in own }
        variables.merge(environment) { $1 }
        let argv = ([program] + arguments).map { strdup($0) } + [nil]
        let envp = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        var child: pid_t = 0
        let code = posix_spawn(&child, program, &actions, &attributes, argv, envp)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
        process = child
        Thread.detachNewThread { [self] in keepReading() }
    }

    /// Ends the program if it still runs.
    package func end() {
        if result.withLock({ $0 == nil }) {
            kill(process, SIGKILL)
            _ = wait(seconds: 5)
        }
        hangUp()
    }

    private func keepReading() {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while !isClosed.load(ordering: .acquiring) {
            guard isReading.load(ordering: .acquiring) else {
                usleep(5_000)
                continue
            }
            var wanted = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            if poll(&wanted, 1, 20) <= 0 { continue }
            let count = read(master, &bytes, bytes.count)
            if count > 0 { seen.withLock { $0 += bytes[..<count] } }
            // The last program has let go of the terminal; more may come of one that is starting.
            if count <= 0, errno == EIO { usleep(5_000) }
        }
        close(master)
        hasStopped.signal()
    }

    /// All bytes written to the terminal so far.
    package var output: [UInt8] { seen.withLock { $0 } }

    package func send(_ text: String) throws { try send(Array(text.utf8)) }

    /// Types bytes, however long the program takes to take them.
    package func send(_ bytes: [UInt8], seconds: Double = 60) throws {
        let deadline = Date.now.addingTimeInterval(seconds)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { write(master, $0.baseAddress! + sent, min(1024, $0.count - sent)) }
            if count > 0 {
                sent += count
            } else {
                guard errno == EAGAIN, Date.now < deadline else { throw POSIXError(.ETIMEDOUT) }
                usleep(1_000)
            }
        }
    }

    package func resize(columns: Int, rows: Int) { Self.setSize(of: master, columns: columns, rows: rows) }

    /// Stops or goes on taking what the program writes.
    package func setReading(_ reads: Bool) { isReading.store(reads, ordering: .releasing) }

    /// The terminal goes away.
    package func hangUp() {
        guard !isClosed.exchange(true, ordering: .acquiringAndReleasing) else { return }
        hasStopped.wait()
    }

    package func signal(_ number: Int32) { kill(process, number) }

    /// Waits until nothing has been written for a while; false where that does not come.
    @discardableResult
    package func settle(quiet: Double = 0.15, seconds: Double = 20) -> Bool {
        let deadline = Date.now.addingTimeInterval(seconds)
        var (count, since) = (output.count, Date.now)
        while Date.now < deadline {
            usleep(10_000)
            let now = output.count
            if now != count { (count, since) = (now, Date.now) }
            if count > 0, Date.now.timeIntervalSince(since) >= quiet { return true }
        }
        return false
    }

    /// Waits until the text has been written, as one run of bytes, from an offset on.
    package func wait(for text: String, from offset: Int = 0, seconds: Double = 20) -> Bool {
        let deadline = Date.now.addingTimeInterval(seconds)
        let wanted = Data(text.utf8)
        while Date.now < deadline {
            if Data(output.dropFirst(offset)).range(of: wanted) != nil { return true }
            usleep(10_000)
        }
        return false
    }

    /// Waits for the program's end: its exit status, or 128 and the signal; nil where it goes on running.
    package func wait(seconds: Double) -> Int32? {
        let deadline = Date.now.addingTimeInterval(seconds)
        while true {
            if let known = result.withLock({ $0 }) { return known }
            var status: Int32 = 0
            if waitpid(process, &status, WNOHANG) == process {
                let value = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
                result.withLock { $0 = value }
                return value
            }
            if Date.now >= deadline { return nil }
            usleep(5_000)
        }
    }

    /// Seconds of processor time that the program has used.
    package var processorTime: Double {
        guard let line = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let end = line.lastIndex(of: ")")
        else { return 0 }
        let fields = line[end...].split(separator: " ")
        guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else { return 0 }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// Whether the terminal's modes are those that the program found.
    package var isRestored: Bool { Modes(of: master) == modes }

    private struct Modes: Equatable, Sendable {
        let flags: [tcflag_t]
        let characters: [UInt8]

        init(of descriptor: Int32) {
            var modes = termios()
            tcgetattr(descriptor, &modes)
            flags = [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
            characters = withUnsafeBytes(of: modes.c_cc) { Array($0) }
        }
    }

    private static func setSize(of master: Int32, columns: Int, rows: Int) {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }
}
