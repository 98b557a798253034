import Newspaper
import PageLayout
import TextDecoding

/// Programs that read PDFs: one writes the text of pages with its places, one draws them in grey.
struct PDFTools: Sendable {
    /// What writes the text, and what draws the page; looked for in PATH.
    var extractor: String
    var painter: String
    /// What the extractor is given before the file, for a range of pages.
    var text: @Sendable (ClosedRange<Int>) -> [String]
    /// What it is given besides to write the text that is not seen, as scans have it behind their pictures; nil where it always
    /// does.
    var hidden: [String]?
    /// What the painter is given before the file.
    var drawing: @Sendable (ClosedRange<Int>) -> [String]
    /// Comes before what an encrypted file opens with. Both take it only from their command lines, which other users may see.
    var passwordOption: String
    /// What the extractor says where the file does not open with that.
    var refusal: String
    /// The sheets in what the extractor writes for a range of pages; nil where one has more lines than are read.
    var sheets: @Sendable (_ output: [UInt8], ClosedRange<Int>) -> [Sheet]?

    /// In the order in which they are tried.
    static let all = [poppler, mupdf]

    /// poppler's `pdftohtml` and `pdftoppm`.
    static let poppler = PDFTools(
        extractor: "pdftohtml", painter: "pdftoppm",
        text: {
            [
                "-xml", "-i", "-stdout", "-nomerge", "-noroundcoord", "-zoom", "\(PopplerXML.zoom)", "-enc", "UTF-8",
                "-nodrm", "-f", "\($0.lowerBound)", "-l", "\($0.upperBound)",
            ]
        },
        hidden: ["-hidden"],
        drawing: {
            [
                "-q", "-gray", "-r", "72", "-aa", "no", "-aaVector", "no", "-f", "\($0.lowerBound)", "-l",
                "\($0.upperBound)",
            ]
        },
        passwordOption: "-upw", refusal: "Incorrect password",
        sheets: { output, _ in PopplerXML.sheets(TextDecoder.readText(output, as: .utf8).utf8) })

    /// MuPDF's `mutool draw`.
    static let mupdf = PDFTools(
        extractor: "mutool", painter: "mutool", text: { _ in ["draw", "-q", "-F", "stext"] }, hidden: nil,
        drawing: { _ in ["draw", "-q", "-F", "pgm", "-r", "72", "-A", "0", "-o", "-"] },
        passwordOption: "-p", refusal: "cannot authenticate password",
        sheets: { StructuredText.sheets($0, of: $1) })

    /// The whole command line of the extractor or the painter; the file is its standard input.
    func command(
        _ program: KeyPath<PDFTools, String>, _ arguments: [String], pages: ClosedRange<Int>, password: String?
    ) -> [String] {
        [self[keyPath: program]] + arguments + (password.map { [passwordOption, $0] } ?? []) + ["/dev/stdin"]
            // MuPDF takes pages behind the file.
            + (passwordOption == "-p" ? ["\(pages.lowerBound)-\(pages.upperBound)"] : [])
    }
}
