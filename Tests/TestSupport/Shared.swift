import Foundation

/// Test data that is kept beside the project, not in it; tests that need it are skipped where it is missing.
package enum Shared {
    /// The folder of that name beside the project's own.
    package static let folder = projectRoot.deletingLastPathComponent().appending(
        path: "shared", directoryHint: .isDirectory)

    package static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    package static func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }
}

/// The folder of Package.swift.
package let projectRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
