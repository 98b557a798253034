import Following
import Localization

extension SourcesFile {
    /// A file that explains all that can be said in it; every line is a comment.
    package static func example(in texts: Localization) -> String {
        var lines = ["# " + texts(.sourcesExample), "", "#[[source]]"]
        lines += Self.lines(fields, "source", texts)
        lines += ["", "# " + texts(.sourcesFilterExample), "", "#[[filter]]"]
        lines += Self.lines(StoryFilter.fields, "filter", texts)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ fields: [Field], _ kind: String, _ texts: Localization) -> [String] {
        fields.flatMap { field in
            let words = texts.words(for: "\(kind).\(field.name)") ?? field.name
            return ["# " + words, "#\(field.name) = \(field.example)"]
        }
    }
}
