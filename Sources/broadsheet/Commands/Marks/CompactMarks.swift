import Application
import ArgumentParser
import Glibc
import Files
import Marks
import TextDecoding

struct CompactMarks: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "compact", abstract: .marksCompactAbstract)

    func run(in context: CommandContext) throws {
        let texts = context.localization
        let log = MarkLog.open(context.environment)
        let before = log.ownSize
        do throws(FileFault) {
            if try !log.compact(), before > 0 { throw FileFault(.lock, log.folder, code: EBUSY) }
        } catch {
            throw CommandError(texts(.marksNotCompacted, log.folder.shown, error.reason))
        }
        var output = Output(texts)
        output.write(texts(.marksCompacted, before, log.ownSize) + "\n")
        output.flush()
    }
}
