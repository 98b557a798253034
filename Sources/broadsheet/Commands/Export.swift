import ArgumentParser
import Feeds

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: words(.exportAbstract))

    @Argument(help: ArgumentHelp(words(.pathsHelp), valueName: "path"))
    var paths: [String] = []

    func run() throws {
        let material = try Material(paths: paths)
        var output = Output()
        try Feed.write(material.edition, fileName: material.title) { output.write(bytes: $0) }
        output.flush()
        try material.finish()
    }
}
