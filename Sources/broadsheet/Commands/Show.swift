import Application
import ArgumentParser
import Files
import Newspaper
import Reader
import Settings
import TextDecoding

struct Show: SettingsCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: .showAbstract)

    @Argument(help: ArgumentHelp(.pathHelp, valueName: "path"), completion: .file())
    var path: FileName

    @Argument(help: ArgumentHelp(.storyHelp, valueName: "story"))
    var story: String?

    @Option(help: ArgumentHelp(.widthHelp, valueName: "cells"))
    var width: Int?

    @Flag(help: ArgumentHelp(.raggedHelp))
    var ragged = false

    @Option(help: ArgumentHelp(.hangingHelp, valueName: "full|half|none"))
    var hanging: ReadingSettings.Hanging?

    @Flag(help: ArgumentHelp(.noRestoreHelp))
    var noRestore = false

    @OptionGroup var inputOptions: InputOptions

    @OptionGroup var options: SettingOptions

    func run(in context: CommandContext) throws {
        let texts = context.localization
        if let width, !(4...1000).contains(width) { throw CommandError(texts(.badWidth, width), status: 2) }
        let input = try CommandInput(paths: [path], context, inputOptions)
        let list = input.list
        var chosen = 0..<list.count
        if let story {
            guard let found = Self.find(story, in: list) else {
                throw CommandError(texts(.noStory, TextDecoder.clean(story)), status: 2)
            }
            chosen = found..<found + 1
        }
        var settings = context.settings.preferences.reading
        if ragged { settings.isJustified = false }
        if let hanging { settings.hanging = hanging }
        if noRestore { settings.restoresPunctuation = false }
        settings.padsQuotes = isTerminal
        // The last cells of a terminal's line are left to hanging marks.
        let measure = width ?? max(4, min(settings.measure, (terminalColumns ?? 78) - 2))
        var output = Output(texts)
        for position in chosen {
            guard let story = list.story(at: position) else { continue }
            if position > chosen.lowerBound { output.write("\n\n") }
            let document = StoryDocument(story, texts: texts, settings: settings)
            document.forEachLine(measure: measure) { line in
                output.write(line)
                output.write("\n")
            }
            if !document.links.isEmpty { output.write("\n") }
            for line in document.linkLines {
                output.write(line)
                output.write("\n")
            }
        }
        output.flush()
        try input.finish()
    }

    /// By its number in the list, from 1, or by its id.
    private static func find(_ name: String, in list: any StoryList) -> Int? {
        if let number = Int(name), (0..<list.count).contains(number - 1) { return number - 1 }
        return StoryID(name).flatMap(list.position)
    }
}

extension ReadingSettings.Hanging: ExpressibleByArgument {}
