import Application
import ArgumentParser
import Files
import Localization
import Sources
import TextDecoding

/// How what is read is written: `--encoding gbk`, `--password-file secret`.
struct InputOptions: ParsableArguments {
    @Option(
        name: .customLong("encoding"), help: ArgumentHelp(.encodingHelp, valueName: "name"),
        completion: .list(SourceText.Encoding.mainNames))
    var encodingName: String?

    @Option(
        name: .customLong("password-file"), help: ArgumentHelp(.passwordFileHelp, valueName: "file"),
        completion: .file())
    var passwordFile: String?

    /// A password is no longer than this, in bytes.
    private static let longestPassword = 1 << 10

    /// What reads editions with them.
    ///
    /// - Throws: where nobody knows an encoding of that name, or the file of the password cannot be read.
    func loader(
        _ environment: ProcessEnvironment, in texts: @autoclosure () -> Localization
    ) throws(CommandError) -> ContentLoader {
        var encoding: SourceText.Encoding?
        if let encodingName {
            encoding = SourceText.Encoding(named: encodingName)
            guard encoding != nil else {
                let texts = texts()
                let known = texts.listed(SourceText.Encoding.mainNames)
                throw CommandError(texts(.badEncoding, TextDecoder.clean(encodingName), known), status: 2)
            }
        }
        return .withSample(environment, encoding: encoding, password: try password(texts()))
    }

    /// The first line of the file.
    private func password(_ texts: @autoclosure () -> Localization) throws(CommandError) -> String? {
        guard let passwordFile else { return nil }
        do throws(FileFault) {
            let bytes = try FileBytes.read(FileName(passwordFile), limit: Self.longestPassword)
            return String(decoding: bytes.prefix { $0 != 0x0A && $0 != 0x0D && $0 != 0 }, as: UTF8.self)
        } catch {
            throw CommandError(texts().words(for: error))
        }
    }
}
