import Foundation
import Synchronization
import TestSupport
import Testing

/// `broadsheet fetch`, killed at any point.
struct KilledFetchTests {
    private final class Counts: Sendable { let all = Mutex<[String: Int]>([:]) }

    /// A server whose feeds have one story more each time that they are asked for.
    private static func server(_ counts: Counts) throws -> LoopbackServer {
        try LoopbackServer { request in
            let count = counts.all.withLock { counts in
                counts[request.target, default: 0] += 1
                return counts[request.target] ?? 0
            }
            let items = (1...count).reversed().map { number in
                "<item><title>第\(number)条</title><guid>\(number)</guid><description>第\(number)条的全文。</description></item>"
            }
            let feed = "<rss version=\"2.0\"><channel><title>渡口</title>\(items.joined())</channel></rss>"
            return [.wait(Int.random(in: 0...20))] + LoopbackServer.response(200, body: Array(feed.utf8))
        }
    }

    private static let sources = 8

    @Test func `nothing is lost, nothing is there twice, and no file is broken`() throws {
        let counts = Counts()
        let server = try Self.server(counts)
        let folder = try TemporaryFolder()
        let file = folder.appending(path: ".config/broadsheet/sources.toml")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        let sources = (0..<Self.sources).map { "[[source]]\naddress = \"\(server.address("/\($0)"))\"\n" }
        try Data(sources.joined().utf8).write(to: file)
        let environment = ["HOME": folder.path, "LANG": "C", "TZ": "UTC", "PATH": "/usr/bin:/bin"]
        let kills = ProcessInfo.processInfo.environment["FETCH_KILLS"].flatMap { Int($0) } ?? 25
        for _ in 0..<kills {
            let seconds = "0.\(Int.random(in: 100...349))"
            try run(
                "/usr/bin/timeout", ["-s", "KILL", seconds, Tmux.program, "fetch", "--all"], environment: environment)
        }
        let last = try run(Tmux.program, ["fetch", "--all"], environment: environment)
        #expect(last.status == 0, "\(last.error)")
        var found: [String: [Int]] = [:]
        let editions = folder.appending(path: ".local/share/broadsheet/editions")
        for day in try FileManager.default.contentsOfDirectory(atPath: editions.path) {
            for name in try FileManager.default.contentsOfDirectory(atPath: editions.appending(path: day).path)
            where name.hasSuffix(".json") {
                let data = try Data(contentsOf: editions.appending(path: day).appending(path: name))
                let feed = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
                let items = try #require(feed["items"] as? [[String: Any]])
                found[name, default: []] += items.compactMap { ($0["id"] as? String).flatMap { Int($0) } }
            }
        }
        #expect(found.count == Self.sources)
        let asked = counts.all.withLock { $0.values.sorted() }
        #expect(found.values.map(\.count).sorted() == asked)
        for numbers in found.values { #expect(Set(numbers) == Set(1...numbers.count)) }
    }
}
