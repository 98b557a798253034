import Jobs
import Newspaper
import Screen
import Sources

/// Reads editions; a test's script takes the place of the loader that reads files.
package protocol EditionLoading: Sendable {
    /// Reads editions one after another, on the thread that calls.
    ///
    /// - Parameters:
    ///   - report: called again and again; false stops, and what was read until then counts.
    ///   - publish: called with the list as it has grown while the rest is being read.
    func load(
        _ editions: [EditionReference], report: (LoadStep) -> Bool, publish: (any StoryList) -> Void
    ) -> LoadedContent

    /// A picture of one of the editions, on the thread that calls; nil where it cannot be drawn.
    ///
    /// - Parameters:
    ///   - longestSide: pixels that it may have across and down.
    ///   - goesOn: asked several times a second; false ends it.
    func bitmap(
        of picture: PrintedPicture, in editions: [EditionReference], longestSide: Int, while goesOn: () -> Bool
    ) -> Bitmap?
}

extension ContentLoader: EditionLoading {
    /// Reads their stories.
    package func load(
        _ editions: [EditionReference], report: (LoadStep) -> Bool, publish: (any StoryList) -> Void
    ) -> LoadedContent {
        load(editions, detail: .stories, report: report, publish: publish)
    }
}

extension EditionLoading {
    /// The same in a job, which is stopped through its progress.
    func load(
        _ editions: [EditionReference], _ progress: Progress, publish: (any StoryList) -> Void = { _ in }
    ) -> LoadedContent {
        load(
            editions,
            report: { step in
                switch step {
                case .reading(let count, let all): progress.report(.init(.reading, count, of: all))
                case .parsing: progress.report(.init(.parsing))
                }
            }, publish: publish)
    }
}
