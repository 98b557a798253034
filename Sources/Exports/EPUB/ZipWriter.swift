import CZlib

/// A ZIP file being written, in memory: minizip goes back to what it has written. The same files give the same bytes.
final class ZipWriter {
    private(set) var bytes: [UInt8] = []
    private var position = 0
    private var zip: zipFile?
    private let date: UInt

    /// - Parameters:
    ///   - date: of all files, "2026-11-20"; 1980, the first year of ZIP, for none.
    init?(date: String?) {
        self.date = Self.packed(date)
        var functions = zlib_filefunc64_def()
        functions.opaque = Unmanaged.passUnretained(self).toOpaque()
        functions.zopen64_file = { opaque, _, _ in opaque }
        functions.zread_file = { opaque, _, buffer, count in
            guard let buffer else { return 0 }
            return UInt(ZipWriter.from(opaque).read(UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))))
        }
        functions.zwrite_file = { opaque, _, buffer, count in
            guard let buffer else { return 0 }
            ZipWriter.from(opaque).write(UnsafeRawBufferPointer(start: buffer, count: Int(count)))
            return count
        }
        functions.ztell64_file = { opaque, _ in ZPOS64_T(ZipWriter.from(opaque).position) }
        functions.zseek64_file = { opaque, _, offset, origin in ZipWriter.from(opaque).seek(offset, origin) ? 0 : -1 }
        functions.zclose_file = { _, _ in 0 }
        functions.zerror_file = { _, _ in 0 }
        zip = zipOpen2_64("", APPEND_STATUS_CREATE, nil, &functions)
        if zip == nil { return nil }
    }

    deinit { if let zip { zipClose(zip, nil) } }

    /// Adds a file.
    ///
    /// - Parameter isStored: whether it is not compressed.
    func add(_ path: String, _ content: [UInt8], isStored: Bool = false) throws(ZipFault) {
        var info = zip_fileinfo()
        info.dosDate = uLong(date)
        let method = isStored ? 0 : Z_DEFLATED
        var code = zipOpenNewFileInZip(zip, path, &info, nil, 0, nil, 0, nil, method, Z_DEFAULT_COMPRESSION)
        var at = 0
        while code == ZIP_OK, at < content.count {
            // minizip counts in 32 bits.
            let count = min(content.count - at, 1 << 20)
            code = content.withUnsafeBytes { zipWriteInFileInZip(zip, $0.baseAddress! + at, UInt32(count)) }
            at += count
        }
        guard code == ZIP_OK, zipCloseFileInZip(zip) == ZIP_OK else { throw ZipFault() }
    }

    /// Adds the directory; nothing can be added after it.
    func finish() throws(ZipFault) -> [UInt8] {
        let code = zipClose(zip, nil)
        zip = nil
        guard code == ZIP_OK else { throw ZipFault() }
        return bytes
    }

    /// A day as MS-DOS has it: seven bits of the year from 1980 on, four of the month, five of the day, and the time below.
    private static func packed(_ date: String?) -> UInt {
        let numbers = (date ?? "").split(separator: "-").compactMap { UInt($0) }
        guard numbers.count == 3, (1980...2107).contains(numbers[0]), (1...12).contains(numbers[1]),
            (1...31).contains(numbers[2])
        else { return 0x0021_0000 }
        return (numbers[0] - 1980) << 25 | numbers[1] << 21 | numbers[2] << 16
    }

    // MARK: - What minizip calls

    private static func from(_ opaque: UnsafeMutableRawPointer?) -> ZipWriter {
        Unmanaged<ZipWriter>.fromOpaque(opaque!).takeUnretainedValue()
    }

    private func write(_ part: UnsafeRawBufferPointer) {
        let over = min(part.count, bytes.count - position)
        if over > 0 { bytes.replaceSubrange(position..<position + over, with: part.prefix(over)) }
        bytes += part.dropFirst(over)
        position += part.count
    }

    private func read(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, bytes.count - position)
        bytes.withUnsafeBytes {
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count]))
        }
        position += count
        return count
    }

    private func seek(_ offset: ZPOS64_T, _ origin: Int32) -> Bool {
        let place = broadsheet_zip_place(Int64(position), Int64(bytes.count), offset, origin)
        guard place >= 0 else { return false }
        position = Int(place)
        return true
    }
}

/// A ZIP file could not be written: it is larger than ZIP has room for, or there is no memory.
struct ZipFault: Error {}
