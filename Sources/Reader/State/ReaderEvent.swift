import Localization
import Newspaper
import Screen
import Settings

/// What happens to the reader: keys, and what comes back of the effects it asked for.
package enum ReaderEvent: Sendable {
    case key(Key)
    /// A clock that nobody sets shows so many milliseconds: before whatever happens, and when `ReaderState.dueTime` has come.
    case time(Int64)
    /// Seconds since 1970: how old stories of the web are goes by them.
    case date(Int64)
    /// The screen has a size; `ambiguousIsWide` is how the terminal draws characters of ambiguous width, where it said so.
    case resized(Size, ambiguousIsWide: Bool?)
    /// The terminal shows so many colours.
    case colours(ColorDepth)
    /// The terminal's background is light, or dark.
    case background(isLight: Bool)
    /// The terminal can show pictures so.
    case pictureDisplay(PictureDisplay)
    /// The state as it is now is on the screen.
    case drawn
    /// A picture that was asked for; nil where it cannot be drawn.
    case picture(PrintedPicture, Bitmap?)
    /// Another list is read now; the page to begin with is a place among its pages, else it is the story that was read last.
    case opened(
        any StoryList, marks: MarkedStories, places: [StoryID: ReadingPlace], page: Int?, last: StoryID? = nil)
    /// The same list as it is now: more of it has been read, or its files have changed. The story that was read last is
    /// selected if nothing else was since the list was opened.
    case updated(any StoryList, marks: MarkedStories, places: [StoryID: ReadingPlace], last: StoryID? = nil)
    /// The same list after a line of its pages was corrected, and for stories whose words are others now the ids that they have.
    case corrected(
        any StoryList, marks: MarkedStories, places: [StoryID: ReadingPlace], successors: [StoryID: StoryID])
    /// Marks were made elsewhere.
    case marked(MarkedStories)
    /// The pages' own text of a story; nil where there is none.
    case rawPage(RawPage?, of: StoryID)
    /// Starred stories of other editions, and how many of those asked for are not at hand.
    case starred([ReadingList.Guest], read: Set<StoryID>, places: [StoryID: ReadingPlace], missing: Int)
    /// The editions that there are, as far as they are known now.
    case editions([EditionEntry])
    /// More of what a search has found.
    case found(SearchBatch)
    /// What takes long, in words; nil where nothing does any more.
    case progress(String?)
    case message(String)
    /// So many marks could not be saved so far.
    case unsaved(Int)
    /// Messages that belong together, and what they are about.
    case notices([String], title: String)
    case preferences(Preferences, Localization)
}

/// What the application has to do for the reader that the state alone cannot.
package enum Effect: Sendable, Equatable {
    /// Marks that were made at once, to be kept.
    case mark([Change])
    /// The reader's place in a story has moved.
    case place(StoryID, ReadingPlace)
    /// The pages' own text of a story is wanted: `ReaderEvent.rawPage`.
    case rawPage(StoryID)
    /// These pictures, and no others, are wanted: `ReaderEvent.picture`, for each.
    case pictures([PrintedPicture])
    /// A line of a page is to be taken for what the reader says, and the list to be made anew: `ReaderEvent.corrected`. nil takes
    /// back what was said.
    case correct(LineAddress, LineRuling?)
    /// Starred stories of other editions are wanted: `ReaderEvent.starred`.
    case starredStories([StoryID])
    /// The reader has made a pane larger or smaller.
    case paneSizes(PaneSizes)
    /// The reader has chosen a theme.
    case themes(ChosenThemes)
    /// The editions that there are are wanted: `ReaderEvent.editions`.
    case editions
    /// Another edition is wanted, by its id, from a page on: `ReaderEvent.opened`.
    case openEdition(Int, page: Int?)
    /// All stories are to be searched: `ReaderEvent.found`. It replaces the search before.
    case search(SearchRequest)
    case stopSearch
    /// What takes long is to stop.
    case cancel
    /// Text for the clipboard.
    case copy(String)
    case open(Link)
    /// The reader's own command, to be run by their shell, and what it is to read.
    case pipe(command: String, text: String)
    case redraw
    case quit
}
