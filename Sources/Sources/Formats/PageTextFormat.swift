import PageText
import TextDecoding

extension Format {
    /// The text of printed pages.
    static let pageText = Format(type: .text, role: .page, suffixes: [".txt", ".txt.gz"]) {
        (file, content) throws(SourceFault) in
        let bytes = try file.stream.rest()
        let text = TextDecoder.readText(bytes, as: content.encoding)
        // Its beginning was text; the rest may be none.
        if let noise = bytes.withUnsafeBufferPointer({ FileType.noise($0, text) }) {
            throw .unsupported(path: file.path, noise, isPacked: file.depth > 0, likely: text.likely)
        }
        guard text.hasCharacters else {
            throw .unsupported(path: file.path, .empty, isPacked: file.depth > 0)
        }
        let source = content.page(file, utf8: text.utf8)
        var note = SourceNote(path: file.path, text)
        note.removed += CharacterReference.hidden(in: text.utf8)
        note.doubled = source.doubled
        content.note(note)
        content.add(source)
    }
}
