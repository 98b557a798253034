import Glibc

/// A call on a file that failed: which, on what, and the system's reason. Words for it are found at the program's edge.
package struct FileFault: Error, Hashable, Sendable {
    /// What was to be done.
    package enum Operation: String, Sendable, CaseIterable {
        case open, read, list, makeFolder, write, sync, lock, replace
    }

    /// What failed.
    package var operation: Operation
    /// The file's path, fit to be shown (`FileName.shown`).
    package var path: String
    /// The C library's `errno`: `ENOENT`, `EACCES`, `ENOSPC`, …
    package var code: Int32
    /// Of what is too large (`EFBIG`), the largest size in bytes; nil where the system set it.
    package var limit: Int?

    /// A fault of the last call, whose reason is in `errno`, or with another reason.
    package init(_ operation: Operation, _ path: String, code: Int32 = errno, limit: Int? = nil) {
        self.operation = operation
        self.path = path
        self.code = code
        self.limit = limit
    }

    /// The same for a file by its name.
    package init(_ operation: Operation, _ file: FileName, code: Int32 = errno) {
        self.init(operation, file.shown, code: code)
    }
}
