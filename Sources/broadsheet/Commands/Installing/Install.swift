import Application
import ArgumentParser
import Files
import Glibc
import TextDecoding
import Localization

/// Installs the program, its man page in every language, its completions, and a timer that fetches, below a prefix.
struct Install: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "install", abstract: .installAbstract)

    @Option(help: ArgumentHelp(.prefixHelp, valueName: "folder"), completion: .directory)
    var prefix = FileName("~/.local")

    /// The folder of each language's man pages below `share/man`; English pages have none.
    private static let manuals = ["en": "", "zh-Hans": "zh_CN/", "zh-Hant": "zh_TW/"]

    func run(in context: CommandContext) throws {
        let texts = context.localization
        // Nobody means the root folder by it: a variable was empty.
        if prefix.bytes.isEmpty { throw CommandError(texts(.invalidValue, "", "--prefix <folder>"), status: 2) }
        if prefix.hasPrefix(FileName("~/")), context.environment.home == nil { throw CommandError(texts(.noHome)) }
        let prefix = context.environment.expanded(prefix)
        let program = InstalledFile(prefix.appending("bin/broadsheet"))
        let scripts = Completions.Shell.allCases.map { ($0, InstalledFile(prefix.appending($0.place))) }
        let pages = Localization.languages.map {
            ($0, InstalledFile(prefix.appending("share/man/\(Self.manuals[$0] ?? $0 + "/")man1/broadsheet.1")))
        }
        let units = FetchUnits.all(program: program.file).map { ($0.text, InstalledFile(prefix.appending($0.place))) }
        let files = [program] + scripts.map(\.1) + pages.map(\.1) + units.map(\.1)
        // All are checked before anything is written.
        for file in files where !file.mayBeReplaced {
            throw CommandError(texts(.installForeign, file.file.shown))
        }
        var output = Output(texts)
        var folders: [FileName] = []
        do throws(FileFault) {
            let bytes = try InstalledFile(FileName("/proc/self/exe")).bytes()
            // All are written before the first is put in its place, so that a full disk leaves everything as it was.
            let draft = try program.draft(bytes, mode: 0o755, folders: &folders)
            var drafts = [draft]
            for (shell, file) in scripts {
                let script = Array((shell.script(in: texts) + "\n# \(InstalledFile.mark)\n").utf8)
                drafts.append(try file.draft(script, folders: &folders))
            }
            for (language, file) in pages {
                // As the program that is installed prints it, in each of its languages.
                let page = try Self.output(of: draft.file, ["manual", "--set", "language=\(language)"])
                drafts.append(try file.draft(page + Array(".\\\" \(InstalledFile.mark)\n".utf8), folders: &folders))
            }
            for (unit, file) in units { drafts.append(try file.draft(Array(unit.utf8), folders: &folders)) }
            try FileDraft.replaceAll(drafts)
            for draft in drafts { syncFolder(draft.target.parent) }
            if InstalledFile.contains(bytes, "libswiftCore.so") { reportError(texts(.installNeedsSwift)) }
        } catch {
            // The drafts are gone by now.
            removeEmptyFolders(folders)
            throw CommandError(texts(.installFailed, TextDecoder.clean(error.path), error.reason))
        }
        for file in files { output.write(file.file.shown + "\n") }
        output.flush()
        let searched = context.environment.path("PATH")?.bytes.split(separator: UInt8(ascii: ":")) ?? []
        let programs = prefix.appending("bin")
        if !searched.contains(programs.bytes[...]) { reportError(texts(.installNotFound, programs.shown)) }
    }

    private static func output(of program: FileName, _ arguments: [String]) throws(FileFault) -> [UInt8] {
        do throws(SpawnFault) {
            let (bytes, end) = try ChildProcess.output(of: ["broadsheet"] + arguments, file: program)
            guard end == .exited(0) else { throw SpawnFault(program: "broadsheet", code: EIO) }
            return bytes
        } catch {
            throw FileFault(.read, program, code: error.code)
        }
    }
}
