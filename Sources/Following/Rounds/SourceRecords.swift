import Files
import FoundationEssentials

/// The records of all sources, by their addresses: a JSON file in the program's state folder.
package struct SourceRecords: Sendable {
    private let file: FileName
    private var records: [String: SourceRecord] = [:]
    private var isChanged = false

    /// Bytes of a file that are read.
    private static let limit = 64 << 20

    /// Reads the records in a folder; none where there are none, or none that can be read.
    package init(in folder: FileName) {
        file = folder.appending("records.json")
        guard let bytes = try? FileBytes.read(file, mayWait: false, limit: Self.limit) else { return }
        records = (try? JSONDecoder().decode([String: SourceRecord].self, from: Data(bytes))) ?? [:]
    }

    /// The record of a source; one without anything where there is none.
    package subscript(source: FollowedSource) -> SourceRecord {
        get { records[source.address.text] ?? SourceRecord() }
        set {
            isChanged = true
            records[source.address.text] = newValue
        }
    }

    /// Moves a source's record to its new address.
    mutating func move(_ source: FollowedSource, to address: FollowedSource.Address) {
        guard let record = records.removeValue(forKey: source.address.text) else { return }
        records[address.text] = record
        isChanged = true
    }

    /// Writes what has changed. Nothing is waited for: what is lost with the power is asked for again.
    package mutating func save() throws(FileFault) {
        guard isChanged else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        // A record has nothing that JSON has not.
        guard let data = try? encoder.encode(records) else { return }
        try AtomicFile.write(Array(data), to: file, isDurable: false)
        isChanged = false
    }

    /// Forgets sources that are not followed any more.
    package mutating func keep(only sources: [FollowedSource]) {
        let kept = Set(sources.map(\.address.text))
        for address in records.keys where !kept.contains(address) {
            records[address] = nil
            isChanged = true
        }
    }
}
