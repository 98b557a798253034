/// A file that is being read.
struct OpenFile {
    /// Its path, fit to be shown; inside an archive the archive's and the path there.
    var path: String
    var stream: any ByteStream
    /// How many archives and compressed files it is inside.
    var depth = 0

    /// The depth of what is inside it.
    func innerDepth(_ limits: ReadingLimits) throws(SourceFault) -> Int {
        guard depth < limits.depth else { throw .tooMuch(path: path, .depth) }
        return depth + 1
    }

    /// The next part of it; nil at its end, and where it cannot be read further.
    func next(_ fault: inout SourceFault?) -> [UInt8]? {
        do throws(SourceFault) {
            let part = try stream.next()
            return part.isEmpty ? nil : part
        } catch {
            fault = error
            return nil
        }
    }
}
