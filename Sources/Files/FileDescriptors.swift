import Glibc

/// Opens a file for reading; the caller closes it.
///
/// - Parameter mayWait: whether it may be a pipe or a device, which gives something in its own time (`awaitInput`); if not,
///   whatever is no regular file is a fault with `EINVAL`.
package func openForReading(_ file: FileName, mayWait: Bool = false) throws(FileFault) -> Int32 {
    // A pipe is opened at once; it is what it gives that is waited for.
    let descriptor = file.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK) }
    guard descriptor >= 0 else { throw FileFault(.open, file) }
    if mayWait || FileStatus(descriptor: descriptor)?.isRegular == true { return descriptor }
    close(descriptor)
    throw FileFault(.read, file, code: EINVAL)
}

/// Waits until there is something to read, or the end; false where `goesOn`, which is asked several times a second, says so.
package func awaitInput(_ descriptor: Int32, while goesOn: () -> Bool) -> Bool {
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while true {
        let count = poll(&ready, 1, 50)
        // What is wrong with it, reading will tell.
        if count > 0 || count < 0 && errno != EINTR { return true }
        if !goesOn() { return false }
    }
}

/// Opens a log for appending and reading, and makes it for this user only; negative where that failed. A pipe of that name
/// does not keep the caller waiting.
package func openForAppending(_ file: FileName) -> Int32 {
    file.withCString { open($0, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600) }
}

/// One `write`, repeated only where a signal kept it from writing anything; the number of bytes written, or negative.
package func writeOnce(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    while true {
        let count = write(descriptor, bytes.baseAddress, bytes.count)
        if count >= 0 || errno != EINTR { return count }
    }
}

/// As many writes as it takes; false, with the reason in `errno`, where not all could be written.
package func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
        var sent = 0
        while sent < bytes.count {
            let count = writeOnce(descriptor, UnsafeRawBufferPointer(rebasing: bytes[sent...]))
            if count == 0 { errno = ENOSPC }
            if count <= 0 { return false }
            sent += count
        }
        return true
    }
}

/// Locks an open file against other processes that lock it, for as long as it is open; false where another one has it.
package func tryLock(_ descriptor: Int32, of file: FileName) throws(FileFault) -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    if errno == EWOULDBLOCK { return false }
    throw FileFault(.lock, file)
}
