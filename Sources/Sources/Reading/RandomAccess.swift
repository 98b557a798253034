import Glibc

/// Bytes that can be read at any place.
protocol RandomAccess: AnyObject {
    var size: Int { get }
    /// Reads bytes from `offset` on; returns how many, fewer than there is room for only at the end or where reading fails.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int
}

final class MemoryAccess: RandomAccess {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var size: Int { bytes.count }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
        guard offset >= 0, offset < bytes.count else { return 0 }
        let count = min(buffer.count, bytes.count - offset)
        bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count])) }
        return count
    }
}

final class FileAccess: RandomAccess {
    private let descriptor: Int32
    let size: Int

    /// Closes the descriptor when it is let go.
    init(_ descriptor: Int32, size: Int) {
        self.descriptor = descriptor
        self.size = size
    }

    deinit { close(descriptor) }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
        var done = 0
        while done < buffer.count {
            let count = pread(descriptor, buffer.baseAddress! + done, buffer.count - done, off_t(offset + done))
            if count < 0, errno == EINTR { continue }
            if count <= 0 { break }
            done += count
        }
        return done
    }
}
