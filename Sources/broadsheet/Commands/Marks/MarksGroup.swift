import ArgumentParser

/// `broadsheet marks`: what to do with the read marks outside the reader.
struct MarksGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "marks",
        abstract: .marksAbstract,
        discussion: .marksExamples,
        subcommands: [ListMarks.self, MergeMarks.self, CompactMarks.self, ExportMarks.self, ImportMarks.self]
    )
}
