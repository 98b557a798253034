import Files
import Glibc

/// A text on its way into another program's input.
struct PipedText: ~Copyable {
    private let bytes: [UInt8]
    private var sent = 0
    /// Where the program reads from; -1 once it is closed on this side.
    private(set) var reader: Int32
    /// Where the text is written to; -1 once all of it is.
    private(set) var writer: Int32

    init(_ bytes: [UInt8], for program: String) throws(ChildFault) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw ChildFault(program: program, code: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        self.bytes = bytes
        (reader, writer) = (ends[0], ends[1])
    }

    deinit {
        if reader >= 0 { close(reader) }
        if writer >= 0 { close(writer) }
    }

    /// When the program has it: the pipe shall be broken when that has ended.
    mutating func closeReader() {
        close(reader)
        reader = -1
    }

    /// Writes as much as there is room for.
    mutating func write() {
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(writer, $0.baseAddress! + sent, $0.count - sent) }
            if count > 0 { sent += count } else if errno == EAGAIN { return } else if errno != EINTR { break }
        }
        close(writer)
        writer = -1
    }
}
