import Files
import Glibc
import Localization
import Sources

extension Localization {
    /// Why a file cannot be read, and what to do.
    package func words(for fault: FileFault) -> String {
        switch fault.code {
        case ENOENT: self(.noFile, fault.path)
        case EFBIG: self(.tooLarge, fault.path, FileBytes.limit >> 20)
        case EACCES: self(.noPermission, fault.path)
        default: self(.notReadable, fault.path, fault.reason)
        }
    }

    /// Why an edition cannot be read, and what to do.
    package func words(for fault: SourceFault) -> String {
        switch fault {
        case .file(let fault): words(for: fault)
        case .noPages(let path): self(.noPages, path)
        default: "\(fault)"
        }
    }

    /// What was done to a file's text while it was decoded, a sentence each; nothing where that is of no interest.
    package func words(for note: SourceNote) -> [String] {
        let name = FileName(note.path).last.shown
        var words = common(note, name)
        let removed = note.removed
        let hidden = removed.controls + removed.bidi + removed.invisible
        if hidden > 0 { words.append(self(.noteRemoved, name, hidden)) }
        return words
    }

    /// The same, kind by kind.
    package func details(of note: SourceNote) -> [String] {
        let name = FileName(note.path).last.shown
        let removed = note.removed
        let kinds: [(MessageKey, Int)] = [
            (.noteControls, removed.controls), (.noteBidi, removed.bidi), (.noteInvisible, removed.invisible),
        ]
        return common(note, name) + kinds.filter { $0.1 > 0 }.map { self($0.0, name, $0.1) }
    }

    private func common(_ note: SourceNote, _ name: String) -> [String] {
        var words: [String] = []
        if note.lacksConverter {
            words.append(self(.noteNoConverter, name, note.encoding.rawValue))
        } else if note.encoding != .utf8 {
            words.append(self(.noteDecoded, name, note.encoding.rawValue))
        }
        if note.removed.malformed > 0 { words.append(self(.noteMalformed, name, note.removed.malformed)) }
        if note.removed.unknown > 0 { words.append(self(.noteUnknown, name, note.removed.unknown)) }
        if note.isEmpty { words.append(self(.noteEmpty, name)) }
        return words
    }
}

extension FileFault {
    /// The C library's words for it.
    package var reason: String { String(cString: strerror(code)) }
}
