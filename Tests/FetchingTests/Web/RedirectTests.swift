import Fetching
import Foundation
import TestSupport
import Testing

struct RedirectTests {
    /// Redirects `/301/308/x` by the numbers in its path, then answers with the fields it was sent.
    private static func follow(_ request: LoopbackServer.Request) -> [LoopbackServer.Step] {
        let parts = request.target.split(separator: "/").map(String.init)
        guard let status = parts.first.flatMap(Int.init) else { return LoopbackServer.response(200) }
        return LoopbackServer.response(status, ["Location: /" + parts.dropFirst().joined(separator: "/")])
    }

    @Test(
        arguments: [
            ("/301/308/x", "/x"), ("/308/x", "/x"), ("/301/302/x", nil), ("/302/301/x", nil), ("/303/x", nil),
            ("/307/x", nil),
            ("/x", nil),
        ] as [(String, String?)])
    func `an address is a new one where every redirect is permanent`(path: String, new: String?) throws {
        let server = try LoopbackServer(Self.follow)
        let result = try #require(fetched(server.address(path)).value)
        #expect(result.address == server.address("/x"))
        #expect(result.permanentAddress == new.map { server.address($0) })
    }

    @Test func `redirects end, also in a circle`() throws {
        let server = try LoopbackServer { _ in LoopbackServer.response(301, ["Location: /"]) }
        #expect(fetched(server.address()).fault == .tooManyRedirects(limit: 4))
        #expect(server.count.requests.count == 5)
        let longer = try LoopbackServer(Self.follow)
        #expect(fetched(longer.address("/301/301/301/301/x")).value?.status == 200)
        #expect(fetched(longer.address("/301/301/301/301/301/x")).fault == .tooManyRedirects(limit: 4))
    }

    @Test(arguments: [
        "file:///etc/passwd", "FILE:///etc/passwd", "ftp://harbour.example/", "gopher://127.0.0.1/",
        "dict://127.0.0.1/",
        "javascript:alert(1)", "data:text/plain,x", "exec:reboot",
    ])
    func `no redirect leads to another scheme`(address: String) throws {
        let server = try LoopbackServer { _ in LoopbackServer.response(302, ["Location: \(address)"]) }
        #expect(fetched(server.address()).fault == .forbiddenRedirect(.scheme))
    }

    @Test func `a redirect without an address is the status that it is`() throws {
        let server = try LoopbackServer { _ in LoopbackServer.response(302) }
        #expect(fetched(server.address()).fault == .status(302, retryAfter: nil))
    }

    @Test func `from a private address a redirect may lead to another one`() throws {
        let other = try LoopbackServer { _ in LoopbackServer.response(200, body: [1]) }
        let address = other.address("/other", host: "127.0.0.9")
        let server = try LoopbackServer { _ in LoopbackServer.response(302, ["Location: \(address)"]) }
        #expect(fetched(server.address()).value?.body == [1])
    }

    /// Names that are this host's own, without that one can see it.
    static let names = ["ip6-localhost", ProcessInfo.processInfo.hostName].filter { name in
        var list: UnsafeMutablePointer<addrinfo>?
        defer { if list != nil { freeaddrinfo(list) } }
        return name != "localhost" && !name.isEmpty && getaddrinfo(name, nil, nil, &list) == 0
    }

    @Test(
        arguments: [
            "127.0.0.1", "localhost", "x.localhost", "2130706433", "0x7f.1", "0177.0.0.1", "[::1]",
            "[::ffff:127.0.0.1]",
            "0.0.0.0", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "[fe80::1]", "[fd00::1]",
            "router.local",
            "[64:ff9b::7f00:1]",
        ] + names)
    func `from the web no redirect leads to a private address, by whatever name`(host: String) throws {
        // The web is what the proxy says it is; the private hosts are asked without it.
        let target = try LoopbackServer { _ in LoopbackServer.response(200) }
        let proxy = try LoopbackServer { request in
            request.target.contains("harbour.example")
                ? LoopbackServer.response(302, ["Location: http://\(host):\(target.port)/"])
                : LoopbackServer.response(200)
        }
        let exceptions = Self.names + ["127.0.0.0/8"]
        let fetcher = Fetcher(environment: [
            "http_proxy": proxy.address(), "no_proxy": exceptions.joined(separator: ","),
        ])
        let result = fetched(FetchRequest(.address("http://harbour.example/"), limits: .short), fetcher)
        #expect(result.fault == .forbiddenRedirect(.privateAddress))
        #expect(target.count.connections == 0)
        #expect(proxy.count.requests.count == 1)
    }

    @Test func `a connection that another request has made leads no redirect to a private address`() throws {
        let name = try #require(Self.names.last)
        let target = try LoopbackServer { _ in LoopbackServer.response(200) }
        let private0 = "http://\(name):\(target.port)/"
        let proxy = try LoopbackServer { _ in
            // Late enough for the other request to be over, whose connection stays.
            [.wait(400)] + LoopbackServer.response(302, ["Location: \(private0)"])
        }
        let fetcher = Fetcher(environment: [
            "http_proxy": proxy.address(), "no_proxy": Self.names.joined(separator: ","),
        ])
        let results = fetched(
            [
                FetchRequest(.address(private0), limits: .short),
                FetchRequest(.address("http://harbour.example/"), limits: .short),
            ],
            fetcher)
        // Where the name leads elsewhere, nobody listens there.
        guard results[0]?.value != nil else { return }
        #expect(results[1]?.fault == .forbiddenRedirect(.privateAddress))
        #expect(target.count.requests.count == 1)
    }

    @Test func `a login, and fields that may hold one, go to their own origin only`() throws {
        let other = try LoopbackServer { _ in LoopbackServer.response(200) }
        let address = other.address("/other", host: "127.0.0.9")
        let server = try LoopbackServer { request in
            request.target == "/"
                ? LoopbackServer.response(302, ["Location: /next"])
                : LoopbackServer.response(302, ["Location: \(address)", "Set-Cookie: a=1"])
        }
        let request = FetchRequest(
            .address(server.address()), fields: [.init("X-Key", "secret"), .init("Accept", "text/xml")],
            login: .init(user: "ada", password: "pass"), limits: .short)
        #expect(fetched(request).value?.address == address)
        for request in server.count.requests {
            #expect(request.fields["authorization"] == "Basic YWRhOnBhc3M=")
            #expect(request.fields["x-key"] == "secret")
        }
        let fields = try #require(other.count.requests.first?.fields)
        #expect(fields["authorization"] == nil && fields["x-key"] == nil && fields["cookie"] == nil)
        #expect(fields["accept"] == "text/xml")
    }

    @Test func `a login in an address is used, and not shown`() throws {
        let server = try LoopbackServer { _ in LoopbackServer.response(200) }
        let result = fetched("http://ada:p%40ss@127.0.0.1:\(server.port)/")
        #expect(result.value?.address == server.address())
        #expect(server.count.requests.first?.fields["authorization"] == "Basic YWRhOnBAc3M=")
        let request = FetchRequest(
            .address("http://ada:secret@a.example/"), fields: [.init("X-Key", "secret")],
            login: .init(user: "ada", password: "secret"), proxy: "http://x:secret@p.example")
        var dumped = ""
        dump(request, to: &dumped)
        #expect("\(request)" == "http://a.example/" && !dumped.contains("secret"))
        #expect("\(request.login!)" == "login")
    }
}
