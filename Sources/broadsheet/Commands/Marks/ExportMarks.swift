import ArgumentParser
import Marks

struct ExportMarks: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "export", abstract: texts(.marksExportAbstract))

    func run() throws {
        let log = MarkLog.open()
        var output = Output()
        output.write(bytes: log.marks.log)
        output.flush()
        try log.complainOfReading()
    }
}
