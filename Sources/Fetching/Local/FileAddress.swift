import Files
import Glibc
import TextDecoding

/// An address of a file of this host (RFC 8089).
enum FileAddress {
    /// The file's path; nil for an address of another scheme or of another host.
    static func file(_ text: String) -> FileName? {
        let start = "file:"
        guard text.lowercased().hasPrefix(start), !text.utf8.contains(where: { $0 < 0x20 }) else { return nil }
        var path = Array(text.utf8.dropFirst(start.utf8.count))
        for host in ["//localhost/", "///"] where path.starts(with: host.utf8) {
            path.removeFirst(host.utf8.count - 1)
            break
        }
        guard path.first == UInt8(ascii: "/"), !path.starts(with: "//".utf8) else { return nil }
        let bytes = PercentEncoding.decode(path)
        return bytes.contains(0) ? nil : FileName(bytes)
    }

    /// What is in the file, or that nobody has written to it since.
    static func fetch(_ file: FileName, for request: FetchRequest) throws(FetchFault) -> FetchResult {
        do throws(FileFault) {
            let descriptor = try openForReading(file)
            defer { close(descriptor) }
            let tag = FileStatus(descriptor: descriptor).map { "\"\($0.versionTag)\"" }
            if let tag, tag == request.entityTag { return FetchResult(status: 304, entityTag: tag) }
            let bytes = try FileBytes.read(descriptor, shown: file.shown, limit: request.limits.bytes)
            return FetchResult(status: 200, body: bytes, entityTag: tag)
        } catch {
            throw error.code == EFBIG ? .tooLarge(limit: request.limits.bytes) : .file(error)
        }
    }
}
