import Application
import ArgumentParser
import Marks

struct ExportMarks: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "export", abstract: .marksExportAbstract)

    func run(in context: CommandContext) throws {
        let texts = context.localization
        let log = MarkLog.open(context.environment)
        var output = Output(texts)
        output.write(bytes: log.marks.log)
        output.flush()
        try report(log.readFaults, in: texts)
    }
}
