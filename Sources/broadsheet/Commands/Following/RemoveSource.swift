import Application
import ArgumentParser
import Files

struct RemoveSource: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: .removeAbstract)

    @Argument(help: ArgumentHelp(.sourceHelp, valueName: "source"))
    var source: String

    func run(in context: CommandContext) throws {
        let texts = context.localization
        var followed = try FollowedSources(reading: context)
        let index = try followed.index(of: source, in: texts)
        let name = followed.name(of: followed.all[index])
        do throws(FileFault) {
            try followed.remove(index)
        } catch {
            throw CommandError(texts(.sourceNotWritten, error.path, error.reason))
        }
        var output = Output(texts)
        output.write(texts(.sourceRemoved, name) + "\n")
        output.flush()
    }
}
