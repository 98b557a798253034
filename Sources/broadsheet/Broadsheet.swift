import ArgumentParser
import Glibc
import Localization
import Settings
import TextDecoding

/// The command line: `broadsheet PATH…` reads, the subcommands print.
struct Broadsheet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "broadsheet",
        abstract: texts(.commandAbstract),
        discussion: texts(.commandExamples).replacingLineBreaks(),
        version: version,
        subcommands: [
            Read.self, List.self, Show.self, Export.self, Explain.self, MarksGroup.self, Config.self, Manual.self,
            Completions.self,
            Install.self,
        ],
        defaultSubcommand: Read.self
    )

    static let version = "0.1.0"
    /// The day of the version.
    static let released = "2026-11-20"
}

@main
enum Program {
    /// Exit status 0; 1 where some input could not be read; 2 for a command line that will not do.
    static func main() {
        // A file that grows beyond `ulimit -f` is an error like a full disk, not the end.
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try Broadsheet.parseAsRoot()
            try command.run()
        } catch let status as ExitCode {
            exit(status.rawValue)
        } catch is Silence {
            exit(1)
        } catch let complaint as Complaint {
            complain(complaint.words)
            exit(complaint.status)
        } catch {
            tell(error)
        }
    }

    /// Prints the help that was asked for, or says what is wrong with the command line.
    private static func tell(_ error: any Error) -> Never {
        let message = Broadsheet.fullMessage(for: error)
        // The parser tells which command it is about nowhere but in a line of its usage.
        let usage = message.split(separator: "\n").first { $0.lowercased().hasPrefix("usage: broadsheet") }
        let command = usage.flatMap { usage in
            (try? CommandTree.read())?.command(usage.split(separator: " ").dropFirst(2))
        }
        let page = command.map { HelpPage(command: $0, texts: texts, columns: min(100, Surroundings.columns ?? 80)) }
        if Broadsheet.exitCode(for: error) == .success {
            var output = Output()
            output.write(page?.text ?? message + "\n")
            output.flush()
            exit(0)
        }
        complain(ParserWords.words(for: Broadsheet.message(for: error), in: texts))
        if let page, let command { writeError(page.usage + texts(.seeHelp, "\(command.path) --help") + "\n") }
        exit(2)
    }
}

/// Why a command cannot go on, in the reader's language.
struct Complaint: Error {
    var words: String
    var status: Int32 = 1
}

/// The interface's texts, in the language that the settings or the environment ask for.
let texts = SettingsController(options: SettingOptions.onCommandLine).localization

/// Says what is wrong and what to do, on standard error.
func complain(_ words: String) { writeError("broadsheet: \(words)\n") }

/// Through the gate: a message may quote an argument, or a name from anywhere.
func writeError(_ text: String) {
    let bytes = Array(TextDecoder.cleanLines(text).utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

extension String {
    /// Localization stand on one line each; `\n` in them is a line break.
    func replacingLineBreaks() -> String {
        split(separator: "\\n", omittingEmptySubsequences: false).joined(separator: "\n")
    }
}
