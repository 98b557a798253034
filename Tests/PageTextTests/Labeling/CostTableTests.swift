import CCostTable
import Testing

@testable import PageText

/// The labeler reads the rows and columns of the table in order, whatever their names are.
@Suite("The table of costs has the names and numbers that the labeler takes it for")
struct CostTableTests {
    private struct Section {
        var columns: [Substring] = []
        var rows: [(name: Substring, costs: [Float])] = []
    }

    /// The sections of the embedded text by their names.
    private func sections() throws -> [String: Section] {
        let bytes = UnsafeBufferPointer(start: broadsheet_cost_text(), count: broadsheet_costs_size)
        let text = String(decoding: bytes, as: UTF8.self)
        var sections: [String: Section] = [:]
        var current = ""
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let words = line.split(separator: " ")
            let first = try #require(words.first)
            if first.hasPrefix("[") {
                current = String(first.dropFirst().dropLast())
                #expect(sections.updateValue(Section(columns: Array(words.dropFirst())), forKey: current) == nil)
            } else {
                let costs = try words.dropFirst().map { $0 == "." ? 0 : try #require(Float($0)) }
                sections[current]?.rows.append((first, costs))
            }
        }
        return sections
    }

    @Test func `it has sections for lines, labels after labels, and links`() throws {
        #expect(try sections().keys.sorted() == ["lines", "links", "pairs"])
    }

    @Test func `a row is named for each feature, label and link feature, in order`() throws {
        let sections = try sections()
        #expect(sections["lines"]?.rows.map { String($0.name) } == Feature.allCases.map { "\($0)" })
        #expect(sections["pairs"]?.rows.map { String($0.name) } == Label.allCases.map { "\($0)" })
        #expect(sections["links"]?.rows.map { String($0.name) } == LinkFeature.allCases.map { "\($0)" })
    }

    @Test func `a column is named for each label, in order`() throws {
        let sections = try sections()
        for name in ["lines", "pairs"] {
            let section = try #require(sections[name])
            #expect(section.columns.map(String.init) == Label.allCases.map { "\($0)" })
            #expect(section.rows.allSatisfy { $0.costs.count == Label.count })
        }
        #expect(sections["links"]?.columns == [])
        #expect(sections["links"]?.rows.allSatisfy { $0.costs.count == 1 } == true)
    }

    @Test func `the labeler's costs are the numbers of the text`() throws {
        let sections = try sections()
        let table = CostTable.standard
        for (feature, row) in zip(Feature.allCases, try #require(sections["lines"]).rows) {
            #expect(Label.allCases.map { table[feature, $0] } == row.costs, "\(feature)")
        }
        for (from, row) in zip(Label.allCases, try #require(sections["pairs"]).rows) {
            #expect(Label.allCases.map { table[from, $0] } == row.costs, "\(from)")
        }
        for (link, row) in zip(LinkFeature.allCases, try #require(sections["links"]).rows) {
            #expect([table[link]] == row.costs, "\(link)")
        }
    }
}
