import ArgumentParser
import Glibc
import Files
import Marks
import TextDecoding

struct CompactMarks: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "compact", abstract: texts(.marksCompactAbstract))

    func run() throws {
        let log = MarkLog.open()
        let before = log.ownSize
        do throws(FileFault) {
            if try !log.compact(), before > 0 { throw FileFault(.lock, log.folder, code: EBUSY) }
        } catch {
            throw Complaint(words: texts(.marksNotCompacted, TextDecoder.clean(log.folder), error.reason))
        }
        var output = Output()
        output.write(texts(.marksCompacted, before, log.ownSize) + "\n")
        output.flush()
    }
}
