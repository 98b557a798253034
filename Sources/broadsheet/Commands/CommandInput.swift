import Application
import ArgumentParser
import Files
import Glibc
import Localization
import Newspaper
import Sources

/// What a command works on: the editions that its paths name, one after another, or the sample edition where they name none.
struct CommandInput {
    let content: LoadedContent
    /// What to call the whole where no page says: the first path's last component.
    let name: String
    private let faults: [SourceFault]
    private let texts: Localization

    /// - Parameters:
    ///   - paths: without one, the library that the settings name.
    ///   - inputOptions: how what is read is written.
    ///   - detail: what is wanted of the files.
    /// - Throws: `CommandError` where nothing at all could be read.
    init(
        paths: [FileName], _ context: CommandContext, _ inputOptions: InputOptions?,
        detail: LoadedContent.Detail = .stories
    ) throws(CommandError) {
        texts = context.localization
        for fault in context.settingsFaults { reportError(fault) }
        let loader =
            try inputOptions?.loader(context.environment, in: context.localization)
            ?? .withSample(context.environment)
        let paths = try context.paths(paths)
        name = paths.first.map { $0.last.shown } ?? texts(.sampleTitle)
        let catalog = Catalog.find(paths)
        var content = loader.load(catalog.editions, detail: detail)
        let mayAsk = inputOptions?.passwordFile == nil && isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
        var dialog = PasswordDialog(loader, mayAsk: mayAsk, in: texts)
        while dialog.unlocks(content.faults) { content = loader.load(catalog.editions, detail: detail) }
        self.content = content
        faults = catalog.faults + content.faults
        if content.isEmpty, !faults.isEmpty {
            throw CommandError(faults.map(texts.words).joined(separator: "\nbroadsheet: "))
        }
    }

    var list: any StoryList { content.list }

    /// Reports what was noted, unless that has been said, and what could not be read; status 1 where something could not.
    func finish(reportsNotes: Bool = true) throws {
        if reportsNotes { texts.words(for: content.notes).forEach(reportError) }
        for fault in faults { reportError(texts.words(for: fault)) }
        if content.isEmpty, faults.isEmpty { reportError(texts(.noStories, name)) }
        if !faults.isEmpty { throw ExitCode.failure }
    }
}
