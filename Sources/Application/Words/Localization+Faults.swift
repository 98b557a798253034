import Files
import Glibc
import Localization
import Sources
import TextDecoding

extension Localization {
    /// Why a file cannot be read, and what to do.
    package func words(for fault: FileFault) -> String {
        switch fault.code {
        case ENOENT: self(.noFile, fault.path)
        // How `openForReading` names what is no regular file.
        case EINVAL where fault.operation == .read: self(.notRegular, fault.path)
        case EFBIG where fault.limit != nil: self(.tooLarge, fault.path, size(fault.limit ?? 0))
        // How a socket answers to being opened.
        case ENXIO: self(.notAFile, fault.path)
        case EACCES: self(.noPermission, fault.path)
        default: self(.notReadable, fault.path, fault.reason)
        }
    }

    /// A number of bytes in the largest unit that gives a whole number.
    private func size(_ bytes: Int) -> String {
        if bytes % (1 << 20) == 0 { return "\(bytes >> 20) MiB" }
        return bytes % (1 << 10) == 0 ? "\(bytes >> 10) KiB" : "\(bytes) B"
    }

    /// One line: what is wrong with a file, and what to do.
    package func words(for fault: SourceFault) -> String {
        switch fault {
        case .file(let fault): words(for: fault)
        case .noPages(let path): self(.noPages, path)
        case .unsupported(let path, .empty, _, _): self(.fileEmpty, path)
        case .unsupported(let path, let type, let isPacked, let likely):
            self(isPacked ? .fileUnsupportedInside : .fileUnsupported, path, name(of: type), advice(for: type, likely))
        case .noText(let path): self(.fileNoText, path)
        case .noItems(let path): self(.fileNoItems, path)
        case .noOutlines(let path): self(.fileNoOutlines, path)
        case .nestedEntities(let path): self(.fileNestedEntities, path)
        case .damaged(let path, let type): self(.fileDamaged, path, name(of: type))
        case .cutShort(let path, let type, let count, let last):
            last.map { self(.fileCutShort, path, name(of: type), count, $0) }
                ?? self(.fileCutShortUntitled, path, name(of: type), count)
        case .tooMuch(let path, .bytes(let limit)): self(.unpackedBytes, path, limit >> 20)
        case .tooMuch(let path, .ratio(let limit)): self(.unpackedRatio, path, limit)
        case .tooMuch(let path, .entries(let limit)): self(.unpackedEntries, path, limit)
        case .tooMuch(let path, .depth): self(.unpackedDepth, path)
        case .extraction(let path, .noExtractor): self(.pdfNoExtractor, path)
        case .extraction(let path, .noLanguageData(let collection)): self(.pdfNoLanguageData, path, collection)
        case .extraction(let path, .encrypted): self(.pdfEncrypted, path)
        case .extraction(let path, .wrongPassword): self(.pdfWrongPassword, path)
        case .extraction(let path, .noText): self(.pdfNoText, path)
        case .extraction(let path, .damaged): self(.fileDamaged, path, name(of: .pdf))
        case .extraction(let path, .tooLarge): self(.pdfTooLarge, path)
        case .locked(let path, .encrypted): self(.fileEncrypted, path)
        case .locked(let path, .method(let number)): self(.fileUnknownMethod, path, number)
        case .bookNoText(let path): self(.bookNoText, path)
        case .protected(let path, let protection): self(.bookProtected, path, name(of: protection))
        }
    }

    private func name(of protection: BookProtection) -> String {
        switch protection {
        case .adobe: self(.protectionAdobe)
        case .lcp: self(.protectionLCP)
        case .apple: self(.protectionApple)
        case .other: self(.protectionOther)
        }
    }

    /// "a PNG picture"
    private func name(of type: FileType) -> String { words(for: "file.\(type.rawValue)") ?? type.rawValue }

    /// What a reader can do with such a file.
    private func advice(for type: FileType, _ likely: [SourceText.Encoding]) -> String {
        switch type {
        case .postScript: self(.advicePostScript)
        case .rtf, .mobi, .wordDocument, .openDocument, .oldOffice, .spreadsheet, .presentation, .xml:
            self(.adviceText)
        case .tar, .bzip2, .xz, .zstd, .sevenZip, .rar: self(.adviceUnpack)
        case .unknownText: likely.isEmpty ? self(.adviceEncoding) : self(.adviceLikely, names(likely))
        default: self(.adviceFormats)
        }
    }

    /// Names of encodings, for a list within a sentence.
    private func names(_ encodings: [SourceText.Encoding]) -> String {
        listed(encodings.map(\.name))
    }

    /// What was done to the texts of files while they were decoded, a sentence each; an encoding that several of them are in
    /// is named once for all.
    package func words(for notes: [SourceNote]) -> [String] { sentences(notes, words) }

    /// The same, kind by kind.
    package func details(of notes: [SourceNote]) -> [String] { sentences(notes, details) }

    private func sentences(_ notes: [SourceNote], _ words: (SourceNote) -> [String]) -> [String] {
        var files: [SourceText.Encoding: Int] = [:]
        for note in notes where note.isDecoded { files[note.encoding, default: 0] += 1 }
        var said: Set<SourceText.Encoding> = []
        return notes.flatMap { note in
            guard note.isDecoded, let count = files[note.encoding], count > 1 else { return words(note) }
            var rest = note
            rest.encoding = .utf8
            let isNew = said.insert(note.encoding).inserted
            return (isNew ? [self(.noteDecodedAll, count, note.encoding.name)] : []) + words(rest)
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
            (.noteDoubled, note.doubled),
        ]
        return common(note, name) + kinds.filter { $0.1 > 0 }.map { self($0.0, name, $0.1) }
    }

    private func common(_ note: SourceNote, _ name: String) -> [String] {
        var words: [String] = []
        if note.replacesOthers { words.append(self(.noteFormWins, name)) }
        if note.missing > 0 { words.append(self(.noteMissing, name, note.missing)) }
        if note.lacksConverter {
            words.append(self(.noteNoConverter, name, note.encoding.name))
        } else if note.isDecoded {
            words.append(self(.noteDecoded, name, note.encoding.name))
        }
        switch note.mending {
        case .misread(let encoding)?: words.append(self(.noteMisread, name, encoding.name))
        case .lines(let count, let encoding)?: words.append(self(.noteLines, name, count, encoding.name))
        case nil: break
        }
        if note.removed.malformed > 0 {
            words.append(
                note.likely.isEmpty
                    ? self(.noteMalformed, name, note.removed.malformed)
                    : self(.noteLikely, name, note.removed.malformed, names(note.likely)))
        }
        if note.removed.unknown > 0 { words.append(self(.noteUnknown, name, note.removed.unknown)) }
        if note.isEmpty { words.append(self(.noteEmpty, name)) }
        if let first = note.feedFaults.first {
            words.append(
                first.field.map { self(.noteFeedField, name, note.feedFaultCount, first.item, $0) }
                    ?? self(.noteFeed, name, note.feedFaultCount, first.item))
        }
        return words
    }
}

extension FileFault {
    /// The C library's words for it.
    package var reason: String { String(cString: strerror(code)) }
}
