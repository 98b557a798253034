import Application
import ArgumentParser
import Files
import TextDecoding
import Localization

/// Installs the program, its man page in every language, and its completions below a prefix.
struct Install: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "install", abstract: .installAbstract)

    @Option(help: ArgumentHelp(.prefixHelp, valueName: "folder"), completion: .directory)
    var prefix = "~/.local"

    /// The folder of each language's man pages below `share/man`; English pages have none.
    private static let manuals = ["en": "", "zh-Hans": "zh_CN/", "zh-Hant": "zh_TW/"]

    func run(in context: CommandContext) throws {
        let texts = context.localization
        let prefix = context.environment.expanded(prefix)
        let program = InstalledFile(prefix + "/bin/broadsheet")
        let scripts = Completions.Shell.allCases.map { ($0, InstalledFile(prefix + "/" + $0.place)) }
        let pages = Localization.languages.map {
            ($0, InstalledFile(prefix + "/share/man/\(Self.manuals[$0] ?? $0 + "/")man1/broadsheet.1"))
        }
        let files = [program] + scripts.map(\.1) + pages.map(\.1)
        // All are checked before anything is written.
        for file in files where !file.mayBeReplaced {
            throw CommandError(texts(.installForeign, TextDecoder.clean(file.path)))
        }
        var output = Output(texts)
        do throws(FileFault) {
            let bytes = try InstalledFile("/proc/self/exe").bytes()
            try program.write(bytes, mode: 0o755)
            for (shell, file) in scripts {
                try file.write(Array((shell.script(in: texts) + "\n# \(InstalledFile.mark)\n").utf8))
            }
            for (language, file) in pages {
                // The installed program prints its own page in each language.
                let page = try program.output(of: ["manual", "--set", "language=\(language)"])
                try file.write(page + Array(".\\\" \(InstalledFile.mark)\n".utf8))
            }
            if InstalledFile.contains(bytes, "libswiftCore.so") { reportError(texts(.installNeedsSwift)) }
        } catch {
            throw CommandError(texts(.installFailed, TextDecoder.clean(error.path), error.reason))
        }
        for file in files { output.write(TextDecoder.clean(file.path) + "\n") }
        output.flush()
        let folders = (context.environment.variable("PATH") ?? "").split(separator: ":").map(String.init)
        if !folders.contains(prefix + "/bin") {
            reportError(texts(.installNotFound, TextDecoder.clean(prefix + "/bin")))
        }
    }
}
