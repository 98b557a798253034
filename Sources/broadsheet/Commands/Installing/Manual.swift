import Application
import ArgumentParser

struct Manual: SettingsCommand {
    static let configuration = CommandConfiguration(commandName: "manual", abstract: .manualAbstract)

    @OptionGroup var options: SettingOptions

    func run(in context: CommandContext) throws {
        let texts = context.localization
        var output = Output(texts)
        output.write(ManualPage(tree: try CommandTree.read(in: texts), texts: texts).roff)
        output.flush()
    }
}
