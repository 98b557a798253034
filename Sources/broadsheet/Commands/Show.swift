import ArgumentParser
import Newspaper
import Reader
import Settings
import Typesetting

struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: texts(.showAbstract))

    @Argument(help: ArgumentHelp(texts(.pathsHelp), valueName: "path"), completion: .file())
    var path: String

    @Argument(help: ArgumentHelp(texts(.storyHelp), valueName: "story"))
    var story: String?

    @Option(help: ArgumentHelp(texts(.widthHelp), valueName: "cells"))
    var width: Int?

    @Flag(help: ArgumentHelp(texts(.raggedHelp)))
    var ragged = false

    @Option(help: ArgumentHelp(texts(.hangingHelp), valueName: "full|half|none"))
    var hanging: ReadingSettings.Hanging?

    @Flag(help: ArgumentHelp(texts(.noRestoreHelp)))
    var noRestore = false

    @OptionGroup var options: SettingOptions

    func validate() throws {
        if let width, !(4...1000).contains(width) { throw Complaint(words: texts(.badWidth, width), status: 2) }
    }

    func run() throws {
        let controller = try SettingsController(options: options.entries())
        let texts = controller.localization
        for fault in controller.faults(in: texts) { complain(fault) }
        let material = try Material(paths: [path])
        let stories = material.edition.stories
        let chosen: [Story]
        if let story {
            guard let found = Self.find(story, in: stories) else {
                throw Complaint(words: texts(.noStory, story), status: 2)
            }
            chosen = [found]
        } else {
            chosen = stories
        }
        var settings = controller.preferences.reading
        if ragged { settings.isJustified = false }
        if let hanging { settings.hanging = hanging }
        if noRestore { settings.restoresPunctuation = false }
        // The last cells of a terminal's line are left to hanging marks.
        let measure = width ?? max(4, min(settings.measure, (Surroundings.columns ?? 78) - 2))
        var output = Output()
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
