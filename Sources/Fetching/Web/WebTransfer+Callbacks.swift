import CCurl
import Glibc
import Jobs

/// What libcurl calls. Each is given the transfer, which lives for as long as its handle.
private func transfer(_ data: UnsafeMutableRawPointer?) -> WebTransfer {
    Unmanaged<WebTransfer>.fromOpaque(data!).takeUnretainedValue()
}

let receiveBody: broadsheet_curl_receive = { bytes, size, count, data in
    transfer(data).receiveBody(bytes, size * count) ? size * count : size * count + 1
}

let receiveHead: broadsheet_curl_receive = { bytes, size, count, data in
    transfer(data).receiveHead(bytes, size * count) ? size * count : size * count + 1
}

let openSocket: broadsheet_curl_open_socket = { data, _, address in
    transfer(data).openSocket(address)
}

let beforeRequest: broadsheet_curl_before_request = { data, peer, _, _, _ in
    transfer(data).mayAsk(peer.map { String(cString: $0) }) ? 0 : 1
}

extension WebTransfer {
    /// A part of the body, decompressed; false for too much. That of an answer that is none is counted, not kept.
    fileprivate func receiveBody(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Bool {
        lastActivity = monotonicNow()
        received += count
        guard received <= request.limits.bytes else {
            fault = .tooLarge(limit: request.limits.bytes)
            return false
        }
        if (200...299).contains(head.status), let bytes {
            body += UnsafeRawBufferPointer(start: bytes, count: count)
        }
        return true
    }

    /// A line of the head, or of the trailer.
    fileprivate func receiveHead(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Bool {
        lastActivity = monotonicNow()
        guard let bytes else { return true }
        bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
            head.enter(UnsafeBufferPointer(start: $0, count: count))
        }
        if head.count > ResponseHead.limit { fault = .tooLarge(limit: ResponseHead.limit) }
        return head.count <= ResponseHead.limit
    }

    /// Nothing is connected to where a redirect may not lead, whatever a name resolves to this time.
    fileprivate func openSocket(_ address: UnsafeMutablePointer<broadsheet_curl_address>) -> Int32 {
        if guardsPrivate {
            let place = UnsafeRawPointer(address) + MemoryLayout<broadsheet_curl_address>.offset(of: \.address)!
            let number = NetworkAddress(place, length: Int(address.pointee.length))
            guard let number, !number.isPrivate else {
                fault = .forbiddenRedirect(.privateAddress)
                return -1
            }
        }
        // Programs that are started meanwhile do not get it.
        return socket(
            address.pointee.family, address.pointee.type | Int32(SOCK_CLOEXEC.rawValue), address.pointee.protocol)
    }

    /// The same for a connection that another request made.
    fileprivate func mayAsk(_ peer: String?) -> Bool {
        guard guardsPrivate else { return true }
        if let number = peer.flatMap({ NetworkAddress($0) }), !number.isPrivate {
            // One of the host's addresses was no private one.
            fault = nil
            return true
        }
        fault = .forbiddenRedirect(.privateAddress)
        return false
    }
}
