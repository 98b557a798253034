import Application
import Files
import Following
import Localization

extension FollowedSources {
    /// What is followed, with what is wrong with the file reported.
    ///
    /// - Throws: where the file cannot be read, or nothing is followed.
    init(reading context: CommandContext) throws(CommandError) {
        try self.init(orNone: context)
        if all.isEmpty, faults.isEmpty { throw CommandError(context.localization(.nothingFollowed)) }
    }

    /// The same where nothing need be followed.
    init(orNone context: CommandContext) throws(CommandError) {
        let texts = context.localization
        for fault in context.settingsFaults { reportError(fault) }
        if !context.environment.hasSettingsFolder { throw CommandError(texts(.noHome)) }
        self.init(context.environment)
        if let fileFault { throw CommandError(texts.words(for: fileFault)) }
        for fault in faults { reportError(texts.words(for: fault, in: context.environment.abbreviated(file))) }
    }

    /// The one source that somebody means.
    func index(of words: String, in texts: Localization) throws(CommandError) -> Int {
        let found = indices(of: words)
        guard let first = found.first else { throw CommandError(texts(.sourceNotFound, words)) }
        guard found.count == 1 else {
            let names = found.map { "\($0 + 1) \(name(of: all[$0]))" }
            throw CommandError(texts(.sourceAmbiguous, words, texts.listed(names)))
        }
        return first
    }
}
