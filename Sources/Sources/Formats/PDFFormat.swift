import PageLayout
import PageText

extension Format {
    /// Printed pages as PDF.
    static let pdf = Format(type: .pdf, role: .page, suffixes: [".pdf"]) { (file, content) throws(SourceFault) in
        let bytes = try file.stream.rest()
        let name = content.name(of: file, bytes)
        if content.isLooking { return content.find(bytes, name) }
        let sheets = try content.poppler.sheets(of: bytes, path: file.path, while: content.patience)
        var pages: [[LaidLine]] = []
        for sheet in sheets where content.goesOn() { pages.append(PageLayout.read(sheet)) }
        guard !pages.isEmpty else { return }
        var note = SourceNote(path: file.path)
        note.replacesText = content.hasTextBeside(file)
        content.note(note)
        content.add(content.page(file, laid: pages, name))
    }
}
