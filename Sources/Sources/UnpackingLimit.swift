/// How far beyond what is unpacked a compressed file goes.
package enum UnpackingLimit: Hashable, Sendable {
    /// More bytes than these.
    case bytes(Int)
    /// More than so many times its packed bytes.
    case ratio(Int)
    /// More files than these.
    case entries(Int)
    /// An archive or compressed file inside others.
    case depth
}
