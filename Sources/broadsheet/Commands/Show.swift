import ArgumentParser
import Newspaper
import Reader
import Settings
import Typesetting

struct Show: SettingsCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: .showAbstract)

    @Argument(help: ArgumentHelp(.pathsHelp, valueName: "path"), completion: .file())
    var path: String

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

    @OptionGroup var options: SettingOptions

    func run(in context: CommandContext) throws {
        let texts = context.localization
        if let width, !(4...1000).contains(width) { throw CommandError(texts(.badWidth, width), status: 2) }
        for fault in context.settings.faults(in: texts) { reportError(fault) }
        let material = try Material(paths: [path], context)
        let stories = material.edition.stories
        let chosen: [Story]
        if let story {
            guard let found = Self.find(story, in: stories) else {
                throw CommandError(texts(.noStory, story), status: 2)
            }
            chosen = [found]
        } else {
            chosen = stories
        }
        var settings = context.settings.preferences.reading
        if ragged { settings.isJustified = false }
        if let hanging { settings.hanging = hanging }
        if noRestore { settings.restoresPunctuation = false }
        // The last cells of a terminal's line are left to hanging marks.
        let measure = width ?? max(4, min(settings.measure, (ProcessEnvironment.columns ?? 78) - 2))
        var output = Output(texts)
        for (index, story) in chosen.enumerated() {
            if index > 0 { output.write("\n\n") }
            let set = SetStory(
                StoryDocument(story, texts: texts, settings: settings), measure: measure)
            // Some screens at a time, so that a long story is never in memory whole.
            var place = TextLayout.Place.start
            var isFirst = true
            while true {
                let lines = set.lines(from: place, count: 512)
                for line in lines.dropFirst(isFirst ? 0 : 1) {
                    output.write(line.line.text)
                    output.write("\n")
                }
                guard let last = lines.last?.place, last != place else { break }
                place = last
                isFirst = false
            }
        }
        output.flush()
        try material.finish()
    }

    /// By its number in the list, from 1, or by its id.
    private static func find(_ name: String, in stories: [Story]) -> Story? {
        if let number = Int(name), stories.indices.contains(number - 1) { return stories[number - 1] }
        guard let id = StoryID(name) else { return nil }
        return stories.first { $0.id == id }
    }
}

extension ReadingSettings.Hanging: ExpressibleByArgument {}
