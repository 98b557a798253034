import Localization
import Newspaper
import Settings
import Synchronization
import TextDecoding
import Typesetting

/// A story as it is set: its parts in the order in which a newspaper prints them, each with what it is.
///
/// A document does not depend on the width; a place in it is therefore good at every width.
package struct StoryDocument: Sendable {
    /// What it is set for.
    package enum Form: Sendable {
        case screen
        /// Lines that are heard, or felt: nothing is drawn, nothing centred.
        case linear
    }

    let story: Story
    let parts: [Part]
    /// The last part of the story's own words; what comes after it only says that it is over.
    package let lastPart: Int
    /// Where the words of the text lead, as they are numbered in it from 1 on.
    package let links: [Link]
    let settings: ReadingSettings
    let form: Form
    let offsets: StoryOffsets
    let isHan: Bool
    /// Cells of the longest line of verse.
    let verseCells: Int

    /// A story as the settings want it, with the interface's own words in a language.
    package init(
        _ story: Story, texts: Localization, settings: ReadingSettings = ReadingSettings(), form: Form = .screen
    ) {
        let story = story.shown
        var writer = StoryPartWriter(texts: texts, settings: settings, form: form)
        writer.addHead(of: story)
        // Where both parts of a jumped story stand here as one, its jump lines lead nowhere.
        let isWhole = story.continues != nil && story.continued != nil
        if !isWhole { writer.add(.jump, story.continued, parted: true) }
        writer.add(story.pictures)
        let verse = Verse.blocks(of: story.body)
        writer.addBody(of: story, verse: verse)
        if !isWhole { writer.add(.jump, story.continues, parted: false) }
        for photo in story.photos { writer.add(photo) }
        writer.add(filesOf: story)
        if writer.parts.isEmpty { writer.add(.byline, texts(.untitled), parted: false) }
        lastPart = writer.parts.count - 1
        writer.add(.endMark, form == .linear ? texts(.storyEnd) : "■", parted: true)
        self.story = story
        parts = writer.parts
        links = writer.links
        self.settings = settings
        self.form = form
        offsets = StoryOffsets(story.body)
        verseCells =
            verse.joined().map { cells(of: story.body[$0].text, ambiguousIsWide: settings.ambiguousIsWide) }.max() ?? 0
        isHan = Self.isMostlyHan(story)
    }

    var hasPictures: Bool { parts.contains { !$0.pictures.isEmpty } }

    /// The first part that is neither headline nor byline.
    var firstBodyPart: Int {
        parts.firstIndex { part in
            switch part.role {
            case .kicker, .headline, .deck, .byline, .blank: false
            default: true
            }
        } ?? parts.count
    }

    private static func isMostlyHan(_ story: Story) -> Bool {
        let sample = story.body.first { !$0.text.isEmpty }?.text ?? story.headline ?? story.photos.first?.caption ?? ""
        var han = 0
        var latin = 0
        for scalar in sample.unicodeScalars.prefix(200) {
            switch scalar.value {
            case 0x2E80...0x9FFF, 0x20000...0x3FFFF: han += 1
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: latin += 1
            default: break
            }
        }
        return han * 3 > latin
    }
}
