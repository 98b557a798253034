import PageLayout
import PageText

extension Format {
    /// Printed pages as PDF.
    static let pdf = Format(type: .pdf, role: .page, suffixes: [".pdf"]) { (file, content) throws(SourceFault) in
        if !content.isLooking, content.isCovered(file) { return }
        let bytes = try file.stream.rest()
        let name = content.name(of: file, bytes)
        if content.isLooking { return content.find(bytes, name) }
        var pages: [LaidPage] = []
        var (arrived, all): (Int, Int?) = (0, nil)
        let goesOn = content.pagePatience
        try PDFReader(passwords: content.passwords).sheets(
            of: bytes, path: file.path, while: { goesOn(arrived, all) }
        ) { sheets, count in
            (arrived, all) = (sheets.endIndex, count)
            for number in sheets.indices where content.goesOn() {
                pages += PageLayout.pages(of: sheets[number], number: number)
            }
            content.publish(growing: pages, hasMore: count.map { arrived < $0 } ?? true, of: file, name)
        }
        guard !pages.isEmpty else { return }
        var note = SourceNote(path: file.path)
        note.replacesOthers = content.hasOthersBeside(file)
        content.note(note)
        content.add(laid: pages, of: file, name)
    }
}
