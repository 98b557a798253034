import PageLayout
import PageText
import TextDecoding

extension Format {
    /// Scanned pages as libraries keep them: ALTO XML.
    static let alto = Format(
        type: .alto, role: .page, suffixes: [".xml", ".xml.gz", ".alto"]
    ) { (file, content) throws(SourceFault) in
        let text = TextDecoder.readText(try file.stream.rest(), as: content.encoding)
        let (sheets, isWhole) = AltoXML.sheets(text.utf8, while: content.patience)
        var pages: [LaidPage] = []
        for number in sheets.indices where content.goesOn() {
            pages += PageLayout.pages(of: sheets[number], number: number)
        }
        if pages.contains(where: { !$0.lines.isEmpty }) {
            var note = SourceNote(path: file.path, text)
            note.replacesOthers = content.hasOthersBeside(file)
            content.note(note)
            content.add(laid: pages, of: file)
        } else if isWhole {
            throw .unsupported(path: file.path, .empty, isPacked: file.depth > 0)
        }
        // What had arrived of a file that breaks off is kept.
        if !isWhole, !content.isStopped { throw .damaged(path: file.path, .alto) }
    }
}
