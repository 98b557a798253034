import Files
import Glibc

/// A file that `broadsheet install` writes.
struct InstalledFile {
    let file: FileName

    /// Every installed file contains this, the program too: it shows that a file may be replaced.
    static let mark = "Written by 'broadsheet install', which may replace it."

    init(_ file: FileName) { self.file = file }

    /// Whether there is no file yet, or one that this program installed.
    var mayBeReplaced: Bool {
        guard FileStatus(file) != nil else { return errno == ENOENT || errno == ENOTDIR }
        guard let bytes = try? bytes() else { return false }
        return Self.contains(bytes, Self.mark)
    }

    static func contains(_ bytes: [UInt8], _ text: String) -> Bool {
        let pattern = Array(text.utf8)
        return bytes.withUnsafeBytes { bytes in
            guard var place = bytes.baseAddress, pattern.count <= bytes.count else { return false }
            let end = place + (bytes.count - pattern.count + 1)
            while let found = memchr(place, Int32(pattern[0]), end - place) {
                if memcmp(found, pattern, pattern.count) == 0 { return true }
                place = UnsafeRawPointer(found) + 1
            }
            return false
        }
    }

    func bytes() throws(FileFault) -> [UInt8] { try FileBytes.read(file, mayWait: false) }

    /// The file's content, written beside its place and on the disk: a program that runs, or a page that is read, goes on
    /// when it is put in place. All may run and read it, whatever the umask is. Folders that were missing are added to
    /// `folders`.
    func draft(_ bytes: [UInt8], mode: mode_t = 0o644, folders: inout [FileName]) throws(FileFault) -> FileDraft {
        folders += try makeFolders(file.followingLinks().parent, mode: 0o755)
        let draft = try FileDraft(replacing: file, mode: mode)
        try draft.write(bytes)
        try draft.sync()
        try draft.close()
        return draft
    }
}
