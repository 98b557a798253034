import Files
import Glibc
import PageText
import TextDecoding

/// One file of pages, read and let through the gate.
package struct LoadedPage: Sendable {
    package var source: PageSource
    /// How the file was written.
    package var encoding: SourceText.Encoding
    /// The file is plainly in that encoding, but this machine cannot convert it.
    package var lacksConverter: Bool
    /// What the gate took out.
    package var removed: SanitizerReport
}

/// The pages of an edition, and those of its files that could not be read.
package struct LoadedEdition: Sendable {
    package var pages: [LoadedPage]
    package var faults: [LoadFault]

    package var sources: [PageSource] { pages.map(\.source) }
}

/// Reads pages from the disk.
package enum EditionLoader {
    /// The largest file that is read, in bytes.
    package static let limit = FileBytes.limit

    /// A single file, which may be a pipe or a device too, since it was asked for by name.
    package static func page(_ file: FileName, limit: Int = limit) throws(LoadFault) -> LoadedPage {
        try load(file, mayWait: true, limit: limit)
    }

    /// All that the input holds up to its end; `name` stands in for its path.
    package static func standardInput(name: String = "-", limit: Int = limit) throws(LoadFault) -> LoadedPage {
        do throws(FileFault) {
            return gated(FileName(name), try FileBytes.read(0, shown: name, limit: limit))
        } catch {
            throw .file(error)
        }
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

    private static func load(_ file: FileName, mayWait: Bool, limit: Int) throws(LoadFault) -> LoadedPage {
        gated(file, try bytes(of: file, mayWait: mayWait, limit: limit))
    }

    /// What a file that was asked for by name holds, as it is; `-` is standard input.
    package static func bytes(
        of file: FileName, mayWait: Bool = true, limit: Int = limit
    ) throws(LoadFault) -> [UInt8] {
        do throws(FileFault) {
            return try FileBytes.read(file, mayWait: mayWait, limit: limit)
        } catch {
            throw .file(error)
        }
    }

    private static func gated(_ file: FileName, _ bytes: [UInt8]) -> LoadedPage {
        let read = TextDecoder.read(bytes)
        return LoadedPage(
            source: PageSource(path: file.shown, utf8: read.utf8), encoding: read.encoding,
            lacksConverter: read.lacksConverter, removed: read.removed)
    }
}
