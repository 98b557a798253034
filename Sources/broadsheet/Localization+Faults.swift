import Files
import Glibc
import Localization
import Sources

extension Localization {
    /// Why a file cannot be read, and what to do.
    func words(for fault: FileFault) -> String {
        switch fault.code {
        case ENOENT: self(.noFile, fault.path)
        case EFBIG: self(.tooLarge, fault.path, FileBytes.limit >> 20)
        case EACCES: self(.noPermission, fault.path)
        default: self(.notReadable, fault.path, fault.reason)
        }
    }

    /// Why an edition cannot be read, and what to do.
    func words(for fault: LoadFault) -> String {
        switch fault {
        case .file(let fault): words(for: fault)
        case .noPages(let path): self(.noPages, path)
        case .cancelled: self(.cancelled)
        }
    }
}

extension FileFault {
    /// The C library's words for it.
    var reason: String { String(cString: strerror(code)) }
}
