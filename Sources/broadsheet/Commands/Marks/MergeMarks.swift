import ArgumentParser
import Files
import Marks
import TextDecoding

struct MergeMarks: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "merge", abstract: texts(.marksMergeAbstract))

    @Argument(help: ArgumentHelp(texts(.marksFilesHelp), valueName: "file"), completion: .file())
    var files: [String]

    func run() throws { try Self.takeOver(files) }

    /// Takes the events of logs over as this machine's own, and says how many were news; `-` is standard input.
    ///
    /// A file that cannot be read does not keep the others back.
    static func takeOver(_ files: [String]) throws {
        let log = MarkLog.open()
        var news = 0
        var isWhole = true
        for file in files {
            let shown = TextDecoder.clean(file)
            do throws(FileFault) {
                let (events, notUnderstood) = try MarkEvent.read(at: FileName(file))
                if events.isEmpty, notUnderstood > 0 {
                    complain(texts(.noMarks, shown))
                    isWhole = false
                } else if notUnderstood > 0 {
                    complain(texts(.marksNotUnderstood, shown, notUnderstood))
                }
                news += log.adopt(events, now: Surroundings.now)
            } catch {
                complain(texts.words(for: .file(error)))
                isWhole = false
            }
        }
        log.finish()
        if let loss = log.loss { throw Complaint(words: loss) }
        var output = Output()
        output.write(texts(.marksTaken, news) + "\n")
        output.flush()
        if !isWhole { throw Silence() }
    }
}
