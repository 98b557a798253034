import Files

extension MarkEvent {
    /// The events of a log from elsewhere, and how many of its lines are neither an event nor empty. The last line may lack
    /// its line feed.
    package static func read(log bytes: [UInt8]) -> (events: [MarkEvent], unreadable: Int) {
        var events: [MarkEvent] = []
        var unreadable = 0
        (bytes + [MarkLine.lineFeed]).withUnsafeBytes { bytes in
            MarkFile.forEachLine(of: MarkFile.withoutMark(bytes)) { line, event in
                if let event { events.append(event) } else if !MarkLine.isEmpty(line) { unreadable += 1 }
            }
        }
        return (events, unreadable)
    }

    /// The same of a file, or of standard input for `-`.
    package static func read(at file: FileName) throws(FileFault) -> (events: [MarkEvent], unreadable: Int) {
        read(log: try FileBytes.read(file))
    }
}
