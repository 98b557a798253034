import Application
import ArgumentParser
import Files
import Following
import Glibc

struct ImportSources: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "import", abstract: .importAbstract)

    @Argument(help: ArgumentHelp(.importFileHelp, valueName: "file"), completion: .file())
    var file: FileName

    /// Bytes of a file that are read.
    private static let limit = 64 << 20

    func run(in context: CommandContext) throws {
        let texts = context.localization
        var followed = try FollowedSources(orNone: context)
        let imported: ImportedSources
        do throws(FileFault) {
            let bytes =
                file == FileName("-")
                ? try FileBytes.read(STDIN_FILENO, shown: "-", limit: Self.limit)
                : try FileBytes.read(file, limit: Self.limit)
            imported = ImportedSources(bytes)
        } catch {
            throw CommandError(texts.words(for: error))
        }
        guard !imported.sources.isEmpty else { throw CommandError(texts(.sourcesNoneInFile, file.shown)) }
        let added: Int
        do throws(FileFault) {
            added = try followed.add(imported.sources)
        } catch {
            throw CommandError(texts(.sourceNotWritten, error.path, error.reason))
        }
        var output = Output(texts)
        output.write(texts(.sourcesImported, added, imported.sources.count - added, imported.passedOver) + "\n")
        output.flush()
    }
}
