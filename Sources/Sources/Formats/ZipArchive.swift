import CZlib
import Files
import Glibc
import TextDecoding

/// An open ZIP file: the list of its files, and the bytes of each. Read by minizip; nothing is ever written to the disk.
final class ZipArchive {
    struct Entry {
        /// Its path in the archive: decoded, without `.`, `..` and empty names, so that it leads nowhere else.
        var path: FileName
        fileprivate var place: unz64_file_pos
        var packed: Int
        var isEncrypted: Bool
        var method: Int
    }

    /// The file on the disk; nil for an archive in memory.
    let file: FileName?
    /// Its path, fit to be shown.
    let path: String
    /// Its files in the order of its directory, folders left out, those of one name once.
    private(set) var entries: [Entry] = []
    private var indices: [FileName: Int] = [:]
    /// Whether it is an EPUB.
    private(set) var isBook = false
    /// nil for an archive without files.
    private let zip: unzFile?
    private let bytes: ZipBytes

    /// - Parameter type: what it is called where it is damaged.
    /// - Throws: where it is damaged, holds too many files, or is a document whose format is built on ZIP, but no book.
    init(
        _ access: any RandomAccess, path: String, file: FileName? = nil, as type: FileType = .zip,
        limits: ReadingLimits = ReadingLimits()
    ) throws(SourceFault) {
        self.path = path
        self.file = file
        bytes = ZipBytes(access)
        // Some versions of minizip open an archive without files, and then find it damaged; others do not open it.
        let isEmpty = bytes.isEmptyArchive
        zip = isEmpty ? nil : bytes.open()
        if zip == nil, !isEmpty { throw .damaged(path: path, type) }
        try readDirectory(mostEntries: limits.entries, type)
        isBook = type == .epub || entries.contains { $0.path.shown.lowercased() == "meta-inf/container.xml" }
        if !isBook, let type = FileType.document(has: { indices[FileName($0)] != nil }) {
            throw .unsupported(path: path, type)
        }
    }

    /// An archive on the disk.
    convenience init(_ file: FileName, limits: ReadingLimits = ReadingLimits()) throws(SourceFault) {
        let stream = try FileStream(file, limit: limits.fileBytes)
        try self.init(try stream.randomAccess(), path: file.shown, file: file, limits: limits)
    }

    deinit { if let zip { unzClose(zip) } }

    private func readDirectory(mostEntries: Int, _ type: FileType) throws(SourceFault) {
        guard let zip else { return }
        var code = unzGoToFirstFile(zip)
        var count = 0
        var name = [UInt8](repeating: 0, count: 1 << 10)
        while code == UNZ_OK {
            count += 1
            guard count <= mostEntries else { throw .tooMuch(path: path, .entries(mostEntries)) }
            var info = unz_file_info64()
            var place = unz64_file_pos()
            code = name.withUnsafeMutableBytes {
                unzGetCurrentFileInfo64(zip, &info, $0.baseAddress, UInt($0.count), nil, 0, nil, 0)
            }
            if code == UNZ_OK { code = unzGetFilePos64(zip, &place) }
            guard code == UNZ_OK else { break }
            add(name.prefix(Int(min(info.size_filename, UInt(name.count)))), info, place)
            code = unzGoToNextFile(zip)
        }
        if code != UNZ_END_OF_LIST_OF_FILE, entries.isEmpty { throw .damaged(path: path, type) }
    }

    private func add(_ name: ArraySlice<UInt8>, _ info: unz_file_info64, _ place: unz64_file_pos) {
        // Decoded as a whole, since bytes of GBK may be / or \.
        let text = TextDecoder.clean(TextDecoder.read(Array(name)).text)
        let isFolder = text.hasSuffix("/") || text.hasSuffix("\\")
        let names = text.split { $0 == "/" || $0 == "\\" }.map(String.init).filter { $0 != "." && $0 != ".." }
        guard !isFolder, !names.isEmpty else { return }
        let path = FileName(names.joined(separator: "/"))
        guard indices[path] == nil else { return }
        indices[path] = entries.count
        entries.append(
            Entry(
                path: path, place: place, packed: Int(clamping: info.compressed_size),
                isEncrypted: info.flag & 1 != 0,
                method: Int(info.compression_method)))
    }

    /// What a file unpacks to. Only one is read at a time: the one that was opened last.
    ///
    /// - Parameter part: how many bytes are unpacked at a time.
    func open(_ file: FileName, part: Int = 1 << 18, budget: UnpackingBudget) throws(SourceFault) -> any ByteStream {
        let shown = path + "/" + file.shown
        guard let zip, let index = indices[file] else { throw .file(FileFault(.open, shown, code: ENOENT)) }
        let entry = entries[index]
        if entry.isEncrypted { throw .locked(path: path, .encrypted) }
        guard entry.method == 0 || entry.method == Int(Z_DEFLATED) else {
            throw .locked(path: path, .method(entry.method))
        }
        var place = entry.place
        guard unzGoToFilePos64(zip, &place) == UNZ_OK, unzOpenCurrentFile(zip) == UNZ_OK else {
            throw .damaged(path: shown, .zip)
        }
        return ZipEntryStream(self, zip, path: shown, packed: entry.packed, part: part, budget: budget)
    }
}
