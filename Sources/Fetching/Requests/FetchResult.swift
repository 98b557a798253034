/// What came of a request that was answered: something, or that nothing has changed (304).
package struct FetchResult: Sendable, Equatable {
    /// The status of HTTP, 200 to 299 or 304. A file and a command have 200; a file that has not changed, 304.
    package var status: Int
    /// The body, decompressed, in the encoding that it was sent in; empty with 304.
    package var body: [UInt8]
    /// What the next request has to name: the ETag, with its quotation marks. Printing ASCII, at most 1024 bytes. With 304
    /// that of the request if the server gave none.
    package var entityTag: String?
    /// The same for Last-Modified, as the server gave it.
    package var lastModified: String?
    /// The media type with its parameters, as it was sent; printing ASCII, at most 1024 bytes.
    package var contentType: String?
    /// For how many seconds the server says that the answer may be kept (RFC 9111, 4.2.1: max-age less Age, or Expires less
    /// Date; 0 with no-store or no-cache); nil where it does not say.
    package var lifetime: Int?
    /// After how many seconds the server wants to be asked again; nil where it does not say.
    package var retryAfter: Int?
    /// The address that answered, after redirects, without a login; nil of a command.
    package var address: String?
    /// The address to ask from now on, where there were redirects and all of them were permanent (301, 308); nil otherwise.
    package var permanentAddress: String?

    /// Whether what the caller has is still what there is.
    package var isNotModified: Bool { status == 304 }

    /// A result with these parts.
    package init(
        status: Int, body: [UInt8] = [], entityTag: String? = nil, lastModified: String? = nil,
        contentType: String? = nil, lifetime: Int? = nil, retryAfter: Int? = nil, address: String? = nil,
        permanentAddress: String? = nil
    ) {
        self.status = status
        self.body = body
        self.entityTag = entityTag
        self.lastModified = lastModified
        self.contentType = contentType
        self.lifetime = lifetime
        self.retryAfter = retryAfter
        self.address = address
        self.permanentAddress = permanentAddress
    }
}
