import CCurl
import Files
import Glibc

extension WebTransfer {
    /// What becomes of a transfer whose current address has been asked.
    enum Step {
        case ended(Result<FetchResult, FetchFault>)
        /// A redirect is followed: the transfer waits for its turn with another host.
        case redirected
    }

    /// What libcurl's code (`CURLcode`) and the answer come to.
    func step(after code: Int32) -> Step {
        do throws(FetchFault) {
            if let fault { throw fault }
            if code != 0, head.status < 400 { throw fault(of: code) }
            guard head.isComplete else { throw .interrupted }
            switch head.status {
            case 200...299: return .ended(.success(result))
            case 304 where request.entityTag != nil || request.lastModified != nil: return .ended(.success(result))
            case 410: throw .gone
            case 301, 302, 303, 307, 308:
                guard let next = broadsheet_curl_get_text(easy, broadsheet_curl_redirect_url) else {
                    throw .status(head.status, retryAfter: nil)
                }
                try redirect(to: String(cString: next))
                return .redirected
            default: throw .status(head.status, retryAfter: head.retryAfter(now: Int64(time(nil))))
            }
        } catch {
            return .ended(.failure(error))
        }
    }

    private var result: FetchResult {
        let now = Int64(time(nil))
        let isNotModified = head.status == 304
        return FetchResult(
            status: head.status, body: isNotModified ? [] : body,
            entityTag: head.entityTag ?? (isNotModified ? request.entityTag : nil),
            lastModified: head.lastModified ?? (isNotModified ? request.lastModified : nil),
            contentType: head.contentType, lifetime: head.lifetime(now: now), retryAfter: head.retryAfter(now: now),
            address: address.text, permanentAddress: permanentAddress)
    }

    /// The numbers are those of curl/curl.h, `CURLcode`.
    private func fault(of code: Int32) -> FetchFault {
        switch code {
        case 3: return redirects > 0 ? .forbiddenRedirect(.malformed) : .badAddress
        case 5, 97: return .proxy
        case 6: return .cannotResolve(host: address.host)
        case 7:
            let reason = Int32(truncatingIfNeeded: broadsheet_curl_get_long(easy, broadsheet_curl_errno))
            return isProxied ? .proxy : .cannotConnect(code: reason)
        case 1, 8, 61: return .malformed
        case 16, 18, 52, 55, 56, 92: return .interrupted
        case 28: return .timedOut(.total(request.limits.seconds))
        case 35: return .security(.handshake)
        case 60: return .security(certificateFault)
        case 53, 54, 58, 59, 64, 66, 80, 83, 90, 91, 98: return .security(.certificate)
        case 63: return .tooLarge(limit: request.limits.bytes)
        case 77: return .security(.authorities)
        default: return .library(code)
        }
    }

    /// The numbers are OpenSSL's (`X509_V_ERR_…`); libcurl itself compares the name, before there is one.
    private var certificateFault: FetchFault.Security {
        switch broadsheet_curl_get_long(easy, broadsheet_curl_verify_result) {
        case 0, 1, 62, 64: .otherHost
        case 9: .notYetValid
        case 10: .expired
        case 18: .selfSigned
        case 2, 19, 20, 21: .unknownAuthority
        case 23: .revoked
        default: .certificate
        }
    }
}

// MARK: - Cookies

extension WebTransfer {
    /// The cookie file as libcurl takes it; "" for cookies that last as long as the request.
    func cookieFile() throws(FetchFault) -> String? {
        guard let file = request.cookieFile else { return "" }
        do throws(FileFault) {
            // A pipe would keep everybody waiting.
            close(try openForReading(file))
        } catch {
            guard request.keepsCookies, error.code == ENOENT else { throw .cookies(error) }
            return ""
        }
        // "-" would be standard input.
        guard let text = (file == FileName("-") ? FileName("./-") : file).text else {
            throw .cookies(FileFault(.open, file, code: EILSEQ))
        }
        return text
    }

    /// Writes the cookies that there are now to their file, where the request wants it and they are others than before.
    func keepCookies() throws(FetchFault) {
        guard request.keepsCookies, let file = request.cookieFile else { return }
        let list = broadsheet_curl_get_list(easy, broadsheet_curl_cookies)
        defer { broadsheet_curl_list_free(list) }
        var text = "# Netscape HTTP Cookie File\n"
        var next = list
        while let line = next {
            if let data = line.pointee.data { text += String(cString: data) + "\n" }
            next = line.pointee.next
        }
        let bytes = Array(text.utf8)
        let old = try? FileBytes.read(file, mayWait: false)
        guard old != bytes, old != nil || list != nil else { return }
        do throws(FileFault) { try AtomicFile.write(bytes, to: file, isDurable: false) } catch { throw .cookies(error) }
    }
}
