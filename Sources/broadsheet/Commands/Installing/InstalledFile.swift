import Glibc
import Files

/// A file that `broadsheet install` writes.
struct InstalledFile {
    let path: String

    /// Every installed file contains this, the program too: it shows that a file may be replaced.
    static let mark = "Written by 'broadsheet install', which may replace it."

    init(_ path: String) { self.path = path }

    /// Whether there is no file yet, or one that this program installed.
    var mayBeReplaced: Bool {
        guard access(path, F_OK) == 0 else { return errno == ENOENT || errno == ENOTDIR }
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

    func bytes() throws(FileFault) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFault(.read, path, code: errno) }
        defer { close(descriptor) }
        var status = stat()
        fstat(descriptor, &status)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(max(0, status.st_size))
        var piece = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(descriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileFault(.read, path, code: errno) }
            guard count > 0 else { return bytes }
            bytes += piece[..<count]
        }
    }

    /// Replaces the file atomically, so that a running program and an open page are not disturbed.
    func write(_ bytes: [UInt8], mode: mode_t = 0o644) throws(FileFault) {
        try makeFolders()
        let draft = path + ".new"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw FileFault(.write, draft, code: errno) }
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + sent, $0.count - sent) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return try fail(closing: descriptor, removing: draft) }
            sent += count
        }
        // Everybody may run and read it, whatever the umask is.
        guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else {
            return try fail(closing: descriptor, removing: draft)
        }
        close(descriptor)
        guard rename(draft, path) == 0 else {
            let code = errno
            unlink(draft)
            throw FileFault(.replace, path, code: code)
        }
    }

    private func fail(closing descriptor: Int32, removing draft: String) throws(FileFault) {
        let code = errno
        close(descriptor)
        unlink(draft)
        throw FileFault(.write, path, code: code)
    }

    private func makeFolders() throws(FileFault) {
        let parts = path.split(separator: "/").dropLast()
        var folder = path.hasPrefix("/") ? "" : "."
        for part in parts {
            folder += "/" + part
            if mkdir(folder, 0o755) != 0, errno != EEXIST, errno != EISDIR {
                throw FileFault(.makeFolder, folder, code: errno)
            }
        }
    }

    /// What the program at this path prints when it is run with arguments.
    func output(of arguments: [String]) throws(FileFault) -> [UInt8] {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw FileFault(.read, path, code: errno) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        for end in ends { posix_spawn_file_actions_addclose(&actions, end) }
        let words = ([path] + arguments).map { strdup($0) } + [nil]
        var process: pid_t = 0
        let code = posix_spawn(&process, path, &actions, nil, words, environ)
        for word in words { free(word) }
        posix_spawn_file_actions_destroy(&actions)
        close(ends[1])
        defer { close(ends[0]) }
        guard code == 0 else { throw FileFault(.read, path, code: code) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(ends[0], &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += piece[..<count]
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else { throw FileFault(.read, path, code: EIO) }
        return bytes
    }
}
