import Application
import ArgumentParser
import Feeds
import Newspaper

struct Export: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "export", abstract: .exportAbstract)

    @Argument(help: ArgumentHelp(.pathsHelp, valueName: "path"), completion: .file())
    var paths: [String] = []

    func run(in context: CommandContext) throws {
        let input = try CommandInput(paths: paths, context)
        let list = input.list
        let edition = Edition(
            title: list.title, language: list.language, pages: list.pages,
            stories: (0..<list.count).compactMap(list.story), furniture: input.furniture)
        var output = Output(context.localization)
        try Feed.write(edition, fileName: input.name) { output.write(bytes: $0) }
        output.flush()
        try input.finish()
    }
}
