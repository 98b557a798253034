import Files
import Glibc
import Localization
import Sources

extension Localization {
    /// One line: what is wrong with a file, and what to do.
    func words(for fault: SourceFault) -> String {
        switch fault {
        case .file(let fault): words(for: fault)
        case .noPages(let path): self(.noPages, path)
        case .unsupported(let path, .empty, _): self(.fileEmpty, path)
        case .unsupported(let path, let type, let isPacked):
            self(isPacked ? .fileUnsupportedInside : .fileUnsupported, path, name(of: type), advice(for: type))
        case .damaged(let path, let type): self(.fileDamaged, path, name(of: type))
        case .tooMuch(let path, .bytes): self(.unpackedBytes, path, UnpackingLimit.mostBytes >> 20)
        case .tooMuch(let path, .ratio): self(.unpackedRatio, path, UnpackingLimit.highestRatio)
        case .tooMuch(let path, .entries): self(.unpackedEntries, path, UnpackingLimit.mostEntries)
        case .tooMuch(let path, .depth): self(.unpackedDepth, path)
        case .locked(let path, .encrypted): self(.fileEncrypted, path)
        case .locked(let path, .method(let number)): self(.fileUnknownMethod, path, number)
        }
    }

    func words(for fault: FileFault) -> String {
        switch fault.code {
        case ENOENT: self(.noFile, fault.path)
        case EFBIG: self(.tooLarge, fault.path, FileBytes.limit >> 20)
        case EACCES: self(.noPermission, fault.path)
        default: self(.notReadable, fault.path, String(cString: strerror(fault.code)))
        }
    }

    /// "a PNG picture"
    private func name(of type: FileType) -> String { words(for: "file.\(type.rawValue)") ?? type.rawValue }

    /// What a reader can do with such a file.
    private func advice(for type: FileType) -> String {
        switch type {
        case .pdf, .postScript: self(.advicePDF)
        case .html, .rtf, .epub, .mobi, .wordDocument, .openDocument, .oldOffice, .spreadsheet, .presentation, .xml:
            self(.adviceText)
        case .tar, .bzip2, .xz, .zstd, .sevenZip, .rar: self(.adviceUnpack)
        case .unknownText: self(.adviceEncoding)
        default: self(.adviceFormats)
        }
    }
}
