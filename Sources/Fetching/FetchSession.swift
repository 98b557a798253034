import CCurl
import Files
import Glibc
import Jobs

/// One call of `Fetcher.fetch`: what waits, what runs, and what comes of it.
final class FetchSession {
    typealias Receive = (Int, Result<FetchResult, FetchFault>) -> Void

    private let fetcher: Fetcher
    private let requests: [FetchRequest]
    private var queue: FetchQueue
    /// libcurl's multi handle, made for the first request of the web.
    private var multi: OpaquePointer?
    /// What runs, by the request's index.
    private var transfers: [Int: WebTransfer] = [:]
    private var commands: [Int: CommandTransfer] = [:]
    /// Of a transfer, by its handle, the request's index.
    private var indices: [OpaquePointer: Int] = [:]
    /// Transfers that have been redirected and wait for their turn.
    private var redirected: [Int: WebTransfer] = [:]
    /// Requests that write the same cookies, each behind the one that it waits for.
    private var followers: [Int: Int] = [:]

    init(_ requests: [FetchRequest], fetcher: Fetcher) {
        (self.requests, self.fetcher) = (requests, fetcher)
        queue = FetchQueue(atOnce: fetcher.atOnce, perHost: fetcher.perHost)
        var last: [FileName: Int] = [:]
        for (index, request) in requests.enumerated() {
            if request.keepsCookies, let file = request.cookieFile, let before = last.updateValue(index, forKey: file) {
                followers[before] = index
            } else {
                queue.add(index, to: lane(of: index))
            }
        }
    }

    deinit {
        for easy in indices.keys { broadsheet_curl_multi_remove(multi!, easy) }
        transfers = [:]
        if let multi { broadsheet_curl_multi_free(multi) }
    }

    /// How long may pass until the caller is asked again whether to go on, in milliseconds.
    private static let turn: Int64 = 100

    func run(while goesOn: () -> Bool, receive: Receive) {
        // libcurl's TLS may write to a connection that the other side has closed.
        let pipes = HeldPipeSignal()
        defer { pipes.release() }
        var asked = Int64.min
        while true {
            let now = monotonicNow()
            if asked == .min || now - asked >= Self.turn / 2 {
                guard goesOn() else { return cancel(receive) }
                asked = now
            }
            while let index = queue.next() { start(index, receive) }
            if transfers.isEmpty, commands.isEmpty {
                if queue.isEmpty { return }
                continue
            }
            advance(receive)
            if !queue.canStart { wait() }
        }
    }

    private func lane(of index: Int) -> FetchQueue.Lane {
        guard case .address(let text) = requests[index].target, let address = WebAddress(text) else {
            return .own(index)
        }
        return .host(address.host)
    }

    // MARK: - Starting

    private func start(_ index: Int, _ receive: Receive) {
        let request = requests[index]
        do throws(FetchFault) {
            switch request.target {
            case .command(let arguments):
                commands[index] = try CommandTransfer(arguments, limits: request.limits)
            case .address(let text):
                if let file = FileAddress.file(text) {
                    var result = try FileAddress.fetch(file, for: request)
                    result.address = text
                    end(index, .success(result), receive)
                } else {
                    try startTransfer(index, text)
                }
            }
        } catch {
            end(index, .failure(error), receive)
        }
    }

    private func startTransfer(_ index: Int, _ text: String) throws(FetchFault) {
        guard let address = WebAddress(text) else { throw .badAddress }
        guard broadsheet_curl_available() != 0 else { throw .libraryMissing }
        let multi = self.multi ?? broadsheet_curl_multi_new()
        guard let multi else { throw .library(27) }
        if self.multi == nil {
            broadsheet_curl_multi_limit(multi, fetcher.atOnce, fetcher.perHost)
            self.multi = multi
        }
        let waiting = redirected.removeValue(forKey: index)
        let transfer: WebTransfer
        if let waiting {
            transfer = waiting
        } else {
            transfer = try WebTransfer(requests[index], of: address, fetcher: fetcher)
        }
        try transfer.begin()
        let code = broadsheet_curl_multi_add(multi, transfer.easy)
        guard code == 0 else { throw .library(code) }
        transfers[index] = transfer
        indices[transfer.easy] = index
    }

    // MARK: - Going on

    private func advance(_ receive: Receive) {
        for (index, command) in commands {
            guard let result = command.step() else { continue }
            commands[index] = nil
            end(index, result, receive)
        }
        guard let multi, !transfers.isEmpty else { return }
        broadsheet_curl_multi_perform(multi)
        var data: UnsafeMutableRawPointer?
        var code: Int32 = 0
        while broadsheet_curl_multi_ended(multi, &data, &code) != 0 {
            guard let data else { continue }
            let transfer = Unmanaged<WebTransfer>.fromOpaque(data).takeUnretainedValue()
            guard let index = remove(transfer) else { continue }
            switch transfer.step(after: code) {
            case .ended(let result): end(index, transfer, result, receive)
            case .redirected:
                transfer.pause()
                redirected[index] = transfer
                queue.leave(index)
                queue.add(index, to: .host(transfer.address.host), isNext: true)
            }
        }
        let now = monotonicNow()
        for (index, transfer) in transfers {
            guard let fault = transfer.timeout(now: now) else { continue }
            remove(transfer)
            end(index, transfer, .failure(fault), receive)
        }
    }

    /// Waits for something to read or write, not for longer than a turn.
    private func wait() {
        let others = commands.values.compactMap(\.descriptor)
        // A program that has closed its output will end in a moment.
        let milliseconds = Int32(others.count < commands.count ? 5 : Self.turn)
        guard let multi, !transfers.isEmpty else {
            var waited = others.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            poll(&waited, nfds_t(waited.count), milliseconds)
            return
        }
        // CURL_WAIT_POLLIN
        var waited = others.map { broadsheet_curl_wait(descriptor: $0, events: 1, received: 0) }
        broadsheet_curl_multi_poll(multi, &waited, UInt32(waited.count), milliseconds)
    }

    // MARK: - Ending

    /// Takes a transfer out of the handle; its index where it was in there.
    @discardableResult
    private func remove(_ transfer: WebTransfer) -> Int? {
        guard let multi, let index = indices.removeValue(forKey: transfer.easy) else { return nil }
        broadsheet_curl_multi_remove(multi, transfer.easy)
        transfers[index] = nil
        return index
    }

    private func end(
        _ index: Int, _ transfer: WebTransfer, _ result: Result<FetchResult, FetchFault>, _ receive: Receive
    ) {
        do throws(FetchFault) {
            try transfer.keepCookies()
            end(index, result, receive)
        } catch {
            // What the server said matters more.
            end(index, result.flatMap { _ in .failure(error) }, receive)
        }
    }

    private func end(_ index: Int, _ result: Result<FetchResult, FetchFault>, _ receive: Receive) {
        queue.leave(index)
        redirected[index] = nil
        if let next = followers.removeValue(forKey: index) { queue.add(next, to: lane(of: next)) }
        receive(index, result)
    }

    /// Ends all that has no result yet.
    private func cancel(_ receive: Receive) {
        let running = Array(transfers.keys) + commands.keys
        for transfer in transfers.values { remove(transfer) }
        commands = [:]
        var rest = running + queue.removeAll()
        while let index = rest.popLast() {
            if let next = followers.removeValue(forKey: index) { rest.append(next) }
            receive(index, .failure(.cancelled))
        }
    }
}
