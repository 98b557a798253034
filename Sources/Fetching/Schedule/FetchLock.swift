import Files
import Glibc

/// Keeps two programs from fetching into the same folder at the same time. It holds for as long as the object lives, and no
/// longer than the process, however that ends.
package final class FetchLock: Sendable {
    private let descriptor: Int32

    private init(_ descriptor: Int32) { self.descriptor = descriptor }

    /// Locks a folder, which is made if it is missing; nil where somebody else has the lock.
    package static func acquire(in folder: FileName) throws(FileFault) -> FetchLock? {
        try makeFolders(folder)
        let file = folder.appending(".fetching")
        let descriptor = openForAppending(file)
        guard descriptor >= 0 else { throw FileFault(.open, file) }
        do throws(FileFault) {
            // A child inherits neither the descriptor nor the lock. The file stays: to remove it would let two have it.
            if try tryLock(descriptor, of: file) { return FetchLock(descriptor) }
        } catch {
            close(descriptor)
            throw error
        }
        close(descriptor)
        return nil
    }

    deinit {
        // A child that is just being started has the descriptor for a moment.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
