import ArgumentParser
import Newspaper
import Reader

struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: words(.showAbstract))

    @Argument(help: ArgumentHelp(words(.pathsHelp), valueName: "path"))
    var path: String

    @Argument(help: ArgumentHelp(words(.storyHelp), valueName: "story"))
    var story: String?

    @Option(help: ArgumentHelp(words(.widthHelp), valueName: "cells"))
    var width: Int?

    func validate() throws {
        if let width, !(4...1000).contains(width) { throw Complaint(words: texts(.badWidth, width), status: 2) }
    }

    func run() throws {
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
        // The last cells of a terminal's line are left to hanging marks.
        let measure = width ?? max(4, min(76, (Surroundings.columns ?? 78) - 2))
        var output = Output()
        for (index, story) in chosen.enumerated() {
            if index > 0 { output.write("\n\n") }
            let document = StoryDocument(story, texts: texts)
            for block in document.blocks.indices {
                // A galley of its own: what was written is not kept.
                let galley = Galley(document, measure: measure)
                output.write(String(repeating: "\n", count: document.blocks[block].lead))
                for line in galley.lines(of: block) {
                    output.write(line.text)
                    output.write("\n")
                }
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
