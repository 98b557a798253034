import TOMLKit

/// TOML text of any bytes, read whole.
package enum TOMLText {
    /// The place at which a text is not TOML.
    package struct Fault: Error, Hashable, Sendable {
        /// From 1.
        package var line: Int
        /// In characters, from 1.
        package var column: Int
    }

    /// The tables and values of a text.
    package static func read(_ bytes: [UInt8]) throws(Fault) -> TOMLTable {
        let lines = SettingsFile.lines(of: bytes)
        for (index, line) in lines.enumerated() {
            if let column = SettingsFile.unreadableColumn(of: line) { throw Fault(line: index + 1, column: column) }
        }
        if let fault = TOMLGuard.fault(in: lines) { throw Fault(line: fault.line, column: fault.column) }
        do {
            return try TOMLTable(string: SettingsFile.text(of: lines))
        } catch {
            let place = (error as? TOMLParseError)?.source.begin
            throw Fault(line: place?.line ?? 1, column: place?.column ?? 1)
        }
    }
}
