import Foundation
import TestSupport
import Testing

@testable import PageText

/// The labeler takes the rows and columns of the table in order, whatever their names are.
@Suite("The table of costs has the names and numbers that the labeler takes it for")
struct CostTableTests {
    private struct Section {
        var columns: [Substring] = []
        var rows: [(name: Substring, costs: [Float])] = []
    }

    /// The sections of the text by their names.
    private func sections() throws -> [String: Section] {
        let file = projectRoot.appending(path: "Sources/CCostTable/costs.txt")
        var sections: [String: Section] = [:]
        var current = ""
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("//") {
            #expect(line.hasSuffix(")"))
            let parts = line.dropLast().split(separator: "(")
            try #require(parts.count == 2)
            let words = parts[1].split { $0 == "," || $0 == " " }
            let first = try #require(words.first)
            if parts[0] == "section" {
                current = String(first)
                #expect(sections.updateValue(Section(columns: Array(words.dropFirst())), forKey: current) == nil)
            } else {
                #expect(parts[0] == "row")
                sections[current]?.rows.append((first, try words.dropFirst().map { try #require(Float($0)) }))
            }
        }
        return sections
    }

    private let labels = Label.allCases.map { "\($0)" }
    private let forms = LineForm.allCases.flatMap { form in LineForm.allCases.map { "\(form)/\($0)" } }
    private let relations = LineRelation.allCases.flatMap { relation in Label.allCases.map { "\(relation)/\($0)" } }

    @Test func `it has the labeler's sections, and one for links`() throws {
        #expect(try sections().keys.sorted() == (CostTable.sections.map(\.name) + ["links"]).sorted())
    }

    @Test func `a row is named for each feature, two forms, label, relation and link feature, in order`() throws {
        let sections = try sections()
        func names(_ section: String) -> [String]? { sections[section]?.rows.map { String($0.name) } }
        #expect(names("lines") == Feature.allCases.map { "\($0)" })
        #expect(names("above") == forms)
        #expect(names("below") == forms)
        #expect(names("pairs") == labels)
        #expect(names("pairsAbove") == relations)
        #expect(names("pairsBelow") == relations)
        #expect(names("links") == LinkFeature.allCases.map { "\($0)" })
    }

    @Test func `a column is named for each label, in order`() throws {
        let sections = try sections()
        for name in CostTable.sections.map(\.name) {
            let section = try #require(sections[name])
            #expect(section.columns.map(String.init) == labels)
            #expect(section.rows.allSatisfy { $0.costs.count == Label.count })
        }
        #expect(sections["links"]?.columns == [])
        #expect(sections["links"]?.rows.allSatisfy { $0.costs.count == 1 } == true)
    }

    @Test func `the labeler's costs are the numbers of the text`() throws {
        let sections = try sections()
        let table = CostTable.standard
        func check<Row>(_ section: String, _ rows: [Row], _ cost: (Row, Label) -> Cost) throws {
            for (row, found) in zip(rows, try #require(sections[section]).rows) {
                #expect(Label.allCases.map { table[cost(row, $0)] } == found.costs, "\(row)")
            }
        }
        let forms = LineForm.allCases.flatMap { form in LineForm.allCases.map { (form, $0) } }
        let steps = LineRelation.allCases.flatMap { relation in Label.allCases.map { (relation, $0) } }
        try check("lines", Feature.allCases) { .line($0, $1) }
        try check("above", forms) { .above($0.0, $0.1, $1) }
        try check("below", forms) { .below($0.0, $0.1, $1) }
        try check("pairs", Label.allCases) { .pair($0, $1) }
        try check("pairsAbove", steps) { .pairAbove($0.0, $0.1, $1) }
        try check("pairsBelow", steps) { .pairBelow($0.0, $0.1, $1) }
        for (link, row) in zip(LinkFeature.allCases, try #require(sections["links"]).rows) {
            #expect([table[.link(link)]] == row.costs, "\(link)")
        }
    }
}
