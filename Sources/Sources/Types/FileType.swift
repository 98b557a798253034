/// What a file is, told by its first bytes and never by its name.
package enum FileType: String, Hashable, Sendable, CaseIterable {
    /// Text in an encoding that is read, and none of the formats below.
    case text
    case jsonFeed, gzip, zip

    // Documents
    case html, svg, opml, json, pdf, postScript, rtf, epub, mobi
    /// MHTML: a page of the web with its pictures.
    case webArchive
    /// ALTO: scanned pages.
    case alto
    /// RSS, Atom, RDF.
    case feedXML
    /// Any other XML.
    case xml
    case wordDocument, spreadsheet, presentation, openDocument
    /// Word, Excel, PowerPoint as they were before 2007.
    case oldOffice

    // Pictures, sound, film
    case png, jpeg, gif, webp, bmp, tiff, heif
    case mp3, audio, video
    case font

    // Containers, programs, data
    case tar, bzip2, xz, zstd, sevenZip, rar, javaArchive
    case program
    case sqlite

    /// Nothing at all, or only white space.
    case empty
    /// Text in an encoding that is not known.
    case unknownText
    /// None of the above.
    case unknown
}
