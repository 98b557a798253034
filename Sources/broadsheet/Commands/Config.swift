import ArgumentParser
import Reader
import Settings
import TextDecoding

struct Config: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: texts(.configAbstract), discussion: texts(.configExamples).replacingLineBreaks())

    @Flag(help: ArgumentHelp(texts(.configPathHelp)))
    var path = false

    @Flag(help: ArgumentHelp(texts(.configExampleHelp)))
    var example = false

    @OptionGroup var options: SettingOptions

    func run() throws {
        let keeper = try SettingsKeeper(options: options.entries())
        var output = Output()
        if path {
            output.write(Surroundings.settingsFile + "\n")
        } else if example {
            output.write(SettingsTable.example(in: keeper.preferences.texts))
        } else {
            output.write(keeper.listing)
        }
        output.flush()
        guard !path, !example, !keeper.faults.isEmpty else { return }
        for fault in keeper.faults { complain(fault) }
        throw Silence()
    }
}
