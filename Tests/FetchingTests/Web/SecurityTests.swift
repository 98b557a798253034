import Fetching
import Files
import Foundation
import TestSupport
import Testing

/// With `openssl s_server`, which is not everywhere.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")))
struct SecurityTests {
    /// An authority, and a server with a certificate of it for a name.
    private final class Server {
        let folder: TemporaryFolder
        let port: Int
        private var child: ChildProcess?

        init(names: String, signed: Bool = true) throws {
            folder = try TemporaryFolder()
            port = Int.random(in: 20_000..<30_000)
            func openssl(_ arguments: String) throws {
                let words = arguments.split(separator: " ").map {
                    $0.replacingOccurrences(of: "@", with: folder.path + "/")
                }
                let (status, _, error) = try run("/usr/bin/openssl", words)
                try #require(status == 0, "\(error)")
            }
            let key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
            try openssl("req -x509 \(key) -keyout @ca.key -out @ca.pem -subj /CN=Harbour -days 2")
            folder.write("subjectAltName=\(names)\n".utf8, to: "names")
            if signed {
                try openssl("req \(key) -keyout @key.pem -out @request.pem -subj /CN=x")
                try openssl(
                    "x509 -req -in @request.pem -CA @ca.pem -CAkey @ca.key -CAcreateserial -days 2 -extfile @names -out @cert.pem"
                )
            } else {
                try openssl(
                    "req -x509 \(key) -keyout @key.pem -out @cert.pem -subj /CN=x -days 2 -addext subjectAltName=\(names)"
                )
            }
            folder.write("<feed/>".utf8, to: "feed")
            // Serves the files of the folder that it runs in.
            child = try ChildProcess(
                [
                    "sh", "-c", "cd \"$0\" && exec openssl s_server -accept $1 -cert cert.pem -key key.pem -WWW -quiet",
                    folder.path, "\(port)",
                ], input: .none, output: .none, errors: .none)
            for _ in 0..<100 {
                if fetched("http://127.0.0.1:\(port)/").fault != .cannotConnect(code: ECONNREFUSED) { break }
                usleep(20_000)
            }
        }

        deinit {
            if let child {
                kill(child.id, SIGKILL)
                _ = child.wait()
            }
        }

        var authorities: FileName { FileName("\(folder.path)/ca.pem") }
        func request(_ host: String) -> FetchRequest {
            FetchRequest(.address("https://\(host):\(port)/feed"), limits: .short)
        }
    }

    @Test func `a host is known by a certificate of an authority that is trusted, for its name`() throws {
        let server = try Server(names: "DNS:localhost")
        let fetcher = Fetcher(authorities: server.authorities)
        #expect(fetched(server.request("localhost"), fetcher).value?.body.starts(with: "<feed/>".utf8) == true)
        #expect(fetched(server.request("127.0.0.1"), fetcher).fault == .security(.otherHost))
        #expect(fetched(server.request("localhost")).fault == .security(.unknownAuthority))
        let missing = Fetcher(authorities: FileName("\(server.folder.path)/none.pem"))
        #expect(fetched(server.request("localhost"), missing).fault == .security(.authorities))
    }

    @Test func `a certificate that vouches for itself is not trusted`() throws {
        let server = try Server(names: "DNS:localhost", signed: false)
        #expect(fetched(server.request("localhost")).fault == .security(.selfSigned))
    }

    @Test func `what speaks no TLS is not asked`() throws {
        let server = try LoopbackServer { _ in LoopbackServer.raw("good morning") }
        let fault = fetched("https://127.0.0.1:\(server.port)/").fault
        #expect(fault == .security(.handshake) || fault == .timedOut(.silence(2)))
    }
}
