import Feeds
import TextDecoding

/// What was done to a file's text while it was decoded. Data: the edge puts it into words.
package struct SourceNote: Equatable, Sendable {
    /// The file's path, fit to be shown.
    package var path: String
    /// How the file was written.
    package var encoding: SourceText.Encoding
    /// Whether the document itself says so, so that nobody needs to be told.
    package var isDeclared = false
    /// The file is plainly in that encoding, but this machine cannot convert it.
    package var lacksConverter: Bool
    /// What the sanitizer took out or replaced.
    package var removed: SanitizerReport
    /// Characters of a page that faked bold had doubled, each removed once.
    package var doubled = 0
    /// What was written wrongly and is mended.
    package var mending: SourceText.Mending?
    /// Of bytes that are ill-formed: the encodings that they fit best.
    package var likely: [SourceText.Encoding] = []
    /// There is no text at all, or only white space.
    package var isEmpty: Bool

    /// The same page is beside it in another form, which was not read.
    package var replacesOthers = false

    /// Stories that the pages of a digital paper list and that were not saved.
    package var missing = 0

    /// Items and fields of a feed that could not be read as they are; the first of them.
    package var feedFaults: [FeedItemFault] = []
    /// How many of those there are in all.
    package var feedFaultCount = 0

    /// A note of a text; by itself it says nothing.
    package init(
        path: String, encoding: SourceText.Encoding = .utf8, lacksConverter: Bool = false,
        removed: SanitizerReport = SanitizerReport(), isEmpty: Bool = false
    ) {
        self.path = path
        self.encoding = encoding
        self.lacksConverter = lacksConverter
        self.removed = removed
        self.isEmpty = isEmpty
    }

    /// A note of what was done to a text.
    init(path: String, _ text: SourceText) {
        self.init(path: path, encoding: text.encoding, lacksConverter: text.lacksConverter, removed: text.removed)
        isDeclared = text.isDeclared
        mending = text.mending
        likely = text.likely
    }

    /// Whether the text came out of an encoding that its document does not name.
    package var isDecoded: Bool { encoding != .utf8 && !isDeclared && !lacksConverter }

    /// Whether there is anything to say.
    var isNothing: Bool {
        !isDecoded && !lacksConverter && mending == nil && removed.isEmpty && doubled == 0 && !isEmpty
            && !replacesOthers
            && missing == 0 && feedFaultCount == 0
    }
}
