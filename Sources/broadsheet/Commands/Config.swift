import Application
import ArgumentParser
import Files
import Localization
import Settings
import TextDecoding

struct Config: SettingsCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: .configAbstract, discussion: .configExamples)

    @Flag(help: ArgumentHelp(.configPathHelp))
    var path = false

    @Flag(help: ArgumentHelp(.configExampleHelp))
    var example = false

    @OptionGroup var options: SettingOptions

    func run(in context: CommandContext) throws {
        let (settings, texts) = (context.settings, context.localization)
        if path, example {
            throw CommandError(texts(.conflictingOptions, "--path", "--example"), status: 2)
        }
        var output = Output(texts)
        if path {
            // To be opened by other programs, it is given as it is.
            if !context.environment.hasSettingsFolder { throw CommandError(texts(.noHome)) }
            let file = context.environment.settingsFile
            if isTerminal { output.write(file.shown) } else { output.write(bytes: file.bytes) }
            output.write("\n")
            output.flush()
            // For `broadsheet config --example > "$(broadsheet config --path)"` on a new account.
            do throws(FileFault) {
                try makeFolders(file.parent)
            } catch {
                throw CommandError(texts(.notMade, TextDecoder.clean(error.path), error.reason))
            }
        } else if example {
            output.write(SettingsTable.example(in: texts))
        } else {
            output.write(
                SettingsTable.listing(settings.resolved) { settings.words(for: $0, in: texts, context.environment) })
        }
        output.flush()
        let faults = context.settingsFaults
        guard !path, !example, !faults.isEmpty else { return }
        for fault in faults { reportError(fault) }
        let resolved = settings.resolved
        if resolved.fileFault != nil || !resolved.faults.allSatisfy(\.isRemark) { throw ExitCode.failure }
    }
}
