/// A small text in the program's state folder that may be lost without harm: how the screen was left.
package enum StateFile {
    /// The longest text, in UTF-8 bytes.
    private static let limit = 4096

    /// Nil where there is none, or none that can be read.
    package static func text(at file: FileName) -> String? {
        let bytes = try? FileBytes.read(file, mayWait: false, limit: limit)
        return bytes.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Written whole or not at all, in its folder, which is made where it is missing; false where that failed. Does not
    /// wait for the disk.
    @discardableResult
    package static func write(_ text: String, to file: FileName) -> Bool {
        (try? AtomicFile.write(Array(text.utf8), to: file, isDurable: false)) != nil
    }
}
