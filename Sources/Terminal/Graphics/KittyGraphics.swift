import FoundationEssentials
import Screen

/// Pictures as kitty's graphics protocol has them. Nothing of it is answered (`q=2`) but the question.
enum KittyGraphics {
    /// The number of the picture that is asked about.
    static let askedNumber = 31

    /// Asks whether a picture of one pixel would be taken.
    static let question = "\u{1B}_Gi=\(askedNumber),s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\"

    /// Removes every picture, and what was sent of it.
    static let removal = "\u{1B}_Ga=d,d=A,q=2\u{1B}\\"

    /// Bytes of base64 in one piece.
    static let longestPiece = 4096

    /// Sends a picture under a number; nothing is shown yet.
    static func transmission(of bitmap: Bitmap, number: Int) -> [UInt8] {
        let text = Array(Data(bitmap.bytes).base64EncodedData())
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count + text.count / 64 + 128)
        for start in stride(from: 0, to: text.count, by: longestPiece) {
            let end = min(start + longestPiece, text.count)
            let first = start == 0 ? "a=t,t=d,f=24,s=\(bitmap.width),v=\(bitmap.height),i=\(number),q=2," : "q=2,"
            bytes += "\u{1B}_G\(first)m=\(end < text.count ? 1 : 0);".utf8
            bytes += text[start..<end]
            bytes += "\u{1B}\\".utf8
        }
        return bytes
    }

    /// Shows a picture that was sent, or the rows of it that are seen, where the cursor is, which stays.
    static func placement(of picture: FramePicture, number: Int) -> String {
        let height = picture.bitmap.height
        let top = picture.firstRow * height / picture.rows
        let bottom = (picture.firstRow + picture.area.rows) * height / picture.rows
        let source = "x=0,y=\(top),w=\(picture.bitmap.width),h=\(max(1, bottom - top))"
        return
            "\u{1B}_Ga=p,i=\(number),p=\(place(of: picture)),c=\(picture.area.columns),r=\(picture.area.rows),\(source),C=1,q=2\u{1B}\\"
    }

    /// Takes a picture off the screen from one place; what was sent of it stays.
    static func removal(of picture: FramePicture, number: Int) -> String {
        "\u{1B}_Ga=d,d=i,i=\(number),p=\(place(of: picture)),q=2\u{1B}\\"
    }

    /// Forgets what was sent under a number.
    static func removal(of number: Int) -> String { "\u{1B}_Ga=d,d=I,i=\(number),q=2\u{1B}\\" }

    /// The number of the place: parts of one picture may be seen in several.
    private static func place(of picture: FramePicture) -> Int { picture.area.row << 12 + picture.area.column + 1 }
}
