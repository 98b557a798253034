import CMemory
import Files
import Glibc

/// A file without a name, in memory.
final class MemoryDescriptor {
    let descriptor: Int32

    init(_ bytes: [UInt8], path: String) throws(SourceFault) {
        descriptor = broadsheet_memory_file()
        guard descriptor >= 0 else { throw .file(FileFault(.open, path, code: errno)) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, $0.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .file(FileFault(.write, path, code: errno)) }
            written += count
        }
        lseek(descriptor, 0, SEEK_SET)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// In bytes.
    var size: Int { Int(max(0, lseek(descriptor, 0, SEEK_END))) }

    /// What is in it.
    func bytes(atMost limit: Int) -> [UInt8] {
        let size = min(limit, size)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < buffer.count {
                let part = pread(descriptor, buffer.baseAddress! + count, buffer.count - count, off_t(count))
                guard part > 0 else { return }
                count += part
            }
        }
    }
}
