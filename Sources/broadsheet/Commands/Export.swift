import Application
import ArgumentParser
import Exports
import Files
import Glibc

struct Export: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "export", abstract: .exportAbstract)

    @Argument(help: ArgumentHelp(.pathsHelp, valueName: "path"), completion: .file())
    var paths: [FileName] = []

    @Option(help: ArgumentHelp(.formatHelp, valueName: ExportFormat.all.map(\.name).joined(separator: "|")))
    var format: ExportFormat = .all[0]

    @Option(name: .shortAndLong, help: ArgumentHelp(.outputHelp, valueName: "file"), completion: .file())
    var output: FileName?

    @OptionGroup var inputOptions: InputOptions

    func run(in context: CommandContext) throws {
        let texts = context.localization
        let output = output == FileName("-") ? nil : output
        if output == nil, !format.isText, isTerminal {
            throw CommandError(texts(.exportNeedsFile, format.name), status: 2)
        }
        let read = try CommandInput(paths: paths, context, inputOptions)
        let input = ExportInput(
            read.list, fileName: read.name, texts: texts, settings: context.settings.preferences.reading)
        if let output {
            do throws(FileFault) {
                try write(input, to: output)
            } catch {
                throw CommandError(texts(.exportFailed, error.path, error.reason))
            }
        } else {
            var output = Output(texts)
            do {
                try format.write(input) { output.write(bytes: $0) }
            } catch {
                throw CommandError(texts(.outputFailed, String(cString: strerror(EFBIG))))
            }
            output.flush()
        }
        try read.finish()
    }

    /// Writes a file that is there whole or not at all.
    private func write(_ input: ExportInput, to file: FileName) throws(FileFault) {
        let draft = try FileDraft(replacing: file, mode: Self.mode(of: file))
        var pending: [UInt8] = []
        do {
            try format.write(input) { bytes in
                pending += bytes
                guard pending.count >= 1 << 16 else { return }
                try draft.write(pending)
                pending.removeAll(keepingCapacity: true)
            }
        } catch let fault as FileFault {
            throw fault
        } catch {
            // There is more than the format has room for.
            throw FileFault(.write, file, code: EFBIG)
        }
        try draft.write(pending)
        try draft.close()
        try draft.replace()
    }

    /// The permissions of the file that is replaced; of a new one what the user's mask leaves.
    private static func mode(of file: FileName) -> mode_t {
        if let old = FileStatus(file), old.isRegular { return old.mode & 0o777 }
        let mask = umask(0o077)
        umask(mask)
        return 0o666 & ~mask
    }
}

extension ExportFormat: ExpressibleByArgument {
    public init?(argument: String) {
        guard let format = Self.named(argument) else { return nil }
        self = format
    }

    public var defaultValueDescription: String { name }
    public static var allValueStrings: [String] { all.map(\.name) }
    public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
