import Application
import ArgumentParser
import Files
import Localization
import Marks

struct MergeMarks: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "merge", abstract: .marksMergeAbstract)

    @Argument(help: ArgumentHelp(.marksFilesHelp, valueName: "file"), completion: .file())
    var files: [FileName]

    func run(in context: CommandContext) throws { try Self.merge(files, in: context) }

    /// Merges the events of logs into this machine's marks, and says how many were new; `-` is standard input.
    ///
    /// A file that cannot be read is reported, and the others are still merged.
    static func merge(_ files: [FileName], in context: CommandContext) throws {
        let texts = context.localization
        let log = MarkLog.open(context.environment)
        var news = 0
        var isWhole = true
        for file in files {
            let shown = file.shown
            do throws(FileFault) {
                let (events, unreadable) = try MarkEvent.read(at: file)
                if events.isEmpty, unreadable > 0 {
                    reportError(texts(.noMarks, shown))
                    isWhole = false
                } else if unreadable > 0 {
                    reportError(texts(.marksNotUnderstood, shown, unreadable))
                }
                news += log.adopt(events, now: context.environment.now)
            } catch {
                reportError(texts.words(for: error))
                isWhole = false
            }
        }
        log.finish()
        if let loss = log.loss { throw CommandError(loss.words(in: texts)) }
        var output = Output(texts)
        output.write(texts(.marksTaken, news) + "\n")
        output.flush()
        if !isWhole { throw ExitCode.failure }
    }
}
