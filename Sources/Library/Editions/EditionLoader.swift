import Glibc
import PageParsing
import TextIntake

/// One file of pages, read and let through the gate.
package struct LoadedPage: Sendable {
    package var source: PageSource
    /// How the file was written.
    package var encoding: SourceText.Encoding
    /// The file is plainly in that encoding, but this machine cannot convert it.
    package var lacksConverter: Bool
    /// What the gate took out.
    package var removed: Removals
}

/// The pages of an edition, and those of its files that could not be read.
package struct LoadedEdition: Sendable {
    package var pages: [LoadedPage]
    package var faults: [LoadFault]

    package var sources: [PageSource] { pages.map(\.source) }
}

/// Reads pages from the disk.
package enum EditionLoader {
    /// The largest file that is read, in bytes. A newspaper's year is far below; a stream may be endless.
    package static let limit = 1 << 30

    /// A single file, which may be a pipe or a device too, since it was asked for by name.
    package static func page(_ file: FileName, limit: Int = limit) throws(LoadFault) -> LoadedPage {
        try load(file, mayWait: true, limit: limit)
    }

    /// All that the input holds up to its end; `name` stands in for its path.
    package static func standardInput(name: String = "-", limit: Int = limit) throws(LoadFault) -> LoadedPage {
        gated(FileName(name), try FileBytes.read(0, shown: name, limit: limit))
    }

    /// The pages of an edition; one that cannot be read does not keep the others back.
    ///
    /// `visit` is told before each page how many are read, and says whether to go on; the pages read until then count.
    package static func edition(
        _ edition: EditionFolder, limit: Int = limit, visit: (Int) -> Bool = { _ in true }
    ) throws(LoadFault) -> LoadedEdition {
        var loaded = LoadedEdition(pages: [], faults: [])
        for (count, file) in edition.pages.enumerated() {
            guard visit(count) else { break }
            do throws(LoadFault) {
                loaded.pages.append(try load(file, mayWait: false, limit: limit))
            } catch {
                loaded.faults.append(error)
            }
        }
        if loaded.pages.isEmpty, let fault = loaded.faults.first { throw fault }
        return loaded
    }

    /// What a file that was asked for by name holds, as it is; `-` is standard input.
    package static func bytes(
        of file: FileName, mayWait: Bool = true, limit: Int = limit
    ) throws(LoadFault) -> [UInt8] {
        if file == FileName("-") { return try FileBytes.read(0, shown: "-", limit: limit) }
        return try read(file, mayWait: mayWait, limit: limit)
    }

    private static func load(_ file: FileName, mayWait: Bool, limit: Int) throws(LoadFault) -> LoadedPage {
        gated(file, try read(file, mayWait: mayWait, limit: limit))
    }

    private static func read(_ file: FileName, mayWait: Bool, limit: Int) throws(LoadFault) -> [UInt8] {
        let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (mayWait ? 0 : O_NONBLOCK)
        let descriptor = file.withCString { open($0, flags) }
        guard descriptor >= 0 else { throw .file(FileFault(.open, file.shown)) }
        defer { close(descriptor) }
        if !mayWait, FileIdentity(descriptor: descriptor)?.isRegular != true {
            throw .file(FileFault(.read, file.shown, code: EINVAL))
        }
        return try FileBytes.read(descriptor, shown: file.shown, limit: limit)
    }

    private static func gated(_ file: FileName, _ bytes: [UInt8]) -> LoadedPage {
        let read = TextIntake.read(bytes)
        return LoadedPage(
            source: PageSource(path: file.shown, utf8: read.utf8), encoding: read.encoding,
            lacksConverter: read.lacksConverter, removed: read.removed)
    }
}

/// All bytes of an open file.
enum FileBytes {
    /// Into room of the file's size at once; a stream's room is doubled as it grows.
    static func read(_ descriptor: Int32, shown: String, limit: Int) throws(LoadFault) -> [UInt8] {
        let size = FileIdentity(descriptor: descriptor).map { $0.isRegular ? $0.size : 0 } ?? 0
        guard size <= limit else { throw .tooLarge(path: shown, limit: limit) }
        // One more than the size, so that the end is seen without growing.
        var room = max(size + 1, 1 << 16)
        var bytes: [UInt8] = []
        while true {
            var (code, isAtEnd): (Int32, Bool) = (0, false)
            let known = bytes
            bytes = []
            bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
                filled = buffer.initialize(fromContentsOf: known)
                while filled < buffer.count {
                    let count = Glibc.read(descriptor, buffer.baseAddress! + filled, buffer.count - filled)
                    if count > 0 {
                        filled += count
                    } else if count == 0 {
                        isAtEnd = true
                        return
                    } else if errno != EINTR {
                        code = errno
                        return
                    }
                }
            }
            if code != 0 { throw .file(FileFault(.read, shown, code: code)) }
            guard bytes.count <= limit else { throw .tooLarge(path: shown, limit: limit) }
            if isAtEnd { return bytes }
            room *= 2
        }
    }
}
