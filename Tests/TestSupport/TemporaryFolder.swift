import Foundation

/// A new empty folder in the temporary folder, removed with all its contents when the object is released. Whatever uses
/// files in it has to keep the object.
package final class TemporaryFolder: Sendable {
    /// Its absolute path, without a slash at the end.
    package let path: String

    /// Makes the folder, readable by everybody.
    package init() throws {
        path = NSTemporaryDirectory() + "broadsheet-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        chmod(path, 0o755)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The folder as a URL.
    package var url: URL { URL(filePath: path, directoryHint: .isDirectory) }

    /// The URL of a file in the folder.
    package func appending(path name: String) -> URL { url.appending(path: name) }

    /// Writes a file in the folder.
    package func write(_ bytes: some Sequence<UInt8>, to name: String) {
        _ = FileManager.default.createFile(atPath: "\(path)/\(name)", contents: Data(bytes))
    }

    /// The contents of a file in the folder; empty if there is none.
    package func bytes(of name: String) -> [UInt8] {
        FileManager.default.contents(atPath: "\(path)/\(name)").map(Array.init) ?? []
    }

    /// The permissions of a file in the folder; 0 if there is none.
    package func mode(of name: String) -> mode_t {
        var status = stat()
        return stat("\(path)/\(name)", &status) == 0 ? status.st_mode & 0o777 : 0
    }
}
