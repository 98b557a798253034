import ArgumentParser
import Feeds

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "export", abstract: texts(.exportAbstract))

    @Argument(help: ArgumentHelp(texts(.pathsHelp), valueName: "path"), completion: .file())
    var paths: [String] = []

    func run() throws {
        let material = try Material(paths: paths)
        var output = Output()
        try Feed.write(material.edition, fileName: material.name) { output.write(bytes: $0) }
        output.flush()
        try material.finish()
    }
}
