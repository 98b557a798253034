extension FileType {
    /// The format of a document that is a ZIP file of certain parts; nil for a ZIP file of anybody's files.
    static func document(has: (_ path: String) -> Bool) -> FileType? {
        if has("[Content_Types].xml") {
            if has("word/document.xml") { return .wordDocument }
            if has("xl/workbook.xml") { return .spreadsheet }
            if has("ppt/presentation.xml") { return .presentation }
        }
        if has("META-INF/container.xml") { return .epub }
        if has("META-INF/manifest.xml"), has("content.xml") { return .openDocument }
        if has("META-INF/MANIFEST.MF") || has("AndroidManifest.xml") { return .javaArchive }
        return nil
    }
}
