import Fetching
import TestSupport
import Testing

struct AnswerTests {
    @Test func `an answer comes with what the next request has to name`() throws {
        let server = try LoopbackServer { _ in
            LoopbackServer.response(
                200,
                [
                    "ETag: W/\"harbour-7\"", "Last-Modified: Mon, 23 Nov 2026 06:00:00 GMT",
                    "Content-Type: application/atom+xml; charset=utf-8", "Cache-Control: public, max-age=900",
                    "Age: 100",
                ], body: Array("<feed/>".utf8))
        }
        let result = fetched(server.address("/paper"))
        #expect(
            result.value
                == FetchResult(
                    status: 200, body: Array("<feed/>".utf8), entityTag: "W/\"harbour-7\"",
                    lastModified: "Mon, 23 Nov 2026 06:00:00 GMT",
                    contentType: "application/atom+xml; charset=utf-8", lifetime: 800,
                    address: server.address("/paper")))
        let request = try #require(server.count.requests.first)
        #expect(request.target == "/paper")
        #expect(request.fields["user-agent"] == FetchRequest.userAgent)
        #expect(request.fields["accept-encoding"]?.contains("gzip") == true)
    }

    @Test func `a second request names what is there, and 304 is no fault`() throws {
        let server = try LoopbackServer { request in
            request.fields["if-none-match"] == "\"a\"" && request.fields["if-modified-since"] == "yesterday"
                ? LoopbackServer.response(304) : LoopbackServer.response(200)
        }
        let result = fetched(
            FetchRequest(.address(server.address()), entityTag: "\"a\"", lastModified: "yesterday", limits: .short))
        #expect(
            result.value
                == FetchResult(status: 304, entityTag: "\"a\"", lastModified: "yesterday", address: server.address()))
    }

    @Test func `304 is a fault where nobody said what is there`() throws {
        let server = try LoopbackServer { _ in LoopbackServer.response(304) }
        #expect(fetched(server.address()).fault == .status(304, retryAfter: nil))
    }

    @Test(arguments: Array(201...206) + Array(400...417) + [429, 451, 500, 502, 503, 504, 511, 599])
    func `every status is a result or a fault with its number`(status: Int) throws {
        let server = try LoopbackServer { _ in LoopbackServer.response(status, status == 204 ? [] : ["Retry-After: 77"])
        }
        let result = fetched(server.address())
        switch status {
        case ..<300: #expect(result.value?.status == status)
        case 410: #expect(result.fault == .gone)
        // What libcurl may do with a status of its own, 401 and 407, it does not.
        default: #expect(result.fault == .status(status, retryAfter: 77))
        }
        #expect(server.count.requests.count == 1)
    }

    @Test func `Retry-After may be a date`() throws {
        let server = try LoopbackServer { _ in
            LoopbackServer.response(
                503, ["Date: Sun, 06 Nov 1994 08:49:37 GMT", "Retry-After: Sun, 06 Nov 1994 08:59:37 GMT"])
        }
        #expect(fetched(server.address()).fault == .status(503, retryAfter: 600))
    }

    @Test(
        arguments: [
            ("Expires: Sun, 06 Nov 1994 09:49:37 GMT", 3600), ("Expires: 0", 0),
            ("Expires: Sunday, 06-Nov-94 09:49:37 GMT", 3600),
            ("Expires: Sun Nov  6 09:49:37 1994", 3600), ("Cache-Control: no-cache, max-age=50", 0),
            ("Cache-Control: max-age=\"50\"", 50), ("Cache-Control: max-age=99999999999999999999", 1 << 31),
            ("Cache-Control: private", nil), ("X-Nothing: 1", nil), ("Cache-Control: max-age=-5", nil),
        ] as [(String, Int?)])
    func `an answer says how long it may be kept`(field: String, lifetime: Int?) throws {
        let server = try LoopbackServer { _ in
            LoopbackServer.response(200, ["Date: Sun, 06 Nov 1994 08:49:37 GMT", field])
        }
        #expect(fetched(server.address()).value?.lifetime == lifetime)
    }

    @Test func `a value that could not be sent back is none`() throws {
        let server = try LoopbackServer { _ in
            LoopbackServer.response(
                200,
                [
                    "ETag: \"caf\u{E9}\"", "Last-Modified: " + String(repeating: "x", count: 1025),
                    "Content-Type: \u{1B}[2J",
                ])
        }
        let result = try #require(fetched(server.address()).value)
        #expect(result.entityTag == nil && result.lastModified == nil && result.contentType == nil)
    }

    @Test func `a body in chunks is put together`() throws {
        let server = try LoopbackServer { _ in
            [
                .send(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nHarb\r\n".utf8)), .wait(50),
                .send(Array("3\r\nour\r\n0\r\n\r\n".utf8)),
            ]
        }
        #expect(fetched(server.address()).value?.body == Array("Harbour".utf8))
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\nhalf",
        "HTTP/1.1 200 OK\r\nContent-Le", "",
    ])
    func `an answer that is cut off is none`(text: String) throws {
        let server = try LoopbackServer { _ in LoopbackServer.raw(text) }
        #expect(fetched(server.address()).fault == .interrupted)
    }

    @Test func `a body may end with the connection, and with a length that is too short`() throws {
        let server = try LoopbackServer { request in
            LoopbackServer.raw("HTTP/1.1 200 OK\r\n\(request.target == "/a" ? "Content-Length: 4\r\n" : "")\r\nHarbour")
        }
        #expect(fetched(server.address("/a")).value?.body == Array("Harb".utf8))
        #expect(fetched(server.address("/b")).value?.body == Array("Harbour".utf8))
    }

    @Test func `what is no HTTP, or compressed wrongly, is malformed`() throws {
        let server = try LoopbackServer { request in
            request.target == "/a"
                ? LoopbackServer.raw("good morning\n")
                : LoopbackServer.response(200, ["Content-Encoding: gzip"], body: Array("no gzip at all".utf8))
        }
        #expect(fetched(server.address("/a")).fault == .malformed)
        #expect(fetched(server.address("/b")).fault == .malformed)
    }

    @Test func `where nobody listens, and who has no name, is said`() {
        #expect(fetched("http://127.0.0.1:1/").fault == .cannotConnect(code: 111))
        #expect(fetched("http://harbour.invalid/").fault == .cannotResolve(host: "harbour.invalid"))
    }

    @Test(arguments: [
        "", "ftp://harbour.example/", "gopher://127.0.0.1/", "http://", "http://a@b@c/", "http://a:0/",
        "http://a:70000/",
        "dict://127.0.0.1:11211/stat", "http://a\r\nb/", "file://harbour.example/etc/passwd", "file:relative",
        "file:///a%00b",
    ])
    func `what is no address of a known scheme is not asked`(address: String) {
        #expect(fetched(address).fault == .badAddress)
    }

    @Test func `fields are sent, but none that would make others`() throws {
        let server = try LoopbackServer { _ in LoopbackServer.response(200) }
        let request = FetchRequest(
            .address(server.address()), userAgent: "paper\r\nX-Evil: 1",
            fields: [
                .init("Accept-Language", "nb"), .init("X-A", "1\r\nX-Evil: 1"), .init("X-Evil: 1\r\nX-B", "1"),
                .init("X-Empty", ""),
            ], limits: .short)
        #expect(fetched(request).value?.status == 200)
        let fields = try #require(server.count.requests.first?.fields)
        #expect(fields["accept-language"] == "nb")
        #expect(fields["x-empty"] == "")
        #expect(fields["x-evil"] == nil && fields["x-a"] == nil && fields["x-b"] == nil)
    }
}
