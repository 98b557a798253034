import Application
import ArgumentParser
import Files
import Glibc
import Terminal

@main
enum Program {
    /// Exit status 0; 1 where some input could not be read; 2 for an invalid command line.
    static func main() {
        // A file that grows beyond `ulimit -f` is an error, as a full disk is, and does not end the program.
        signal(SIGXFSZ, SIG_IGN)
        atexit { ChildProcess.endHelpers() }
        let words = ArgumentWord.all
        let context = CommandContext(words)
        if MemoryGuard.isLimited { MemoryGuard.arm("broadsheet: \(context.localization(.outOfMemory))\n") }
        do {
            try CommandNames.check(words, in: context)
            if let paths = Read.paths(in: words) { return try Read.read(paths, in: context) }
            let arguments = words.map(ArgumentWord.text)
            var command = try Broadsheet.parseAsRoot(arguments)
            if let command = command as? any SettingsCommand { try command.options.validate(in: context) }
            if let command = command as? any ContextCommand {
                try command.run(in: context)
            } else {
                // `help`, and groups of commands without one of them: they print help.
                try command.run()
            }
        } catch let status as ExitCode {
            exit(status.rawValue)
        } catch let error as CommandError {
            reportError(error.message)
            exit(error.status)
        } catch {
            answer(error, context)
        }
    }

    /// Prints the help, version or script that was asked for, or says what is wrong with the command line.
    private static func answer(_ error: any Error, _ context: CommandContext) -> Never {
        let texts = context.localization
        let message = Broadsheet.fullMessage(for: error)
        // The parser names the command only in its line of usage.
        let usage = message.split(separator: "\n").first { $0.lowercased().hasPrefix("usage: broadsheet") }
        let command = usage.flatMap { usage in
            (try? CommandTree.read(in: texts))?.command(usage.split(separator: " ").dropFirst(2))
        }
        let page = command.map {
            HelpPage(command: $0, texts: texts, columns: min(100, terminalColumns ?? 80))
        }
        if Broadsheet.exitCode(for: error) == .success {
            var output = Output(texts)
            let script = Completions.Shell(parserScript: message)?.script(in: texts)
            output.write(page?.text ?? (script ?? MarkedText.translated(message, by: texts)) + "\n")
            output.flush()
            exit(0)
        }
        reportError(ParserWords.words(for: Broadsheet.message(for: error), in: texts))
        if let page, let command { ErrorOutput.write(page.usage + texts(.seeHelp, "\(command.path) --help") + "\n") }
        exit(2)
    }
}

/// Prints what is wrong and what to do on standard error.
func reportError(_ words: String) { ErrorOutput.report(words) }
