@testable import Fetching
import Jobs
import TestSupport
import Testing

struct ManyAtOnceTests {
    @Test func `300 hosts are asked 16 at once, each once`() throws {
        let server = try LoopbackServer { request in
            [.wait(20)] + LoopbackServer.response(200, body: Array(request.host.utf8))
        }
        let hosts = (0..<300).map { "127.0.\($0 / 200 + 1).\($0 % 200 + 1)" }
        let results = fetched(hosts.map { FetchRequest(.address(server.address(host: $0))) })
        for (host, result) in zip(hosts, results) {
            #expect(result?.value?.body == Array("\(host):\(server.port)".utf8))
        }
        #expect(server.count.requests.count == 300)
        #expect(server.count.mostAtOnce <= 16)
        #expect(server.count.mostAtOnce >= 12)
    }

    @Test func `the same host is asked twice at once, however many others there are`() throws {
        let server = try LoopbackServer { _ in [.wait(10)] + LoopbackServer.response(200) }
        let requests = (0..<60).map { FetchRequest(.address(server.address("/\($0)", host: "127.0.0.\($0 % 3 + 1)"))) }
        #expect(fetched(requests).allSatisfy { $0?.value?.status == 200 })
        #expect(Array(server.count.mostAtOncePerHost.values) == [2, 2, 2])
        // Connections are used again.
        #expect(server.count.connections <= 8)
        let alone = try LoopbackServer { _ in [.wait(10)] + LoopbackServer.response(200) }
        _ = fetched((0..<9).map { FetchRequest(.address(alone.address("/\($0)"))) }, Fetcher(atOnce: 1, perHost: 9))
        #expect(alone.count.mostAtOnce == 1)
    }

    @Test func `a redirect waits for its turn with its new host`() throws {
        let target = try LoopbackServer { _ in [.wait(20)] + LoopbackServer.response(200) }
        let address = target.address("/", host: "127.0.0.99")
        let server = try LoopbackServer { _ in LoopbackServer.response(302, ["Location: \(address)"]) }
        let requests = (0..<20).map { FetchRequest(.address(server.address(host: "127.0.2.\($0 + 1)"))) }
        #expect(fetched(requests).allSatisfy { $0?.value?.status == 200 })
        #expect(target.count.mostAtOnce == 2)
    }

    @Test func `time in which a request waits for its turn does not count`() throws {
        let server = try LoopbackServer { _ in [.wait(300)] + LoopbackServer.response(200) }
        let requests = (0..<12).map {
            FetchRequest(.address(server.address("/\($0)")), limits: FetchLimits(seconds: 1))
        }
        #expect(fetched(requests).allSatisfy { $0?.value?.status == 200 })
    }

    @Test func `results come as they are there, and the slow do not keep the fast waiting`() throws {
        let server = try LoopbackServer { request in
            [.wait(request.target == "/0" ? 600 : 1)] + LoopbackServer.response(200)
        }
        var order: [Int] = []
        Fetcher().fetch((0..<5).map { FetchRequest(.address(server.address("/\($0)", host: "127.0.0.\($0 + 1)"))) }) {
            index, _ in order.append(index)
        }
        #expect(order.last == 0 && order.sorted() == [0, 1, 2, 3, 4])
    }

    @Test func `cancelling ends all at once, each with a result`() throws {
        let server = try LoopbackServer { request in
            request.target == "/0" ? LoopbackServer.response(200) : [.wait(60_000)]
        }
        let start = monotonicNow()
        let requests = (0..<50).map { FetchRequest(.address(server.address("/\($0)", host: "127.0.0.\($0 + 1)"))) }
        let sleeper = FetchRequest(.command(["sleep", "60"]))
        let results = fetched(requests + [sleeper], while: { monotonicNow() - start < 300 })
        #expect(results[0]?.value?.status == 200)
        #expect(results.dropFirst().allSatisfy { $0?.fault == .cancelled })
        #expect(monotonicNow() - start < 1000)
        #expect(fetched(requests, while: { false }).allSatisfy { $0?.fault == .cancelled })
    }

    @Test func `the caller is asked several times a second while nothing comes`() throws {
        let server = try LoopbackServer { _ in [.wait(1000)] + LoopbackServer.response(200) }
        var asked = 0
        _ = fetched(
            [FetchRequest(.address(server.address()))],
            while: {
                asked += 1; return true
            })
        #expect((5...60).contains(asked))
    }

    @Test func `nothing is fetched of nothing`() {
        #expect(fetched([]).isEmpty)
    }
}

struct FetchQueueTests {
    @Test func `whatever is added, redirected and ended, limits hold and each has its turn`() {
        var random = Seeded(seed: 3)
        for _ in 0..<200 {
            let (atOnce, perHost) = (Int.random(in: 1...6, using: &random), Int.random(in: 1...3, using: &random))
            var queue = FetchQueue(atOnce: atOnce, perHost: perHost)
            let lanes = (0..<40).map { index -> FetchQueue.Lane in
                Bool.random(using: &random) ? .host("\(Int.random(in: 0...4, using: &random))") : .own(index)
            }
            for index in lanes.indices { queue.add(index, to: lanes[index]) }
            var running: [Int: FetchQueue.Lane] = [:]
            var moved: [Int: FetchQueue.Lane] = [:]
            var ended: [Int] = []
            while !queue.isEmpty {
                while let index = queue.next() { running[index] = moved[index] ?? lanes[index] }
                #expect(running.count <= atOnce && !running.isEmpty)
                #expect(Dictionary(grouping: running.values, by: { $0 }).allSatisfy { $0.value.count <= perHost })
                let index = running.keys.randomElement(using: &random)!
                running[index] = nil
                queue.leave(index)
                if Int.random(in: 0..<4, using: &random) == 0 {
                    moved[index] = .host("\(Int.random(in: 0...4, using: &random))")
                    queue.add(index, to: moved[index]!, isNext: true)
                } else {
                    ended.append(index)
                }
            }
            #expect(ended.sorted() == Array(0..<40))
        }
    }
}
