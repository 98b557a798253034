import Application
import ArgumentParser
import Feeds
import Files

struct Export: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "export", abstract: .exportAbstract)

    @Argument(help: ArgumentHelp(.pathsHelp, valueName: "path"), completion: .file())
    var paths: [FileName] = []

    @OptionGroup var inputOptions: InputOptions

    func run(in context: CommandContext) throws {
        let input = try CommandInput(paths: paths, context, inputOptions)
        var output = Output(context.localization)
        try Feed.write(input.list, fileName: input.name) { output.write(bytes: $0) }
        output.flush()
        try input.finish()
    }
}
