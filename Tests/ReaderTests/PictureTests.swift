import Localization
import Newspaper
import Screen
import Settings
import Testing
import Typesetting

@testable import Reader

struct PictureTests {
    private static func printed(_ number: Int, width: Double = 160, height: Double = 80) -> PrintedPicture {
        PrintedPicture(file: [1], page: number, box: .init(left: 0, top: 0, right: width, bottom: height))
    }

    private static let captioned = printed(0)
    private static let other = printed(1)

    private static func bitmap(_ value: UInt8 = 80) -> Bitmap {
        Bitmap(width: 8, height: 4, bytes: [UInt8](repeating: value, count: 96))!
    }

    /// A story with a picture at its caption and one without, and a story with none.
    private func state(
        _ size: Size = Size(columns: 60, rows: 40), _ display: PictureDisplay = PictureDisplay(.blocks),
        preferences: Preferences = Preferences()
    ) -> ReaderState {
        var photo = Photo(caption: "▲摆渡人把船撑过了河")
        photo.pictures = [Self.captioned]
        var story = Story(
            id: StoryID(1), headline: "渡口", body: [Block(.paragraph, "河水退了，船又开了。")], photos: [photo])
        story.pictures = [Self.other]
        let plain = Story(id: StoryID(2), headline: "粮站", body: [Block(.paragraph, "秋粮已经入仓。")])
        var state = ReaderState(
            edition: Edition(stories: [story, plain]), texts: Localization(language: "zh-Hans"),
            preferences: preferences, size: size)
        _ = state.update(.pictureDisplay(display))
        _ = state.press(.right)
        return state
    }

    private func rows(_ text: String, _ piece: String) -> [Int] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().filter { $1.contains(piece) }
            .map(\.offset)
    }

    @Test func `a picture is asked for once it is on the screen, and once only`() {
        var state = state()
        #expect(state.update(.drawn) == [.pictures([Self.other, Self.captioned])])
        #expect(state.update(.drawn).isEmpty)
        _ = state.update(.picture(Self.other, Self.bitmap()))
        #expect(state.update(.drawn) == [.pictures([Self.captioned])])
        // What cannot be drawn is not asked for again.
        _ = state.update(.picture(Self.captioned, nil))
        #expect(state.update(.drawn) == [.pictures([])])
        #expect(state.update(.drawn).isEmpty)
        _ = state.press(.character("?"))
        #expect(state.update(.drawn).isEmpty)
    }

    @Test func `who goes on to another story wants its pictures and no others`() {
        var state = state()
        _ = state.update(.drawn)
        state.open(1)
        #expect(state.update(.drawn) == [.pictures([])])
        state.open(0)
        #expect(state.update(.drawn) == [.pictures([Self.other, Self.captioned])])
        // Another edition has other pictures.
        state.open(state.edition, marks: MarkedStories(), places: [:])
        _ = state.press(.right)
        #expect(state.update(.drawn) == [.pictures([Self.other, Self.captioned])])
    }

    @Test func `a picture has its frame until it is there, and its caption below it`() {
        var state = state()
        let before = state.compose().text
        #expect(rows(before, "┌").count == 2 && rows(before, "└").count == 2)
        #expect(rows(before, "摆渡人") == [rows(before, "└")[1] + 1])
        // The one without a caption stands below the headline.
        #expect(rows(before, "渡口").first == rows(before, "┌")[0] - 2)
        #expect(rows(before, "河水退了") == [rows(before, "└")[0] + 2])
        _ = state.update(.picture(Self.captioned, Self.bitmap()))
        let after = state.compose().text
        #expect(rows(after, "▀") == Array(rows(before, "┌")[1]...rows(before, "└")[1]))
        #expect(rows(after, "摆渡人") == rows(before, "摆渡人"))
    }

    @Test func `a picture is as large as it is printed, within the measure and half the pane`() {
        let room = PictureRoom(rows: 12, cell: .usual)
        func size(_ width: Double, _ height: Double, measure: Int = 60) -> Size {
            room.size(of: .init(left: 0, top: 0, right: width, bottom: height), measure: measure)
        }
        #expect(size(160, 80) == Size(columns: 40, rows: 10))
        #expect(size(400, 80) == Size(columns: 60, rows: 6))
        #expect(size(200, 400) == Size(columns: 12, rows: 12))
        // Of what is smaller nothing would be recognised.
        #expect(size(30, 15) == Size(columns: 24, rows: 6))
        for width in [0, 1, 5000, .infinity] {
            for height in [0, 1, 5000, .infinity] {
                for measure in [2, 3, 500] {
                    let size = size(width, height, measure: measure)
                    #expect((2...max(2, min(120, measure))).contains(size.columns) && (1...12).contains(size.rows))
                }
            }
        }
    }

    @Test func `a picture partly out of sight is cut`() throws {
        var state = state(Size(columns: 60, rows: 14), PictureDisplay(.graphics))
        _ = state.update(.picture(Self.other, Self.bitmap()))
        let whole = try #require(state.compose().pictures.first)
        #expect(whole.firstRow == 0 && whole.rows == whole.area.rows && whole.bitmap == Self.bitmap())
        var seen: [[Int]] = []
        for _ in 0..<20 {
            if let picture = state.compose().pictures.first {
                seen.append([picture.area.row, picture.area.rows, picture.firstRow])
            }
            _ = state.press(.down)
        }
        #expect(seen.contains { $0[2] > 0 && $0[1] == whole.rows - $0[2] })
        for picture in seen {
            #expect(picture[1] > 0 && picture[1] + picture[2] <= whole.rows && picture[0] + picture[1] <= 13)
        }
    }

    @Test func `nothing is drawn over what lies over the story`() {
        var state = state(Size(columns: 60, rows: 40), PictureDisplay(.graphics))
        _ = state.update(.picture(Self.other, Self.bitmap()))
        #expect(state.compose().pictures.count == 1)
        _ = state.press(.character("?"))
        #expect(state.compose().pictures.isEmpty)
        _ = state.press(.escape)
        _ = state.press(.character("/"))
        #expect(state.compose().pictures.count == 1)
        _ = state.press(.escape)
        state.open(1)
        #expect(state.compose().pictures.isEmpty)
    }

    @Test func `p hides pictures and shows them, and the place stays`() {
        var state = state()
        let shown = state.compose().text
        _ = state.press(.down)
        let place = state.place(in: 0)
        _ = state.press(.character("p"))
        #expect(state.message == state.texts(.picturesHidden))
        #expect(!state.compose().text.contains("┌") && state.update(.drawn).isEmpty)
        #expect(state.place(in: 0) == place)
        _ = state.press(.character("p"))
        #expect(state.message == state.texts(.picturesShown))
        _ = state.press(.home)
        #expect(rows(state.compose().text, "┌") == rows(shown, "┌"))
    }

    @Test func `where there is no room and no colours there are none`() {
        var plain = state(Size(columns: 60, rows: 40), .none)
        #expect(!plain.compose().text.contains("┌") && plain.update(.drawn).isEmpty)
        #expect(plain.compose().text.contains("▲摆渡人"))
        _ = plain.press(.character("p"))
        #expect(plain.message == plain.texts(.picturesNeedColours))
        var low = state(Size(columns: 60, rows: 7))
        #expect(!low.compose().text.contains("┌") && low.update(.drawn).isEmpty)
    }

    @Test func `pictures that are off in the settings are shown by the key`() {
        var preferences = Preferences()
        preferences.pictures = .off
        var state = state(preferences: preferences)
        #expect(!state.compose().text.contains("┌"))
        _ = state.press(.character("p"))
        #expect(state.compose().text.contains("┌"))
        // Another setting does not undo that.
        preferences.markRead = .never
        state.apply(preferences, texts: state.texts)
        #expect(state.compose().text.contains("┌"))
    }

    @Test func `in newspaper columns a picture is as broad as one of them`() {
        var state = state(Size(columns: 120, rows: 30))
        _ = state.press(.character("z"))
        _ = state.press(.character("c"))
        _ = state.update(.picture(Self.captioned, Self.bitmap()))
        _ = state.update(.picture(Self.other, Self.bitmap()))
        let frame = state.compose()
        let blocks = (0..<frame.size.rows).map { row in frame[row: row].count { $0.text == "▀" } }
        #expect(blocks.max()! >= 24)
        #expect(frame.text.contains("摆渡人"))
    }

    @Test func `where half blocks take two cells a pixel does`() {
        var state = state()
        _ = state.update(.resized(Size(columns: 60, rows: 40), ambiguousIsWide: true))
        _ = state.update(.picture(Self.captioned, Self.bitmap()))
        let frame = state.compose()
        let row = (0..<frame.size.rows).first { frame[row: $0].contains { $0.text == "▀" } }
        #expect(row.map { frame[row: $0].count { $0.text == "▀" } } == 20)
    }

    @Test func `what is copied and read aloud has no pictures in it`() {
        let state = state()
        #expect(state.plainText(of: 0).hasPrefix("渡口\n\n河水退了，船又开了。\n\n▲摆渡人把船撑过了河\n\n"))
        let document = StoryDocument(state.edition.stories[0], texts: state.texts, form: .linear)
        #expect(!document.hasPictures)
    }

    @Test func `the oldest pictures go where all take too much memory`() {
        var shelf = PictureShelf()
        let large = Bitmap(width: 1024, height: 1024, bytes: [UInt8](repeating: 0, count: 3 << 20))!
        for number in 0..<12 { shelf.insert(large, of: Self.printed(number)) }
        #expect((0..<12).filter { shelf.isSettled(Self.printed($0)) } == Array(2..<12))
        shelf.insert(nil, of: Self.printed(3))
        #expect(shelf.isSettled(Self.printed(3)) && shelf[Self.printed(3)] == nil)
    }
}
