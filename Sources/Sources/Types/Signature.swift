/// Bytes at a fixed place that tell a kind of binary file.
struct Signature {
    let type: FileType
    let offset: Int
    let bytes: [UInt8]

    init(_ type: FileType, _ bytes: [UInt8], at offset: Int = 0) {
        self.type = type
        self.bytes = bytes
        self.offset = offset
    }

    init(_ type: FileType, _ text: StaticString, at offset: Int = 0) {
        self.init(type, text.withUTF8Buffer { Array($0) }, at: offset)
    }

    func matches(_ start: UnsafeBufferPointer<UInt8>) -> Bool {
        start.count >= offset + bytes.count && start[offset..<offset + bytes.count].elementsEqual(bytes)
    }

    /// In the order in which they are tried. None of them can begin a text: each holds a byte that no text has, or letters
    /// that no page begins with.
    static let all: [Signature] = [
        Signature(.png, [0x89, 0x50, 0x4E, 0x47]),
        Signature(.jpeg, [0xFF, 0xD8, 0xFF]),
        Signature(.gif, "GIF87a"), Signature(.gif, "GIF89a"),
        Signature(.webp, "WEBPVP8", at: 8),
        Signature(.tiff, [0x49, 0x49, 0x2A, 0x00]), Signature(.tiff, [0x4D, 0x4D, 0x00, 0x2A]),
        Signature(.heif, "ftyphei", at: 4), Signature(.heif, "ftypmif1", at: 4), Signature(.heif, "ftypavif", at: 4),
        Signature(.postScript, "%!PS"), Signature(.rtf, "{\\rtf"),
        Signature(.mobi, "BOOKMOBI", at: 60),
        Signature(.oldOffice, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        Signature(.gzip, [0x1F, 0x8B, 0x08]),
        Signature(.epub, "mimetypeapplication/epub+zip", at: 30),
        Signature(.openDocument, "mimetypeapplication/vnd.oasis.opendocument", at: 30),
        Signature(.zip, [0x50, 0x4B, 0x03, 0x04]), Signature(.zip, [0x50, 0x4B, 0x05, 0x06]),
        Signature(.zip, [0x50, 0x4B, 0x07, 0x08]), Signature(.zip, [0x50, 0x4B, 0x30, 0x30, 0x50, 0x4B, 0x03, 0x04]),
        Signature(.bzip2, [0x31, 0x41, 0x59, 0x26, 0x53, 0x59], at: 4),
        Signature(.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]), Signature(.zstd, [0x28, 0xB5, 0x2F, 0xFD]),
        Signature(.sevenZip, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        Signature(.rar, [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07]),
        Signature(.tar, "ustar", at: 257),
        Signature(.program, [0x7F, 0x45, 0x4C, 0x46]), Signature(.program, [0x00, 0x61, 0x73, 0x6D]),
        Signature(.program, [0xCA, 0xFE, 0xBA, 0xBE, 0x00]), Signature(.program, [0xCF, 0xFA, 0xED, 0xFE, 0x07]),
        Signature(.program, [0xCF, 0xFA, 0xED, 0xFE, 0x0C]), Signature(.program, [0x4D, 0x5A, 0x90, 0x00]),
        Signature(.sqlite, "SQLite format 3\0"),
        Signature(.mp3, [0x49, 0x44, 0x33, 0x02]), Signature(.mp3, [0x49, 0x44, 0x33, 0x03]),
        Signature(.mp3, [0x49, 0x44, 0x33, 0x04]), Signature(.mp3, [0xFF, 0xFB]), Signature(.mp3, [0xFF, 0xF3]),
        Signature(.mp3, [0xFF, 0xF2]),
        Signature(.audio, "fLaC\0"), Signature(.audio, "OggS\0"), Signature(.audio, "WAVEfmt", at: 8),
        Signature(.audio, "MThd\0"), Signature(.audio, "ftypM4A", at: 4),
        Signature(.video, "ftyp", at: 4), Signature(.video, [0x1A, 0x45, 0xDF, 0xA3]),
        Signature(.video, "AVI LIST", at: 8),
        Signature(.font, [0x00, 0x01, 0x00, 0x00, 0x00]), Signature(.font, "OTTO\0"), Signature(.font, "wOFF"),
        Signature(.font, "wOF2"),
    ]
}
