import Fetching
import Jobs
import TestSupport
import Testing

struct LimitTests {
    /// A body of zeros, compressed: 4 MiB as 4 KB (made once with `head -c 4194304 /dev/zero | gzip -9`).
    private func bomb() throws -> [UInt8] {
        let folder = try TemporaryFolder()
        folder.write([UInt8](repeating: 0, count: 4 << 20), to: "zeros")
        try run("/usr/bin/env", ["gzip", "-9", "\(folder.path)/zeros"])
        return folder.bytes(of: "zeros.gz")
    }

    @Test func `what is compressed is measured when it is not`() throws {
        let bomb = try bomb()
        #expect(!bomb.isEmpty && bomb.count < 10_000)
        let server = try LoopbackServer { _ in LoopbackServer.response(200, ["Content-Encoding: gzip"], body: bomb) }
        #expect(fetched(server.address()).fault == .tooLarge(limit: 100_000))
        let limits = FetchLimits(bytes: 4 << 20, seconds: 5)
        #expect(fetched(server.address(), limits).value?.body.count == 4 << 20)
    }

    @Test func `a body is too large by its length, in chunks, and of a redirect too`() throws {
        let part = [UInt8](repeating: 0x61, count: 16 << 10)
        let server = try LoopbackServer { request in
            switch request.target {
            case "/a": LoopbackServer.response(200, body: [UInt8](repeating: 0, count: 100_001))
            case "/b": LoopbackServer.response(200, body: [UInt8](repeating: 0, count: 100_000))
            case "/c":
                [.send(Array("HTTP/1.1 200 OK\r\n\r\n".utf8)), .repeated(part, everyMilliseconds: 0)]
            default:
                [.send(Array("HTTP/1.1 302 OK\r\nLocation: /b\r\n\r\n".utf8)), .repeated(part, everyMilliseconds: 0)]
            }
        }
        #expect(fetched(server.address("/a")).fault == .tooLarge(limit: 100_000))
        #expect(fetched(server.address("/b")).value?.body.count == 100_000)
        #expect(fetched(server.address("/c")).fault == .tooLarge(limit: 100_000))
        #expect(fetched(server.address("/d")).fault == .tooLarge(limit: 100_000))
    }

    @Test func `a head has an end`() throws {
        let server = try LoopbackServer { _ in
            [.send(Array("HTTP/1.1 200 OK\r\n".utf8)), .repeated(Array("X-A: harbour\r\n".utf8), everyMilliseconds: 0)]
        }
        #expect(fetched(server.address()).fault != nil)
        #expect(server.count.requests.count == 1)
    }

    @Test func `who says nothing is not waited for`() throws {
        let server = try LoopbackServer { request in
            request.target == "/a"
                ? [.wait(60_000)]
                : [.send(Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc".utf8)), .wait(60_000)]
        }
        for path in ["/a", "/b"] {
            let start = monotonicNow()
            let limits = FetchLimits(seconds: 30, silentSeconds: 1)
            #expect(fetched(server.address(path), limits).fault == .timedOut(.silence(1)))
            #expect((900...2500).contains(monotonicNow() - start))
        }
    }

    @Test func `who says a byte now and then is not waited for either`() throws {
        let server = try LoopbackServer { request in
            [
                .send(Array((request.target == "/a" ? "HTTP/1.1 200 OK\r\n\r\n" : "HTTP/1.1 200 OK\r\nX: ").utf8)),
                .repeated([0x61], everyMilliseconds: 100),
            ]
        }
        let limits = FetchLimits(seconds: 1, silentSeconds: 20)
        let start = monotonicNow()
        let results = fetched(["/a", "/b"].map { FetchRequest(.address(server.address($0)), limits: limits) })
        #expect(results.map { $0?.fault } == [.timedOut(.total(1)), .timedOut(.total(1))])
        #expect((900...2500).contains(monotonicNow() - start))
    }

    @Test func `what redirects take together is counted`() throws {
        let server = try LoopbackServer { _ in [.wait(400)] + LoopbackServer.response(302, ["Location: /"]) }
        let start = monotonicNow()
        let limits = FetchLimits(seconds: 1, silentSeconds: 20, redirects: 1000)
        #expect(fetched(server.address(), limits).fault == .timedOut(.total(1)))
        #expect((900...2500).contains(monotonicNow() - start))
    }

    @Test func `whatever bytes a server sends, the fetcher ends within its limits`() throws {
        let answers = [
            "HTTP/1.1 200 OK\r\nContent-Length: 7\r\nETag: \"a\"\r\nCache-Control: max-age=60\r\n\r\nHarbour",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nHarb\r\n3\r\nour\r\n0\r\nX-Trailer: 1\r\n\r\n",
            "HTTP/1.1 301 Moved\r\nLocation: /elsewhere\r\nContent-Length: 0\r\nSet-Cookie: a=b; Path=/\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip, br\r\nContent-Length: 9\r\n\r\n\u{1F}\u{8B}\u{8}\u{0}abcde",
            "HTTP/1.1 429 Slow\r\nRetry-After: 120\r\nExpires: Sun, 06 Nov 1994 08:49:37 GMT\r\n\r\n",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\n\r\nabc",
        ]
        let seeds = (0..<600).map { UInt64($0) }
        let server = try LoopbackServer { request in
            var random = Seeded(seed: UInt64(request.target.dropFirst()) ?? 7)
            var bytes = Array(answers.randomElement(using: &random)!.utf8)
            if Bool.random(using: &random) { bytes = bytes.mutated(using: &random) }
            let cut = Int.random(in: 0...bytes.count, using: &random)
            let end: LoopbackServer.Step = Bool.random(using: &random) ? .close : .reset
            return [
                .send(Array(bytes[..<cut])), .wait(Int.random(in: 0...3, using: &random)), .send(Array(bytes[cut...])),
                end,
            ]
        }
        let limits = FetchLimits(bytes: 1000, seconds: 2, silentSeconds: 1, redirects: 3)
        let start = monotonicNow()
        let results = fetched(
            seeds.map {
                FetchRequest(.address(server.address("/\($0)", host: "127.0.1.\($0 % 200 + 1)")), limits: limits)
            })
        #expect(results.allSatisfy { $0 != nil })
        #expect(results.allSatisfy { ($0?.value?.body.count ?? 0) <= 1000 })
        #expect(results.contains { $0?.value != nil } && results.contains { $0?.fault != nil })
        #expect(monotonicNow() - start < 60_000)
    }
}
