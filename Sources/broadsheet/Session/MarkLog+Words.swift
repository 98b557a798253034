import ArgumentParser
import Files
import Marks
import TextDecoding
import Localization

extension MarkLog {
    /// The log of this machine and the logs of all others, in the program's state folder.
    static func open(stateFolder: String = ProcessEnvironment.stateFolder) -> MarkLog {
        load(folder: stateFolder + "/marks", device: Device.nameHere(stateFolder: stateFolder))
    }

    /// After the last try to save: what was not saved, and why; nil where all was.
    func loss(in texts: Localization) -> String? {
        guard unsaved > 0, let saveFault else { return nil }
        return texts(.marksLost, unsaved, TextDecoder.clean(folder), saveFault.reason)
    }

    /// Reports the logs that could not be read, and throws where there are any: what was printed may not be all.
    func reportReadFaults(in texts: Localization) throws {
        for fault in readFaults {
            reportError(texts(.notReadable, TextDecoder.clean(fault.path), fault.reason))
        }
        if !readFaults.isEmpty { throw ExitCode.failure }
    }
}
