import Fetching
import Files
import TestSupport
import Testing

struct CookieTests {
    @Test func `cookies of a file are sent, and none is written unless it is wanted`() throws {
        let folder = try TemporaryFolder()
        let text = "# Netscape HTTP Cookie File\n127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\tharbour\n"
        folder.write(text.utf8, to: "cookies")
        let server = try LoopbackServer { _ in LoopbackServer.response(200, ["Set-Cookie: next=1"]) }
        let file = FileName("\(folder.path)/cookies")
        #expect(fetched(FetchRequest(.address(server.address()), cookieFile: file)).value?.status == 200)
        #expect(server.count.requests.last?.fields["cookie"] == "session=harbour")
        #expect(folder.bytes(of: "cookies") == Array(text.utf8))

        _ = fetched(FetchRequest(.address(server.address()), cookieFile: file, keepsCookies: true))
        _ = fetched(FetchRequest(.address(server.address()), cookieFile: file))
        let cookies = server.count.requests.last?.fields["cookie"]?.split(separator: "; ").sorted()
        #expect(cookies == ["next=1", "session=harbour"])
        #expect(folder.mode(of: "cookies") == 0o600)
    }

    @Test func `cookies of one request never reach another, and last through its redirects`() throws {
        let server = try LoopbackServer { request in
            request.target == "/a"
                ? LoopbackServer.response(302, ["Set-Cookie: a=1; Path=/", "Location: /b"])
                : LoopbackServer.response(200)
        }
        let requests = ["/a", "/c", "/d"].map { FetchRequest(.address(server.address($0))) }
        #expect(fetched(requests, Fetcher(perHost: 1)).allSatisfy { $0?.value != nil })
        let sent = Dictionary(uniqueKeysWithValues: server.count.requests.map { ($0.target, $0.fields["cookie"]) })
        #expect(sent == ["/a": nil, "/b": "a=1", "/c": nil, "/d": nil])
    }

    @Test func `requests that write the same cookies wait for each other, and lose none`() throws {
        let folder = try TemporaryFolder()
        let file = FileName("\(folder.path)/new/cookies")
        let server = try LoopbackServer { request in
            [.wait(5)] + LoopbackServer.response(200, ["Set-Cookie: c\(request.target.dropFirst())=1; Path=/"])
        }
        let requests = (0..<8).map {
            FetchRequest(.address(server.address("/\($0)")), cookieFile: file, keepsCookies: true)
        }
        #expect(fetched(requests).allSatisfy { $0?.value != nil })
        #expect(server.count.mostAtOnce == 1)
        let text = String(decoding: try FileBytes.read(file), as: UTF8.self)
        #expect((0..<8).allSatisfy { text.contains("\tc\($0)\t1\n") })
        #expect(fetched(requests, while: { false }).allSatisfy { $0?.fault == .cancelled })
    }

    @Test func `a cookie file that cannot be read is a fault, and a pipe is none`() throws {
        let folder = try TemporaryFolder()
        let server = try LoopbackServer { _ in LoopbackServer.response(200) }
        let missing = FetchRequest(.address(server.address()), cookieFile: FileName("\(folder.path)/none"))
        guard case .cookies(let fault) = fetched(missing).fault else { throw TestFault() }
        #expect(fault.code == 2)
        try run("/usr/bin/env", ["mkfifo", "\(folder.path)/pipe"])
        let pipe = FetchRequest(.address(server.address()), cookieFile: FileName("\(folder.path)/pipe"))
        guard case .cookies = fetched(pipe).fault else { throw TestFault() }
        #expect(server.count.connections == 0)
    }

    private struct TestFault: Error {}
}
