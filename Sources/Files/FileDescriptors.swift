import Glibc

/// Opens a file for reading; the caller closes it.
///
/// - Parameter mayWait: whether it may be a pipe or a device, which can keep the caller waiting; if not, whatever is no
///   regular file is a fault with `EINVAL`.
package func openForReading(_ file: FileName, mayWait: Bool = false) throws(FileFault) -> Int32 {
    let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (mayWait ? 0 : O_NONBLOCK)
    let descriptor = file.withCString { open($0, flags) }
    guard descriptor >= 0 else { throw FileFault(.open, file) }
    if mayWait || FileStatus(descriptor: descriptor)?.isRegular == true { return descriptor }
    close(descriptor)
    throw FileFault(.read, file, code: EINVAL)
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
