import Files
import Newspaper
import Sources

/// What readers have said about lines and is not written down yet.
struct CorrectionWriter {
    private let store: CorrectionStore
    private var waiting: [(line: LineAddress, ruling: LineRuling?)] = []
    private var isWriting = false

    init(_ store: CorrectionStore) { self.store = store }

    mutating func add(_ line: LineAddress, _ ruling: LineRuling?) { waiting.append((line, ruling)) }

    /// What writes all that waits, for a job; it returns why something could not be written. Nil where nothing waits, or the
    /// last job has not finished.
    mutating func begin() -> (@Sendable () -> FileFault?)? {
        guard !isWriting, !waiting.isEmpty else { return nil }
        isWriting = true
        let (store, work) = (store, waiting)
        waiting = []
        return {
            do throws(FileFault) {
                for (line, ruling) in work { try store.set(ruling, of: line) }
                return nil
            } catch {
                return error
            }
        }
    }

    mutating func finish() { isWriting = false }
}
