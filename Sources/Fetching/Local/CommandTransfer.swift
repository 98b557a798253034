import Files
import Glibc
import Jobs

/// A program that runs, and what it has written so far. It is the first of a process group, which is killed with it.
final class CommandTransfer {
    /// What it writes to, to be waited for; nil once that has ended.
    private(set) var descriptor: Int32?
    private let child: ChildProcess
    private let limits: FetchLimits
    private let deadline: Int64
    private var bytes: [UInt8] = []
    private var hasEnded = false

    init(_ arguments: [String], limits: FetchLimits) throws(FetchFault) {
        guard let program = arguments.first, !program.isEmpty else {
            throw .spawn(SpawnFault(program: "", code: ENOENT))
        }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .spawn(SpawnFault(program: program, code: errno)) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[1]) }
        do throws(SpawnFault) {
            child = try ChildProcess(
                arguments, input: .none, output: .descriptor(ends[1]), errors: .none, hasOwnGroup: true)
        } catch {
            close(ends[0])
            throw .spawn(error)
        }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        descriptor = ends[0]
        self.limits = limits
        deadline = monotonicNow() + Int64(limits.seconds) * 1000
    }

    deinit { end() }

    /// Reads what is there; what came of it once the program has ended, or has to. Does not wait.
    func step() -> Result<FetchResult, FetchFault>? {
        if let fault = read() { return .failure(fault) }
        if descriptor == nil, let end = child.poll() {
            hasEnded = true
            return end == .exited(0) ? .success(FetchResult(status: 200, body: bytes)) : .failure(.command(end))
        }
        return monotonicNow() < deadline ? nil : .failure(.timedOut(.total(limits.seconds)))
    }

    private func read() -> FetchFault? {
        guard let descriptor else { return nil }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        // Not for ever: others have their turn as well.
        for _ in 0..<16 {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count > 0 {
                guard count <= limits.bytes - bytes.count else { return .tooLarge(limit: limits.bytes) }
                bytes += buffer[..<count]
            } else if count == 0 || errno != EAGAIN && errno != EINTR {
                close(descriptor)
                self.descriptor = nil
                return nil
            } else if errno == EAGAIN {
                return nil
            }
        }
        return nil
    }

    private func end() {
        if let descriptor { close(descriptor) }
        if hasEnded { return }
        kill(-child.id, SIGKILL)
        kill(child.id, SIGKILL)
        _ = child.wait()
    }
}
