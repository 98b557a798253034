import Files

/// The forms that one page may have beside each other, under names that differ in their ends: the first that is there is read.
enum PageForm: CaseIterable, Comparable {
    /// Says what was recognised, with places and divided words.
    case alto
    case pdf
    /// Says the words alone.
    case text

    /// How names of the form end, in lower case, the longest first.
    private var suffixes: [StaticString] {
        switch self {
        case .alto: [".alto.xml.gz", ".alto.xml", ".xml.gz", ".xml", ".alto"]
        case .pdf: [".pdf"]
        case .text: [".txt.gz", ".txt"]
        }
    }

    /// A file's form by its name, and its name without the end; nil for another file.
    static func of(_ file: FileName) -> (form: PageForm, stem: [UInt8])? {
        for form in allCases {
            if let suffix = form.suffixes.first(where: { file.hasSuffix($0) }) {
                return (form, file.bytes.dropLast(suffix.utf8CodeUnitCount))
            }
        }
        return nil
    }

    /// Pages without those that are there in a better form.
    static func best(of pages: [FileName]) -> [FileName] {
        var forms: [[UInt8]: PageForm] = [:]
        for (form, stem) in pages.compactMap(of) where forms[stem].map({ form < $0 }) ?? true { forms[stem] = form }
        return pages.filter { page in of(page).map { forms[$0.stem] == $0.form } ?? true }
    }

    /// Whether the same page is beside a file in another form, which is not read.
    static func hasOthers(beside file: FileName) -> Bool {
        guard let (form, stem) = of(file) else { return false }
        return allCases.contains { other in
            form < other
                && other.suffixes.contains {
                    FileStatus(FileName(stem + UnsafeBufferPointer(start: $0.utf8Start, count: $0.utf8CodeUnitCount)))?
                        .isRegular == true
                }
        }
    }
}
