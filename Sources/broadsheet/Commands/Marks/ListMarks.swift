import Application
import ArgumentParser
import FoundationEssentials
import Glibc
import Marks
import TextDecoding

struct ListMarks: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: .marksListAbstract)

    @Flag(help: ArgumentHelp(.jsonHelp))
    var json = false

    /// A mark as the list gives it; what was taken back is none.
    private struct Row: Encodable {
        var story: String
        var mark: String
        /// Of a place: a block of the story's body, and a character of that block, both from 0.
        var block: Int?
        var character: Int?
        /// ISO 8601, in UTC.
        var time: String
        var device: String

        init?(_ event: MarkEvent, device: String, timeFormat: String, isLocal: Bool) {
            switch event.mark {
            case .unread, .unstar: return nil
            case .read: mark = "read"
            case .star: mark = "star"
            case .place(let place): (mark, block, character) = ("place", place.block, place.character)
            }
            story = event.story.description
            time = Self.words(for: event.time, format: timeFormat, isLocal: isLocal)
            // The name of a file that may have come from anywhere.
            self.device = TextDecoder.clean(device)
        }

        private static func words(for time: Int64, format: String, isLocal: Bool) -> String {
            var seconds = time_t(time / 1000)
            var parts = tm()
            _ = isLocal ? localtime_r(&seconds, &parts) : gmtime_r(&seconds, &parts)
            var text = [UInt8](repeating: 0, count: 64)
            let count = text.withUnsafeMutableBytes {
                strftime($0.baseAddress!.assumingMemoryBound(to: CChar.self), $0.count, format, &parts)
            }
            return String(decoding: text.prefix(count), as: UTF8.self)
        }
    }

    func run(in context: CommandContext) throws {
        let texts = context.localization
        let log = MarkLog.open(context.environment)
        var output = Output(texts)
        if json {
            let rows = log.marks.events.compactMap {
                Row($0.event, device: $0.device, timeFormat: "%Y-%m-%dT%H:%M:%SZ", isLocal: false)
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            output.write(bytes: try encoder.encode(rows))
            output.write("\n")
        } else {
            for (event, device) in log.marks.events {
                let row = Row(event, device: device, timeFormat: "%Y-%m-%d %H:%M:%S", isLocal: true)
                guard let row else { continue }
                let place = row.block.map { " \($0):\(row.character ?? 0)" } ?? ""
                output.write("\(row.story)\t\(row.mark)\(place)\t\(row.time)\t\(row.device)\n")
            }
        }
        output.flush()
        for (file, lines) in log.unreadable { reportError(texts(.marksNotUnderstood, file.shown, lines)) }
        try report(log.readFaults, in: texts)
    }
}
