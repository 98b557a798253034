import Application
import ArgumentParser
import Files
import Following
import Glibc
import Localization
import Typesetting

struct AddSource: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: .addAbstract)

    @Argument(help: ArgumentHelp(.addressHelp, valueName: "address"))
    var address: String

    @Option(help: ArgumentHelp(.sourceNameHelp, valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp(.sourceSectionHelp, valueName: "section"))
    var section: String?

    func run(in context: CommandContext) throws {
        let texts = context.localization
        var followed = try FollowedSources(orNone: context)
        guard var source = place(context).map(FollowedSource.init) else {
            throw CommandError(texts(.sourceBadAddress, address), status: 2)
        }
        source.name = name.flatMap { $0.isEmpty ? nil : $0 }
        source.section = section.flatMap { $0.isEmpty ? nil : $0 }
        guard let round = followed.round else { throw CommandError(texts(.noHome)) }
        let mayAsk = isatty(STDIN_FILENO) == 1 && isTerminal
        var output = Output(texts)
        let found = try find(source, round, followed, mayAsk: mayAsk, &output, texts)
        source.address = found.address
        // Written down, the file can be read without the feeds.
        source.name = source.name ?? found.title
        let title = source.name ?? source.address.text
        if followed.all.contains(where: { $0.address == source.address }) {
            throw CommandError(texts(.sourceAlreadyFollowed, title))
        }
        output.write(texts(.sourceNewest, title, found.count) + "\n")
        for headline in found.newest { output.write("  \(printed(headline))\n") }
        output.flush()
        if mayAsk, source.section == nil {
            let sections = followed.all.compactMap(\.section).reduce(into: [String]()) {
                if !$0.contains($1) { $0.append($1) }
            }
            let known = sections.isEmpty ? "" : " (\(texts.listed(sections)))"
            source.section = Self.ask("\(texts(.sourceWhichSection))\(known) [\(title)]: ")
        }
        do throws(FileFault) {
            try followed.add([source])
        } catch {
            throw CommandError(texts(.sourceNotWritten, error.path, error.reason))
        }
        output.write(texts(.sourceAdded, title, source.section ?? title) + "\n")
        output.flush()
    }

    /// Where the source is: a path of this machine from the root.
    private func place(_ context: CommandContext) -> FollowedSource.Address? {
        let file = FileName(ArgumentWord.bytes(of: address))
        if address.utf8.firstRange(of: "://".utf8) == nil, !address.hasPrefix("exec:"), !address.hasPrefix("~/"),
            FileStatus(file) != nil, let path = file.absolute.text
        {
            return .path(path)
        }
        return FollowedSource.Address(address)
    }

    /// The feed that is meant; asks where there are several.
    private func find(
        _ source: FollowedSource, _ round: FetchRound, _ followed: FollowedSources, mayAsk: Bool,
        _ output: inout Output, _ texts: Localization
    ) throws(CommandError) -> SourceFinder.Found {
        let finder = SourceFinder(round)
        var source = source
        while true {
            let answer: SourceFinder.Answer
            do throws(FetchRound.Trouble) {
                answer = try finder.find(source)
            } catch {
                throw CommandError(texts(.sourceTrouble, source.address.text, texts.words(for: error)))
            }
            switch answer {
            case .source(let found): return found
            case .page: throw CommandError(texts(.sourceNoFeed, source.address.text, followed.file.shown))
            case .several(let entries):
                output.write(texts(.sourceFeedsFound, source.address.text) + "\n")
                for (index, entry) in entries.enumerated() {
                    let title = entry.title.map { printed($0) + "  " } ?? ""
                    output.write("  \(index + 1) \(title)\(entry.address)\n")
                }
                output.flush()
                guard mayAsk else { throw CommandError(texts(.sourceChooseFeed)) }
                let answer = Self.ask("\(texts(.sourceWhichFeed)) [1]: ") ?? "1"
                guard let number = Int(answer), entries.indices.contains(number - 1),
                    let chosen = FollowedSource.Address(entries[number - 1].address), chosen != source.address
                else { throw CommandError(texts(.sourceChooseFeed)) }
                source.address = chosen
            }
        }
    }

    /// What somebody types; nil for nothing.
    private static func ask(_ words: String) -> String? {
        ErrorOutput.write(words)
        guard let line = readLine() else { return nil }
        let trimmed = line.drop { $0 == " " }
        return trimmed.isEmpty ? nil : String(trimmed)
    }
}
