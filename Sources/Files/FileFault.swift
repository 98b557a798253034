import Glibc

/// A call on a file that failed.
package struct FileFault: Error, Hashable, Sendable {
    package enum Operation: String, Sendable, CaseIterable {
        case open, read, list, makeFolder, write, sync, lock, replace
    }

    package var operation: Operation
    package var path: String
    /// The C library's errno: ENOENT, EACCES, ENOSPC, …
    package var code: Int32

    package init(_ operation: Operation, _ path: String, code: Int32 = errno) {
        self.operation = operation
        self.path = path
        self.code = code
    }
}
