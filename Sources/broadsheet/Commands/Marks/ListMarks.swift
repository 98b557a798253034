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

    /// A mark as the list prints it; undone marks are left out.
    private struct Row: Encodable {
        var story: String
        var mark: String
        /// Of a place only: the block of the story's body and the character in it, both from 0.
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
            time = PrintedTime.words(for: event.time / 1000, format: timeFormat, isLocal: isLocal)
            // The name of a file that may come from another machine.
            self.device = TextDecoder.clean(device)
        }
    }

    func run(in context: CommandContext) throws {
        let texts = context.localization
        let log = MarkLog.open(context.environment)
        var output = Output(texts)
        if json {
            let rows = log.marks.events.compactMap {
                Row($0.event, device: $0.device, timeFormat: PrintedTime.iso8601, isLocal: false)
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
