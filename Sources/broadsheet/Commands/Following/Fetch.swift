import Application
import ArgumentParser
import Files
import Following
import Glibc
import Localization
import Marks

struct Fetch: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "fetch", abstract: .fetchAbstract)

    @Argument(help: ArgumentHelp(.sourcesHelp, valueName: "source"))
    var sources: [String] = []

    @Flag(help: ArgumentHelp(.fetchAllHelp))
    var all = false

    func run(in context: CommandContext) throws {
        let texts = context.localization
        var followed = try FollowedSources(reading: context)
        guard let round = followed.round else { throw CommandError(texts(.noHome)) }
        let asked = followed.all
        // A file that cannot be read is no reason to forget what it names.
        if asked.isEmpty { throw ExitCode.failure }
        let signals = Signals.open()
        var progress = FetchProgress(texts)
        var (new, givers, failed) = (0, 0, 0)
        var count = 0
        var marks: MarkLog?
        var moves: [(FollowedSource, FollowedSource.Address)] = []
        let end = round.run(
            asked, filters: followed.filters, asking: try wanted(followed, in: texts), words: texts.words(for:),
            while: { !Signals.isPending(signals) }
        ) { event in
            switch event {
            case .began(let number):
                count = number
                progress.begin(number)
            case .ended(_, .filed(let stories)):
                new += stories
                if stories > 0 { givers += 1 }
                progress.advance()
            case .ended(let index, .trouble(let trouble)):
                failed += 1
                progress.advance()
                progress.clear()
                reportError(texts(.sourceTrouble, followed.name(of: asked[index]), texts.words(for: trouble)))
            case .marked(let read, let starred):
                let log = marks ?? MarkLog.open(context.environment)
                marks = log
                log.mark(read.map { ($0, .read) } + starred.map { ($0, .star) }, now: context.environment.now)
            case .moved(let index, let address): moves.append((asked[index], address))
            }
        }
        progress.clear()
        marks?.finish()
        if let fault = marks?.saveFault { reportError(texts.words(for: fault)) }
        for (source, address) in moves {
            let name = followed.name(of: source)
            do throws(FileFault) {
                let isWritten = try followed.move(source, to: address)
                reportError(
                    isWritten
                        ? texts(.sourceMoved, name, address.text)
                        : texts(.sourceMovedUnwritten, name, address.text, followed.file.shown))
            } catch {
                reportError(texts(.sourceNotWritten, error.path, error.reason))
            }
        }
        if let signal = Signals.next(signals) { Signals.die(of: signal) }
        switch end {
        case .busy: throw CommandError(texts(.fetchBusy))
        case .notSaved(let fault): throw CommandError(texts(.fetchNotSaved, fault.path, fault.reason))
        case .done: break
        }
        var output = Output(texts)
        output.write(
            (count == 0 ? texts(.fetchNoneDue, asked.count) : texts(.fetchSummary, new, givers)) + "\n")
        if failed > 0 { output.write(texts(.fetchFailed, failed) + "\n") }
        output.flush()
        if failed > 0 || !followed.faults.isEmpty { throw ExitCode.failure }
    }

    /// The indices of those that are asked whether due or not; nil where the schedule decides.
    private func wanted(_ followed: FollowedSources, in texts: Localization) throws(CommandError) -> Set<Int>? {
        if all { return Set(followed.all.indices) }
        if sources.isEmpty { return nil }
        var wanted: Set<Int> = []
        for words in sources { wanted.insert(try followed.index(of: words, in: texts)) }
        return wanted
    }
}

/// How many sources have been asked.
private struct FetchProgress {
    private let texts: Localization
    private var (done, all) = (0, 0)

    init(_ texts: Localization) { self.texts = texts }

    mutating func begin(_ count: Int) {
        all = count
        show()
    }

    mutating func advance() {
        done += 1
        show()
    }

    func clear() { ErrorOutput.show(progress: nil) }

    private func show() { if all > 0 { ErrorOutput.show(progress: texts(.fetchProgress, done, all)) } }
}
