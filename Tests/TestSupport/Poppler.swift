import Foundation

/// Whether the programs that read PDFs are installed.
package let hasPoppler = ["pdftohtml", "pdftoppm"].allSatisfy { name in
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
}
