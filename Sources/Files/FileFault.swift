import Glibc

/// A call on a file that failed: which, on what, and the system's reason. Words for it are found at the program's edge.
package struct FileFault: Error, Hashable, Sendable {
    package enum Operation: String, Sendable, CaseIterable {
        case open, read, list, makeFolder, write, sync, lock, replace
    }

    package var operation: Operation
    /// The file's path, fit to be shown (`FileName.shown`).
    package var path: String
    /// The C library's `errno`: `ENOENT`, `EACCES`, `ENOSPC`, …
    package var code: Int32

    package init(_ operation: Operation, _ path: String, code: Int32 = errno) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    package init(_ operation: Operation, _ file: FileName, code: Int32 = errno) {
        self.init(operation, file.shown, code: code)
    }
}
