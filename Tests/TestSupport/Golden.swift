import Foundation
import Testing

/// Compares a text with the file of that name under Tests/Goldens.
///
/// Where the file is missing, or `RECORD_GOLDENS` is set, it is written and the test fails all the same: recording must
/// never be mistaken for passing.
package func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let file = projectRoot.appending(path: "Tests/Goldens/\(name).txt")
    let recorded = try? String(contentsOf: file, encoding: .utf8)
    let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil
    if recorded == nil || (isRecording && recorded != text + "\n") {
        try? FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? (text + "\n").write(to: file, atomically: true, encoding: .utf8)
        Issue.record("recorded \(name).txt; look at it, then run again", sourceLocation: sourceLocation)
        return
    }
    #expect(text + "\n" == recorded, "differs from Tests/Goldens/\(name).txt", sourceLocation: sourceLocation)
}
