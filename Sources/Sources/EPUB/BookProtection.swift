import Markup

/// What keeps a book from being read by all but its seller's programs.
package enum BookProtection: String, Hashable, Sendable, CaseIterable {
    /// Adobe's ADEPT.
    case adobe
    /// Readium's Licensed Content Protection.
    case lcp
    /// Apple's FairPlay.
    case apple
    /// Encrypted in a way that says no more.
    case other

    /// Scrambled fonts are no protection: EPUB 3.3, 4.4, and Adobe's older way.
    private static let obfuscation: Set<String> = [
        "http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC",
    ]

    /// The protection of a book; nil where it has none.
    static func of(_ book: BookArchive) throws(SourceFault) -> BookProtection? {
        if book.find("META-INF/license.lcpl") != nil { return .lcp }
        if book.find("META-INF/sinf.xml") != nil { return .apple }
        let isAdobe = book.find("META-INF/rights.xml") != nil
        guard let bytes = try book.read("META-INF/encryption.xml") else { return isAdobe ? .adobe : nil }
        let reader = BookXML.read(bytes, with: Reader.init, begin: { $0.begin($1) }, end: { _, _, _ in })
        if isAdobe { return .adobe }
        return reader.methods.isSubset(of: obfuscation) ? nil : reader.isAdobe ? .adobe : .other
    }

    private final class Reader {
        var methods: Set<String> = []
        var isAdobe = false
        private var isKey = false

        func begin(_ element: BookXML.Element) {
            switch element.name {
            // How a key is encrypted says nothing of files.
            case "encryptedkey": isKey = true
            case "encrypteddata": isKey = false
            case "encryptionmethod":
                if !isKey, methods.count < 100 { methods.insert(element["Algorithm"] ?? "") }
            case "resource": isAdobe = true
            default: break
            }
        }
    }
}
