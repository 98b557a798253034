import TestSupport
import Testing

@testable import Fetching

struct ProxyTests {
    private func proxy(_ address: String, own: String? = nil, _ environment: [String: String]) -> String? {
        ProxyChoice.proxy(for: WebAddress(address)!, own: own, environment: environment)
    }

    @Test func `the environment names proxies by scheme`() {
        let all = ["http_proxy": "h", "HTTPS_PROXY": "s", "ALL_PROXY": "a", "HTTP_PROXY": "evil"]
        #expect(proxy("http://a.example/", all) == "h")
        #expect(proxy("https://a.example/", all) == "s")
        #expect(proxy("http://a.example/", ["HTTP_PROXY": "evil"]) == nil)
        #expect(proxy("https://a.example/", ["ALL_PROXY": "a", "https_proxy": ""]) == "a")
        #expect(proxy("https://a.example/", own: "mine", all) == "mine")
        #expect(proxy("https://a.example/", own: "", all) == nil)
    }

    @Test(arguments: [
        ("harbour.example", "http://harbour.example/", true), ("harbour.example", "http://www.harbour.example/", true),
        (".harbour.example", "http://www.harbour.example/", true), ("example", "http://newexample/", false),
        ("harbour.example", "http://newharbour.example/", false),
        ("a, b harbour.example.", "http://Harbour.Example./", true),
        ("*", "http://a/", true), ("10.0.0.0/8", "http://10.1.2.3/", true), ("10.0.0.0/8", "http://11.1.2.3/", false),
        ("192.168.1.7", "http://192.168.1.7:80/", true), ("::1", "http://[::1]/", true),
        ("10.0.0.0/x", "http://10.0.0.0/", false),
        ("10.0.0.0/99", "http://10.0.0.0/", false), (".", "http://a.example/", false), ("", "http://a/", false),
    ])
    func `the environment names hosts that are asked without one`(exceptions: String, address: String, isOne: Bool) {
        #expect((proxy(address, ["http_proxy": "p", "no_proxy": exceptions]) == nil) == isOne)
    }

    @Test func `a proxy is asked for a name that only it knows, with its own login`() throws {
        let server = try LoopbackServer { _ in LoopbackServer.response(200, body: [7]) }
        let request = FetchRequest(
            .address("http://harbour.invalid/a"), login: .init(user: "a", password: "b"),
            proxy: "http://user:pass@127.0.0.1:\(server.port)", limits: .short)
        #expect(fetched(request).value?.body == [7])
        let asked = try #require(server.count.requests.first)
        #expect(asked.target == "http://harbour.invalid/a")
        #expect(asked.fields["proxy-authorization"] == "Basic dXNlcjpwYXNz")
        #expect(asked.fields["authorization"] == "Basic YTpi")
    }

    @Test func `a proxy that is not there, or refuses, is the fault`() throws {
        let gone = FetchRequest(.address("http://harbour.invalid/"), proxy: "http://127.0.0.1:1", limits: .short)
        #expect(fetched(gone).fault == .proxy)
        let server = try LoopbackServer { _ in LoopbackServer.response(403) }
        let refused = FetchRequest(.address("https://harbour.invalid/"), proxy: server.address(), limits: .short)
        #expect(fetched(refused).fault != nil)
    }

    @Test func `what this process has in its environment does not count`() throws {
        let server = try LoopbackServer { _ in LoopbackServer.response(200) }
        #expect(
            fetched(FetchRequest(.address(server.address()), limits: .short), Fetcher(environment: [:])).value != nil)
    }
}
