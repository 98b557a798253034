import Glibc
import Files
import Marks
import TextDecoding
import Localization

extension MarkLog {
    /// The log of this machine and the logs of all others, in the program's state folder.
    static func open(stateFolder: String = Surroundings.stateFolder) -> MarkLog {
        load(folder: stateFolder + "/marks", device: Device.nameHere(stateFolder: stateFolder))
    }

    /// After the last try to save: what was not saved, and why; nil where all was.
    var loss: String? {
        guard unsaved > 0, let saveFault else { return nil }
        return texts(.marksLost, unsaved, TextDecoder.clean(folder), saveFault.reason)
    }

    /// Throws where a log could not be read, so that what is told of the marks may not be all.
    func complainOfReading() throws {
        for fault in readFaults {
            complain(texts(.notReadable, TextDecoder.clean(fault.path), fault.reason))
        }
        if !readFaults.isEmpty { throw Silence() }
    }
}

extension FileFault {
    /// The C library's words for it.
    var reason: String { String(cString: strerror(code)) }
}
