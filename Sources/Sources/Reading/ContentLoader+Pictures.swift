import Newspaper
import Screen

extension ContentLoader {
    /// A picture of one of the editions, drawn by another process; nil where it cannot be drawn, or its file is not the one any more
    /// that was read.
    ///
    /// - Parameters:
    ///   - longestSide: pixels that it may have across and down.
    ///   - goesOn: asked several times a second; false ends it.
    package func bitmap(
        of picture: PrintedPicture, in editions: [EditionReference], longestSide: Int, while goesOn: () -> Bool
    ) -> Bitmap? {
        guard let name = DocumentName(picture.file),
            let document = document(named: name, in: editions, while: goesOn)
        else { return nil }
        return pdfReader.bitmap(of: picture, in: document, longestSide: longestSide, while: goesOn)
    }
}
