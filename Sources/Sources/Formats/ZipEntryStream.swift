import CZlib

/// What one file of an archive unpacks to.
final class ZipEntryStream: ByteStream {
    var pending: [UInt8] = []
    /// Kept open as long as it is read.
    private let archive: ZipArchive
    /// nil for an archive without files.
    private let zip: unzFile?
    private let path: String
    private let packed: Int
    /// Bytes that are unpacked at a time.
    private let part: Int
    private let budget: UnpackingBudget
    private var unpacked = 0
    private var isAtEnd = false

    init(_ archive: ZipArchive, _ zip: unzFile, path: String, packed: Int, part: Int, budget: UnpackingBudget) {
        self.archive = archive
        self.zip = zip
        self.path = path
        self.packed = packed
        self.part = part
        self.budget = budget
    }

    func read() throws(SourceFault) -> [UInt8] {
        if isAtEnd { return [] }
        var code: Int32 = 0
        let part = [UInt8](unsafeUninitializedCapacity: part) { buffer, count in
            code = unzReadCurrentFile(zip, buffer.baseAddress, UInt32(buffer.count))
            count = max(0, Int(code))
        }
        guard code >= 0 else { throw .damaged(path: path, .zip) }
        if part.isEmpty {
            isAtEnd = true
            // Compares the checksum.
            if unzCloseCurrentFile(zip) != UNZ_OK { throw .damaged(path: path, .zip) }
        }
        unpacked += part.count
        try budget.spend(part.count, total: unpacked, packed: packed, path: path)
        return part
    }
}
