import ArgumentParser

struct ImportMarks: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "import", abstract: texts(.marksImportAbstract))

    @Argument(help: ArgumentHelp(texts(.marksFileHelp), valueName: "file"), completion: .file())
    var file: String

    func run() throws { try MergeMarks.takeOver([file]) }
}
