import Application
import ArgumentParser
import Localization
import Sources
import TextDecoding

/// How the pages are written: `--encoding gbk`.
struct EncodingOption: ParsableArguments {
    @Option(
        name: .customLong("encoding"), help: ArgumentHelp(.encodingHelp, valueName: "name"),
        completion: .list(SourceText.Encoding.mainNames))
    var name: String?

    /// What reads editions with it.
    ///
    /// - Throws: where nobody knows an encoding of that name.
    func loader(
        _ environment: ProcessEnvironment, in texts: @autoclosure () -> Localization
    ) throws(CommandError) -> ContentLoader {
        guard let name else { return .withSample(environment) }
        guard let encoding = SourceText.Encoding(named: name) else {
            let texts = texts()
            let known = texts.listed(SourceText.Encoding.mainNames)
            throw CommandError(texts(.badEncoding, TextDecoder.clean(name), known), status: 2)
        }
        return .withSample(environment, encoding: encoding)
    }
}
