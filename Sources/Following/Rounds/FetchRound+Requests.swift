import Fetching
import Files
import Newspaper
import Sources

extension FetchRound {
    /// What is asked for; nil of a folder, which nobody is asked for.
    func request(
        for source: FollowedSource, _ record: SourceRecord = SourceRecord(), while goesOn: () -> Bool
    ) throws(Trouble) -> FetchRequest? {
        let target: FetchRequest.Target
        switch source.address {
        case .web(let address): target = .address(address)
        case .command(let words): target = .command(words)
        case .path(let path):
            let file = expanded(path)
            if FileStatus(file)?.isFolder == true { return nil }
            target = .address(PathAddress.text(of: file))
        }
        var request = FetchRequest(target, entityTag: record.entityTag, lastModified: record.lastModified)
        guard case .web = source.address else { return request }
        let access = source.access
        if let agent = access.userAgent { request.userAgent = agent }
        request.proxy = access.proxy
        request.cookieFile = access.cookies.map(expanded)
        request.fields = access.headers.compactMap { header in
            guard let colon = header.firstIndex(of: ":") else { return nil }
            let value = header[header.index(after: colon)...].drop { $0 == " " }
            return FetchRequest.Field(String(header[..<colon]), String(value))
        }
        if !request.fields.contains(where: { $0.name.lowercased() == "accept" }) {
            request.fields.append(FetchRequest.Field("Accept", Self.accepted))
        }
        if let user = access.user {
            request.login = FetchRequest.Login(user: user, password: try password(access, while: goesOn))
        }
        return request
    }

    private static let accepted =
        "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, "
        + "text/html;q=0.8, */*;q=0.5"

    func expanded(_ path: String) -> FileName {
        guard path.hasPrefix("~/"), let home = folders.home else { return FileName(path) }
        return home.appending(String(path.dropFirst(2)))
    }

    /// The first line that the program prints.
    private func password(_ access: FollowedSource.Access, while goesOn: () -> Bool) throws(Trouble) -> String {
        guard let program = access.passwordCommand.first else { return "" }
        let output = try? ChildProcess.output(of: access.passwordCommand, limit: 4096, while: goesOn)
        guard let output, output.end == .exited(0) else { throw .password(program: program) }
        return String(decoding: output.bytes.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    }

    /// What a source gave when somebody looked at it, before it was followed.
    struct Given {
        var reading: SourceReading.Reading
        /// nil of a folder.
        var body: [UInt8]?
        /// Where it was found, and where it is from now on (`FetchResult`).
        var address: String?
        var permanentAddress: String?
    }

    /// Asks a source once, and files nothing.
    func look(at source: FollowedSource, while goesOn: () -> Bool) throws(Trouble) -> Given {
        guard let request = try request(for: source, while: goesOn) else {
            guard case .path(let path) = source.address else { throw .fetch(.badAddress) }
            do throws(SourceFault) {
                return Given(reading: try SourceReading.read(folder: expanded(path), while: goesOn))
            } catch {
                throw .reading(error)
            }
        }
        var answer: Result<FetchResult, FetchFault> = .failure(.cancelled)
        fetcher.fetch([request], while: goesOn) { answer = $1 }
        let result: FetchResult
        switch answer {
        case .success(let answered): result = answered
        case .failure(let fault): throw .fetch(fault)
        }
        return Given(
            reading: try Self.read(result, of: source), body: result.body, address: result.address,
            permanentAddress: result.permanentAddress)
    }

    /// The stories of what came.
    static func read(_ result: FetchResult, of source: FollowedSource) throws(Trouble) -> SourceReading.Reading {
        do throws(SourceFault) {
            return try SourceReading.read(result.body, name: source.name ?? source.address.text)
        } catch {
            throw .reading(error)
        }
    }
}
