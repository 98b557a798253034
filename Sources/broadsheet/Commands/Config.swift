import ArgumentParser
import Localization
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
        let settings = try SettingsController(options: options.entries())
        let texts = settings.localization
        var output = Output()
        if path {
            output.write(Surroundings.settingsFile + "\n")
        } else if example {
            output.write(SettingsTable.example(in: texts))
        } else {
            output.write(SettingsTable.listing(settings.resolved) { settings.words(for: $0, in: texts) })
        }
        output.flush()
        let faults = settings.faults(in: texts)
        guard !path, !example, !faults.isEmpty else { return }
        for fault in faults { complain(fault) }
        throw Silence()
    }
}
