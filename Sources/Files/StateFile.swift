import Glibc

/// A small text in the program's state folder that may be lost without harm: how the screen was left.
package enum StateFile {
    /// UTF-8 bytes that such a text may have.
    private static let limit = 4096

    /// Nil where there is none, or none that can be read.
    package static func text(at path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = read(descriptor, &bytes, bytes.count)
        return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    /// Written whole or not at all, in its folder, which is made where it is missing; false where that failed.
    @discardableResult
    package static func write(_ text: String, to path: String) -> Bool { write(Array(text.utf8), to: path) }

    @discardableResult
    package static func write(_ bytes: [UInt8], to path: String) -> Bool {
        let draft = "\(path).\(getpid())"
        guard (try? makeFolders(parentFolder(of: path))) != nil else { return false }
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        let isWritten = bytes.withUnsafeBytes { writeOnce(descriptor, $0) == $0.count }
        close(descriptor)
        if isWritten, rename(draft, path) == 0 { return true }
        unlink(draft)
        return false
    }
}
