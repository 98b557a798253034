import ArgumentParser
import Feeds

struct Export: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "export", abstract: .exportAbstract)

    @Argument(help: ArgumentHelp(.pathsHelp, valueName: "path"), completion: .file())
    var paths: [String] = []

    func run(in context: CommandContext) throws {
        let material = try Material(paths: paths, context)
        var output = Output(context.localization)
        try Feed.write(material.edition, fileName: material.name) { output.write(bytes: $0) }
        output.flush()
        try material.finish()
    }
}
