import Application
import ArgumentParser
import Files

struct ImportMarks: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "import", abstract: .marksImportAbstract)

    @Argument(help: ArgumentHelp(.marksFileHelp, valueName: "file"), completion: .file())
    var file: FileName

    func run(in context: CommandContext) throws { try MergeMarks.merge([file], in: context) }
}
