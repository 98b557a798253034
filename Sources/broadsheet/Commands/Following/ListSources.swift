import Application
import ArgumentParser
import Files
import Following
import FoundationEssentials
import Localization
import Newspaper
import Typesetting

struct ListSources: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "sources", abstract: .sourcesAbstract)

    @Flag(help: ArgumentHelp(.jsonHelp))
    var json = false

    @Flag(help: ArgumentHelp(.sourcesExampleHelp))
    var example = false

    @Flag(name: .customLong("try"), help: ArgumentHelp(.sourcesTryHelp))
    var tries = false

    @Option(name: .customLong("as"), help: ArgumentHelp(.sourcesAsHelp, valueName: SourceListFormat.names))
    var format: SourceListFormat?

    /// A source as the list gives it.
    private struct Row: Encodable {
        var number: Int
        var name: String
        var address: String
        var section: String?
        /// RFC 3339; nil where it has never been asked.
        var last: String?
        /// nil where it is due, or will never be.
        var next: String?
        var isGone: Bool
        var weekly: Double?
        var trouble: String?
    }

    func run(in context: CommandContext) throws {
        let texts = context.localization
        if example {
            var output = Output(texts)
            output.write(SourcesFile.example(in: texts))
            output.flush()
            return
        }
        let followed = try FollowedSources(reading: context)
        if json, format != nil {
            throw CommandError(texts(.conflictingOptions, "--json", "--as"), status: 2)
        }
        if tries { return try tryFilters(followed, context) }
        var output = Output(texts)
        let records = followed.records
        let now = context.environment.now / 1000
        if let format {
            output.write(format.text(of: followed.all) { followed.name(of: $0) })
        } else if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let rows = followed.all.enumerated().map { index, source in
                let record = records[source]
                let due = record.due(source).flatMap { $0 > now ? $0 : nil }
                return Row(
                    number: index + 1, name: followed.name(of: source), address: source.address.text,
                    section: source.section, last: record.last.map { PrintedTime.words(for: $0) },
                    next: due.map { PrintedTime.words(for: $0) }, isGone: record.isGone,
                    weekly: record.storiesAWeek(today: followed.today), trouble: record.trouble)
            }
            output.write(bytes: try encoder.encode(rows))
            output.write("\n")
        } else {
            let width = String(followed.all.count).utf8.count
            for (index, source) in followed.all.enumerated() {
                let number = String(index + 1)
                let name = followed.name(of: source)
                let section = source.section.map { $0 == name ? "" : "  [\($0)]" } ?? ""
                let margin = String(repeating: " ", count: width + 1)
                output.write(String(repeating: " ", count: width - number.utf8.count) + "\(number) \(name)\(section)\n")
                output.write("\(margin)\(source.address.text)\n")
                let state = Self.words(records[source], of: source, now: now, today: followed.today, texts)
                output.write("\(margin)\(state)\n")
                if let trouble = records[source].trouble { output.write("\(margin)! \(trouble)\n") }
            }
        }
        output.flush()
        if !followed.faults.isEmpty { throw ExitCode.failure }
    }

    /// Days whose editions filters are tried on.
    private static let triedDays = 7

    /// Prints what the filters would do to the last days' stories, a line each.
    private func tryFilters(_ followed: FollowedSources, _ context: CommandContext) throws {
        let texts = context.localization
        guard let folder = context.environment.editionsFolder else { throw CommandError(texts(.noHome)) }
        let editions = DayEditions(folder)
        var output = Output(texts)
        var (tried, met) = (0, 0)
        for day in editions.days.prefix(Self.triedDays) {
            for source in followed.all {
                let filters = StoryFilters(global: followed.filters, own: source.filters, language: source.language)
                for story in editions.stories(of: source, on: day) {
                    tried += 1
                    let verdict = filters.verdict(on: story, now: context.environment.now / 1000)
                    let words = texts.words(for: verdict)
                    guard !words.isEmpty else { continue }
                    met += 1
                    let title = StoryHeader(story).title ?? texts(.untitled)
                    output.write("\(words)\t\(day)\t\(printed(followed.name(of: source)))\t\(printed(title))\n")
                }
            }
        }
        output.write(texts(.filtersTried, met, tried) + "\n")
        output.flush()
        if !followed.faults.isEmpty { throw ExitCode.failure }
    }

    private static func words(
        _ record: SourceRecord, of source: FollowedSource, now: Int64, today: String, _ texts: Localization
    ) -> String {
        var parts: [String] = []
        if let last = record.last {
            parts.append(texts(.sourceLast, texts.age(PublishedTime(seconds: last), now: now)))
        } else {
            parts.append(texts(.sourceNever))
        }
        if record.isGone {
            parts.append(texts(.sourceGone))
        } else if record.last != nil, let due = record.due(source) {
            parts.append(due > now ? texts(.sourceNext, texts.delay(due - now)) : texts(.sourceDue))
        }
        if let weekly = record.storiesAWeek(today: today) {
            parts.append(texts(.sourceWeekly, weekly < 1 ? "<1" : "\(Int(weekly.rounded()))"))
        }
        return parts.joined(separator: " · ")
    }
}

extension SourceListFormat: ExpressibleByArgument {
    public static var allValueStrings: [String] { allCases.map(\.rawValue) }
    static var names: String { allValueStrings.joined(separator: "|") }
}
