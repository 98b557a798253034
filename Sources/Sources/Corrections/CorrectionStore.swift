import Files
import Glibc
import Newspaper
import PageText

/// The files that hold what readers have said about the lines of pages: beside the page, `01.txt.corrections`, so that they
/// go where it goes; where nothing can be written there, and for pages that are no files, in one folder.
///
/// The folder's file of a page counts alone where there is one: it was made from the one beside the page, which could not be
/// replaced.
package struct CorrectionStore: Sendable {
    /// The folder for what is not kept beside the page; nil where there is none.
    package let folder: FileName?

    /// - Parameter dataFolder: the program's own; nil where there is none.
    package init(dataFolder: FileName? = nil) { folder = dataFolder?.appending("corrections") }

    /// The corrections of a page, by its key; none where there are none or they cannot be read.
    ///
    /// - Parameter names: those of the files in the folder, so that it is not asked for each page.
    package func corrections(of key: [UInt8], names: Set<FileName>) -> PageCorrections {
        if !names.isEmpty, let file = fileInFolder(key), names.contains(file.last), let kept = read(file) {
            return kept
        }
        return CorrectedPage.fileBeside(key).flatMap(read) ?? PageCorrections()
    }

    /// The names of the files in the folder.
    package var names: Set<FileName> { Set(folder.map { listFolder($0).names } ?? []) }

    /// The file that a page's corrections are in; nil where there is none.
    package func file(of key: [UInt8]) -> FileName? {
        [fileInFolder(key), CorrectedPage.fileBeside(key)].compactMap(\.self).first {
            FileStatus($0)?.isRegular == true
        }
    }

    /// Says something about a line, or takes back what was said, and writes that down. Others may have written to the file
    /// meanwhile: what they have said stays.
    ///
    /// - Throws: where it could be written nowhere; nothing has changed then.
    package func set(_ ruling: LineRuling?, of line: LineAddress) throws(FileFault) {
        let (beside, kept) = (CorrectedPage.fileBeside(line.page), fileInFolder(line.page))
        var corrections = kept.flatMap(read) ?? beside.flatMap(read) ?? PageCorrections()
        corrections.set(ruling, of: line)
        var fault: FileFault?
        if let beside, FileStatus(FileName(Array(line.page.dropFirst()))) != nil {
            do throws(FileFault) {
                try write(corrections, to: beside, mode: 0o644)
                if let kept { _ = kept.withCString { unlink($0) } }
                return
            } catch {
                fault = error
            }
        }
        guard let kept else { throw fault ?? FileFault(.write, "corrections", code: ENOENT) }
        // Taken back is also what the file beside the page says, which cannot be removed: a file without any says so.
        try write(corrections, to: kept, mode: 0o600, keepsEmpty: beside.map { FileStatus($0) != nil } ?? false)
    }

    private func fileInFolder(_ key: [UInt8]) -> FileName? { folder?.appending(CorrectedPage.name(of: key)) }

    private func read(_ file: FileName) -> PageCorrections? {
        // A little more is read than counts, and what is far too large not at all.
        guard let bytes = try? FileBytes.read(file, mayWait: false, limit: 4 * PageCorrections.largestFile) else {
            return nil
        }
        return PageCorrections(file: bytes)
    }

    private func write(
        _ corrections: PageCorrections, to file: FileName, mode: UInt32, keepsEmpty: Bool = false
    ) throws(FileFault) {
        guard corrections.isEmpty, corrections.unknown.isEmpty, !keepsEmpty else {
            return try AtomicFile.write(corrections.file, to: file, mode: mode)
        }
        guard file.withCString({ unlink($0) }) != 0, errno != ENOENT else { return }
        throw FileFault(.replace, file)
    }
}
