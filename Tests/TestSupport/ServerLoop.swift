import Foundation

/// The thread of a `LoopbackServer`: all its connections, by poll.
final class ServerLoop {
    private struct Connection {
        var input: [UInt8] = []
        var output: [UInt8] = []
        var sent = 0
        var steps: [LoopbackServer.Step] = []
        /// Until when nothing is done, in milliseconds.
        var wake = 0
        /// The host that is asked, as long as it is being answered.
        var host: String?
    }

    private let listener: Int32
    private let answer: (LoopbackServer.Request) -> [LoopbackServer.Step]
    private let count: ((inout LoopbackServer.Count) -> Void) -> Void
    private let isStopped: () -> Bool
    private var connections: [Int32: Connection] = [:]
    private var answering: [String: Int] = [:]

    init(
        listener: Int32, answer: @escaping (LoopbackServer.Request) -> [LoopbackServer.Step],
        count: @escaping ((inout LoopbackServer.Count) -> Void) -> Void, isStopped: @escaping () -> Bool
    ) {
        (self.listener, self.answer, self.count, self.isStopped) = (listener, answer, count, isStopped)
    }

    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    func run() {
        while !isStopped() {
            var polled = [pollfd(fd: listener, events: Int16(POLLIN), revents: 0)]
            var wait = 20
            for (descriptor, connection) in connections {
                let hasOutput = connection.sent < connection.output.count
                polled.append(
                    pollfd(fd: descriptor, events: Int16(POLLIN) | (hasOutput ? Int16(POLLOUT) : 0), revents: 0))
                if !connection.steps.isEmpty { wait = min(wait, max(0, connection.wake - Self.now)) }
            }
            poll(&polled, nfds_t(polled.count), Int32(wait))
            if polled[0].revents != 0 { accept() }
            for entry in polled.dropFirst() where entry.revents != 0 { read(entry.fd) }
            for descriptor in Array(connections.keys) { advance(descriptor) }
        }
        for descriptor in Array(connections.keys) { end(descriptor) }
    }

    private func accept() {
        let descriptor = Glibc.accept(listener, nil, nil)
        guard descriptor >= 0 else { return }
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        var yes: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, 4)
        connections[descriptor] = Connection()
        let open = connections.count
        count {
            $0.connections += 1
            $0.mostConnections = max($0.mostConnections, open)
        }
    }

    private func read(_ descriptor: Int32) {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let length = recv(descriptor, &buffer, buffer.count, 0)
        if length > 0 {
            connections[descriptor]?.input += buffer[..<length]
        } else if length == 0 || errno != EAGAIN {
            end(descriptor)
        }
    }

    /// Sends, takes the next steps, reads the next request: as far as it goes now.
    private func advance(_ descriptor: Int32) {
        while var connection = connections[descriptor] {
            if connection.sent < connection.output.count {
                let length = connection.output[connection.sent...].withUnsafeBytes {
                    send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard length > 0 else {
                    if errno != EAGAIN { end(descriptor) }
                    return
                }
                connections[descriptor]!.sent += length
                continue
            }
            (connection.output, connection.sent) = ([], 0)
            if Self.now < connection.wake { return }
            if let step = connection.steps.first {
                connection.steps.removeFirst()
                switch step {
                case .send(let bytes): connection.output = bytes
                case .wait(let time): connection.wake = Self.now + time
                case .close: return end(descriptor)
                case .reset:
                    var option = linger(l_onoff: 1, l_linger: 0)
                    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
                    return end(descriptor)
                case .repeated(let bytes, let time):
                    connection.output = bytes
                    connection.wake = Self.now + time
                    connection.steps = [step]
                }
                connections[descriptor] = connection
                continue
            }
            finish(&connection)
            let request = Self.request(&connection.input)
            if let request { start(request, &connection) }
            connections[descriptor] = connection
            if request == nil { return }
        }
    }

    private func start(_ request: LoopbackServer.Request, _ connection: inout Connection) {
        connection.host = request.host
        answering[request.host, default: 0] += 1
        let (sameHost, all) = (answering[request.host]!, answering.values.reduce(0, +))
        count {
            $0.requests.append(request)
            $0.mostAtOnce = max($0.mostAtOnce, all)
            $0.mostAtOncePerHost[request.host] = max($0.mostAtOncePerHost[request.host] ?? 0, sameHost)
        }
        connection.steps = answer(request)
    }

    private func finish(_ connection: inout Connection) {
        if let host = connection.host { answering[host]! -= 1 }
        connection.host = nil
    }

    private func end(_ descriptor: Int32) {
        guard var connection = connections.removeValue(forKey: descriptor) else { return }
        finish(&connection)
        close(descriptor)
    }

    /// Takes a request's head from the input; nil where it is not there as a whole.
    private static func request(_ input: inout [UInt8]) -> LoopbackServer.Request? {
        guard let end = input.indices.first(where: { input[$0...].starts(with: "\r\n\r\n".utf8) }) else { return nil }
        let lines = String(decoding: input[..<end], as: UTF8.self).components(separatedBy: "\r\n")
        input.removeFirst(end + 4)
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { fields[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces) }
        }
        let words = lines[0].split(separator: " ")
        return .init(target: words.count > 1 ? String(words[1]) : "", fields: fields)
    }
}
