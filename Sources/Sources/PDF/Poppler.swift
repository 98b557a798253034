import CMemory
import Files
import Glibc
import Jobs
import PageLayout
import TextDecoding

/// Has poppler's `pdftohtml` read a PDF, in a process of its own: what goes wrong there harms nobody here.
struct Poppler {
    /// What one PDF may take.
    struct Limits {
        var seconds = 60
        /// Bytes of address space.
        var memory = 4 << 30
        /// Bytes that are written.
        var output = 256 << 20
        var pages = 4000
        /// Pages of which a picture is made, to see what is drawn on them.
        var pictures = 64
        /// Bytes of these pictures.
        var picturesBytes = 256 << 20
    }

    var limits = Limits()
    /// What writes the text, and what draws the page; looked for in PATH.
    var extractor = "pdftohtml"
    var painter = "pdftoppm"
    /// What an encrypted file opens with. Both take it only from their command lines, which other users may see.
    var password: String?

    var passwordOption: [String] { password.map { ["-upw", $0] } ?? [] }

    /// Pixels a point: how finely sizes of letters are given. The program takes no more.
    static let zoom = 3.0

    /// The sheets of a PDF, in order.
    ///
    /// - Parameters:
    ///   - path: what the file is called in a fault.
    ///   - goesOn: asked several times a second; false ends it.
    func sheets(
        of bytes: [UInt8], path: String, while goesOn: () -> Bool
    ) throws(SourceFault) -> [Sheet] {
        let file = try MemoryDescriptor(bytes, path: path)
        let errors = try MemoryDescriptor([], path: path)
        // All read the file at the same time; every second page is drawn by another.
        let paintings = ["-o", "-e"].compactMap { try? Painting(of: file, pages: $0, self) }
        var (sheets, said) = try read(file, errors, path: path, while: goesOn)
        if sheets.allSatisfy(\.lines.isEmpty), !sheets.isEmpty, goesOn() {
            // A scan has its text behind the picture, unseen.
            sheets = try read(file, errors, isHidden: true, path: path, while: goesOn).sheets
        }
        if !goesOn() { return sheets }
        func fault(_ fault: ExtractionFault) -> SourceFault { .extraction(path: path, fault) }
        // Nothing may be lost without a word.
        if sheets.count > limits.pages { throw fault(.tooLarge) }
        if sheets.contains(where: { !$0.lines.isEmpty }) {
            for (first, painting) in paintings.enumerated() {
                let pages = stride(from: first, to: sheets.count, by: paintings.count)
                for (at, raster) in zip(pages, painting.rasters(while: goesOn)) {
                    if let raster { sheets[at].drawing = Drawing(raster, on: sheets[at]) }
                }
            }
            return sheets
        }
        if said.contains("Incorrect password") { throw fault(.encrypted) }
        if let collection = Self.missingCollection(in: said) { throw fault(.noLanguageData(collection)) }
        throw fault(sheets.isEmpty ? .damaged : .noText)
    }

    private func read(
        _ file: MemoryDescriptor, _ errors: MemoryDescriptor, isHidden: Bool = false, path: String,
        while goesOn: () -> Bool
    ) throws(SourceFault) -> (sheets: [Sheet], said: String) {
        let output = try run(file, errors, isHidden: isHidden, path: path, while: goesOn)
        let said = String(decoding: errors.bytes(atMost: 1 << 16), as: UTF8.self)
        guard let sheets = PopplerXML.sheets(TextDecoder.readText(output, as: .utf8).utf8) else {
            throw .extraction(path: path, .tooLarge)
        }
        return (sheets, said)
    }

    /// Missing language pack for 'Adobe-GB1' mapping
    private static func missingCollection(in said: String) -> String? {
        guard let range = said.firstRange(of: "Missing language pack for '") else { return nil }
        return TextDecoder.clean(String(said[range.upperBound...].prefix { $0 != "'" && $0 != "\n" }))
    }

    private func run(
        _ file: MemoryDescriptor, _ errors: MemoryDescriptor, isHidden: Bool, path: String, while goesOn: () -> Bool
    ) throws(SourceFault) -> [UInt8] {
        let end = monotonicNow() + Int64(limits.seconds) * 1000
        do throws(SpawnFault) {
            // The file is its standard input: no name of a file reaches its command line.
            let (bytes, ending) = try ChildProcess.output(
                of: [
                    extractor, "-xml", "-i", "-stdout", "-nomerge", "-noroundcoord", "-zoom", "\(Self.zoom)", "-enc",
                    "UTF-8", "-nodrm", "-l", "\(limits.pages + 1)",
                ] + (isHidden ? ["-hidden"] : []) + passwordOption + ["/dev/stdin"],
                input: .descriptor(file.descriptor), errors: .descriptor(errors.descriptor), limit: limits.output,
                started: { $0.becomeHelper(memory: limits.memory, file: limits.output, seconds: limits.seconds + 1) },
                while: { monotonicNow() < end && goesOn() })
            if ending == .signalled(SIGKILL), goesOn() { throw SpawnFault(program: extractor, code: EFBIG) }
            return bytes
        } catch {
            let faults: [Int32: ExtractionFault] = [ENOENT: .noExtractor, EFBIG: .tooLarge]
            throw .extraction(path: path, faults[error.code] ?? .damaged)
        }
    }
}

/// A program that draws pages in grey.
private final class Painting {
    private let child: ChildProcess
    private let pictures: MemoryDescriptor
    private let limits: Poppler.Limits

    /// - Parameter pages: the option for the odd ones, or for the even ones.
    init(of file: MemoryDescriptor, pages: String, _ poppler: Poppler) throws {
        limits = poppler.limits
        pictures = try MemoryDescriptor([], path: "")
        child = try ChildProcess(
            [
                poppler.painter, "-q", pages, "-gray", "-r", "72", "-aa", "no", "-aaVector", "no", "-l",
                "\(limits.pictures)",
            ] + poppler.passwordOption + ["/dev/stdin"], input: .descriptor(file.descriptor),
            output: .descriptor(pictures.descriptor), errors: .none)
        child.becomeHelper(memory: limits.memory, file: limits.picturesBytes, seconds: limits.seconds + 1)
    }

    deinit {
        guard child.poll() == nil else { return }
        kill(child.id, SIGKILL)
        _ = child.wait()
    }

    /// The pictures, once the program has ended; as many as it has drawn in the time that it may take.
    func rasters(while goesOn: () -> Bool) -> [Raster?] {
        let end = monotonicNow() + Int64(limits.seconds) * 1000
        while child.poll() == nil {
            guard monotonicNow() < end, goesOn() else { return [] }
            usleep(500)
        }
        return PortableGraymap.all(in: pictures.bytes(atMost: limits.picturesBytes))
    }
}

/// A file without a name, in memory.
final class MemoryDescriptor {
    let descriptor: Int32

    init(_ bytes: [UInt8], path: String) throws(SourceFault) {
        descriptor = broadsheet_memory_file()
        guard descriptor >= 0 else { throw .file(FileFault(.open, path, code: errno)) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, $0.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .file(FileFault(.write, path, code: errno)) }
            written += count
        }
        lseek(descriptor, 0, SEEK_SET)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// What is in it.
    func bytes(atMost limit: Int) -> [UInt8] {
        let size = min(limit, Int(max(0, lseek(descriptor, 0, SEEK_END))))
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < buffer.count {
                let part = pread(descriptor, buffer.baseAddress! + count, buffer.count - count, off_t(count))
                guard part > 0 else { return }
                count += part
            }
        }
    }
}
