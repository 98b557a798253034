import Files
import Glibc
import Jobs
import Newspaper
import PageLayout
import TextDecoding

/// Has programs read a PDF: poppler's, or MuPDF's where poppler is missing.
struct PDFReader {
    /// What one PDF may take.
    struct Limits {
        /// Of each program.
        var seconds = 60
        /// Bytes of address space.
        var memory = 4 << 30
        /// Bytes that are written.
        var output = 256 << 20
        var pages = 4000
        /// Of processor time, of a program that draws; a page that takes longer is laid out without its rules and pictures.
        var drawingSeconds = 10
        /// Pages of which a picture is made, to see what is drawn on them.
        var pictures = 64
        /// Bytes of these pictures.
        var picturesBytes = 256 << 20
    }

    var limits = Limits()
    /// In the order in which they are tried; the first that are installed are used.
    var tools = PDFTools.all
    /// What an encrypted file opens with: one of these.
    var passwords: [String] = []
    /// Programs that draw at once, at least.
    var painters = max(2, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

    /// Milliseconds that one program may draw until its pages are shown: to start one takes as long as to draw a simple page.
    private static let part: Int64 = 300

    /// What is given the next sheets as they come, in order, and how many there are in all, once that is known.
    typealias Arrival = (_ sheets: ArraySlice<Sheet>, _ all: Int?) -> Void

    /// The sheets of a PDF, in order.
    ///
    /// - Parameters:
    ///   - path: what the file is called in a fault.
    ///   - goesOn: asked several times a second; false ends it.
    ///   - arrive: called until all have come; the first is read before all others.
    @discardableResult
    func sheets(
        of bytes: [UInt8], path: String, while goesOn: () -> Bool, arrive: Arrival = { _, _ in }
    ) throws(SourceFault) -> [Sheet] {
        let file = try MemoryDescriptor(bytes, path: path)
        var fault = ExtractionFault.noExtractor
        let ways = tools.flatMap { tools in
            passwords.isEmpty ? [(tools, nil)] : passwords.reversed().map { (tools, Optional($0)) }
        }
        for (tools, password) in ways {
            do throws(SourceFault) {
                return try Reading(self, tools, password, file, path).sheets(while: goesOn, arrive: arrive)
            } catch {
                guard case .extraction(_, let found) = error else { throw error }
                if found == .noExtractor { continue }
                fault = found
                // Another password may be right, and other programs may have the tables.
                switch found {
                case .encrypted, .noLanguageData: continue
                default: throw error
                }
            }
        }
        if fault == .encrypted, !passwords.isEmpty { fault = .wrongPassword }
        throw .extraction(path: path, fault)
    }

    /// What is being read with the same programs.
    private struct Reading {
        let reader: PDFReader
        let tools: PDFTools
        let password: String?
        let file: MemoryDescriptor
        let path: String

        init(
            _ reader: PDFReader, _ tools: PDFTools, _ password: String?, _ file: MemoryDescriptor, _ path: String
        ) {
            (self.reader, self.tools, self.password) = (reader, tools, password)
            (self.file, self.path) = (file, path)
        }

        private var limits: Limits { reader.limits }

        func sheets(
            while goesOn: () -> Bool, arrive: Arrival
        ) throws(SourceFault) -> [Sheet] {
            // The first page by itself, and all others at the same time.
            let parts = [1...1, 2...max(2, limits.pages + 1)]
            let extractors = try parts.map { pages throws(SourceFault) in try extractor(pages) }
            let first = painter(1...1)
            let start = monotonicNow()
            var sheets = try read(extractors[0], parts[0], while: goesOn)
            guard goesOn() else { return sheets }
            if sheets.isEmpty { throw .extraction(path: path, fault(extractors[0].said, isEmpty: true)) }
            draw(first, on: &sheets, from: 0, while: goesOn)
            let pace = max(1, monotonicNow() - start)
            // Of a single page the other extractor has nothing to say, and says it at once.
            var arrived = 0
            if !extractors[1].hasEnded, sheets.contains(where: { !$0.lines.isEmpty }) {
                arrive(sheets[...], nil)
                arrived = sheets.count
            }
            sheets += try read(extractors[1], parts[1], while: goesOn)
            if sheets.allSatisfy(\.lines.isEmpty), let hidden = tools.hidden, goesOn() {
                let pages = 1...(limits.pages + 1)
                sheets = try read(extractor(pages, hidden), pages, while: goesOn)
                draw(first, on: &sheets, from: 0, while: goesOn)
            }
            if !goesOn() { return sheets }
            // Nothing may be lost without a word.
            if sheets.count > limits.pages { throw .extraction(path: path, .tooLarge) }
            guard sheets.contains(where: { !$0.lines.isEmpty }) else {
                throw .extraction(path: path, fault(extractors[0].said + extractors[1].said, isEmpty: sheets.isEmpty))
            }
            if arrived == 0 {
                arrived = 1
                arrive(sheets[..<1], sheets.count)
            }
            draw(&sheets, from: arrived, pace: pace, while: goesOn, arrive: arrive)
            return sheets
        }

        private func extractor(_ pages: ClosedRange<Int>, _ more: [String] = []) throws(SourceFault) -> PDFHelper {
            let command = tools.command(
                \.extractor, tools.text(pages) + more, pages: pages, password: password)
            return try PDFHelper(command, file: file, path: path, limits, limit: limits.output)
        }

        private func painter(_ pages: ClosedRange<Int>) -> PDFHelper? {
            let command = tools.command(\.painter, tools.drawing(pages), pages: pages, password: password)
            return try? PDFHelper(
                command, file: file, path: path, limits, limit: limits.picturesBytes,
                processorSeconds: limits.drawingSeconds)
        }

        private func read(
            _ extractor: PDFHelper, _ pages: ClosedRange<Int>, while goesOn: () -> Bool
        ) throws(SourceFault) -> [Sheet] {
            guard extractor.wait(while: goesOn) else { return [] }
            guard !extractor.isTooLarge, let sheets = tools.sheets(extractor.bytes, pages) else {
                throw .extraction(path: path, .tooLarge)
            }
            return sheets
        }

        /// Draws what has not arrived, some pages at once, and hands them on in order.
        ///
        /// - Parameter pace: milliseconds that the first page took.
        private func draw(
            _ sheets: inout [Sheet], from first: Int, pace: Int64, while goesOn: () -> Bool, arrive: Arrival
        ) {
            let last = min(sheets.count, limits.pictures)
            let share = (last - first + reader.painters - 1) / reader.painters
            let part = max(1, min(Int(PDFReader.part / pace), share))
            var next = first + 1
            var running: [(pages: ClosedRange<Int>, helper: PDFHelper?)] = []
            func start() {
                while next <= last, running.count(where: { $0.helper?.hasEnded == false }) < reader.painters {
                    let pages = next...min(last, next + part - 1)
                    running.append((pages, painter(pages)))
                    next = pages.upperBound + 1
                }
            }
            start()
            while !running.isEmpty {
                let (pages, helper) = running[0]
                _ = helper?.wait {
                    start()
                    return goesOn()
                }
                draw(helper, on: &sheets, from: pages.lowerBound - 1, while: goesOn)
                guard goesOn() else { return }
                running.removeFirst()
                start()
                arrive(sheets[pages.lowerBound - 1..<pages.upperBound], sheets.count)
            }
            if last < sheets.count { arrive(sheets[max(first, last)...], sheets.count) }
        }

        /// Notes what is drawn on sheets, as many as the program has drawn in the time that it may take.
        private func draw(_ painter: PDFHelper?, on sheets: inout [Sheet], from first: Int, while goesOn: () -> Bool) {
            guard let painter, painter.wait(while: goesOn) else { return }
            for (at, raster) in zip(first..., PortableGraymap.all(in: painter.bytes)) where at < sheets.count {
                if let raster { sheets[at].drawing = Drawing(raster, on: sheets[at]) }
            }
        }

        private func fault(_ said: String, isEmpty: Bool) -> ExtractionFault {
            if said.contains(tools.refusal) { return .encrypted }
            if let collection = Self.missingCollection(in: said) { return .noLanguageData(collection) }
            return isEmpty ? .damaged : .noText
        }

        /// Missing language pack for 'Adobe-GB1' mapping
        private static func missingCollection(in said: String) -> String? {
            guard let range = said.firstRange(of: "Missing language pack for '") else { return nil }
            return TextDecoder.clean(String(said[range.upperBound...].prefix { $0 != "'" && $0 != "\n" }))
        }
    }
}
