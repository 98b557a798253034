import ArgumentParser

struct Manual: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "manual", abstract: texts(.manualAbstract))

    @OptionGroup var options: SettingOptions

    func run() throws {
        var output = Output()
        output.write(ManualPage(tree: try CommandTree.read(), texts: texts).roff)
        output.flush()
    }
}
