import Files
import Glibc
import Jobs
import Newspaper
import Screen

extension PDFReader {
    /// What one picture may take.
    struct PictureLimits {
        var seconds = 20
        /// Bytes of address space.
        var memory = 2 << 30
        /// Pixels an inch: a newspaper has no more to show.
        var resolution = 300.0
    }

    /// What draws pictures: MuPDF's program draws whole pages only.
    private var painter: String { tools.first { $0.painter != "mutool" }?.painter ?? PDFTools.poppler.painter }

    /// A picture of a PDF as the page shows it, with all that is printed over it; nil where it cannot be drawn.
    ///
    /// - Parameters:
    ///   - longestSide: pixels that it may have across and down.
    ///   - goesOn: asked several times a second; false ends it.
    func bitmap(
        of picture: PrintedPicture, in bytes: [UInt8], longestSide: Int, limits: PictureLimits = PictureLimits(),
        while goesOn: () -> Bool
    ) -> Bitmap? {
        let box = picture.box
        let (width, height) = (max(1, min(1e5, box.width)), max(1, min(1e5, box.height)))
        let scale = min(Double(longestSide) / max(width, height), limits.resolution / 72)
        func pixels(_ points: Double) -> Int { Int((points * scale).rounded()) }
        let size = (width: max(1, pixels(width)), height: max(1, pixels(height)))
        guard let file = try? MemoryDescriptor(bytes, path: "") else { return nil }
        let end = monotonicNow() + Int64(limits.seconds) * 1000
        // Room for the header.
        let output = size.width * size.height * 3 + 64
        let page = "\(picture.page + 1)"
        let passwords = passwords.isEmpty ? [[]] : passwords.reversed().map { [PDFTools.poppler.passwordOption, $0] }
        for password in passwords where goesOn() {
            let written = try? ChildProcess.output(
                of: [
                    painter, "-q", "-f", page, "-l", page, "-r", "\(72 * scale)",
                    "-x", "\(pixels(max(-1e5, min(1e5, box.left))))", "-y", "\(pixels(max(-1e5, min(1e5, box.top))))",
                    "-W", "\(size.width)", "-H", "\(size.height)",
                ] + password + ["/dev/stdin"],
                input: .descriptor(file.descriptor), errors: .none, limit: output,
                started: { $0.becomeHelper(memory: limits.memory, file: output, seconds: limits.seconds + 1) },
                while: { monotonicNow() < end && goesOn() })
            if let bitmap = written.flatMap({ PortablePixmap.bitmap(of: $0.bytes) }) { return bitmap }
        }
        return nil
    }
}
