import Files
import Glibc

extension MarkEvent {
    /// The events of a log that does not lie among this device's: a last line may lack its line feed here.
    package static func read(log bytes: [UInt8]) -> (events: [MarkEvent], notUnderstood: Int) {
        var events: [MarkEvent] = []
        var notUnderstood = 0
        (bytes + [MarkLine.lineFeed]).withUnsafeBytes { bytes in
            MarkFile.forEachLine(of: bytes) { line, event in
                if let event { events.append(event) } else if !line.isEmpty { notUnderstood += 1 }
            }
        }
        return (events, notUnderstood)
    }

    /// The same of a file, or of standard input for `-`.
    package static func read(at path: FileName) throws(FileFault) -> (events: [MarkEvent], notUnderstood: Int) {
        read(log: try FileBytes.read(path))
    }
}
