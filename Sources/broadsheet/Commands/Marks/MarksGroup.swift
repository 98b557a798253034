import Application
import ArgumentParser
import Files
import Localization
import TextDecoding

/// `broadsheet marks`: commands for read marks outside the reader.
struct MarksGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "marks",
        abstract: .marksAbstract,
        discussion: .marksExamples,
        subcommands: [ListMarks.self, MergeMarks.self, CompactMarks.self, ExportMarks.self, ImportMarks.self]
    )
}

/// Throws where a log could not be read: what was printed may not be all marks.
func report(_ faults: [FileFault], in texts: Localization) throws {
    for fault in faults { reportError(texts(.notReadable, TextDecoder.clean(fault.path), fault.reason)) }
    if !faults.isEmpty { throw ExitCode.failure }
}
