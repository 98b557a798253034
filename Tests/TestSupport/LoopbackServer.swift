import Foundation
import Synchronization

/// A server of HTTP/1.1 on loopback that sends what a test tells it to, byte for byte, and counts what it is asked. One thread,
/// plain sockets. It listens on all addresses of 127.0.0.0/8, so that one server plays many hosts.
package final class LoopbackServer: Sendable {
    /// What a client asked.
    package struct Request: Sendable, Hashable {
        /// The first line's second word: a path, or of a proxy's client an address.
        package var target: String
        /// By their names in small letters.
        package var fields: [String: String]
        /// The host that was asked, with its port.
        package var host: String { fields["host"] ?? "" }
    }

    /// What is done for an answer, in order.
    package enum Step: Sendable {
        case send([UInt8])
        /// Nothing for a time, in milliseconds.
        case wait(Int)
        /// The connection is closed.
        case close
        /// The connection is reset.
        case reset
        /// The same bytes for ever.
        case repeated([UInt8], everyMilliseconds: Int)
    }

    /// What was asked, and how much at once.
    package struct Count: Sendable {
        package var requests: [Request] = []
        package var connections = 0
        /// The most requests that were being answered at the same time, all in all and by the host they named.
        package var mostAtOnce = 0
        package var mostAtOncePerHost: [String: Int] = [:]
        /// The most connections that were open at the same time.
        package var mostConnections = 0
    }

    /// The port that it listens on.
    package let port: UInt16
    private let listener: Int32
    private let shared: Shared

    private final class Shared: Sendable {
        let count = Mutex(Count())
        let isStopped = Atomic(false)
        let hasEnded = DispatchSemaphore(value: 0)
    }

    /// Starts a server.
    ///
    /// - Parameter answer: called on the server's thread.
    package init(_ answer: @escaping @Sendable (Request) -> [Step]) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var yes: Int32 = 1
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, 4)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) | listen(listener, 512) | getsockname(listener, $0, &length)
            }
        }
        guard code == 0 else { throw POSIXError(.EADDRINUSE) }
        port = UInt16(bigEndian: address.sin_port)
        self.listener = listener
        let shared = Shared()
        self.shared = shared
        let thread = Thread {
            ServerLoop(
                listener: listener, answer: answer,
                count: { change in shared.count.withLock { change(&$0) } },
                isStopped: { shared.isStopped.load(ordering: .relaxed) }
            ).run()
            shared.hasEnded.signal()
        }
        thread.start()
    }

    deinit {
        shared.isStopped.store(true, ordering: .relaxed)
        shared.hasEnded.wait()
        close(listener)
    }

    /// What was asked until now.
    package var count: Count { shared.count.withLock { $0 } }

    /// The address of a path.
    package func address(_ path: String = "/", host: String = "127.0.0.1") -> String { "http://\(host):\(port)\(path)" }

    /// An answer with its length.
    package static func response(_ status: Int, _ fields: [String] = [], body: [UInt8] = []) -> [Step] {
        let lines = ["HTTP/1.1 \(status) X", "Content-Length: \(body.count)"] + fields + ["", ""]
        return [.send(Array(lines.joined(separator: "\r\n").utf8) + body)]
    }

    /// Bytes as they are, and the end of the connection.
    package static func raw(_ text: String) -> [Step] { [.send(Array(text.utf8)), .close] }
}
