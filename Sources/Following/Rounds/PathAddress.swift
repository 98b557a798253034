import Files
import TextDecoding

/// The address of a file on this machine (RFC 8089).
enum PathAddress {
    /// "file:///a%20b" of an absolute path.
    static func text(of file: FileName) -> String {
        var text = "file://"
        for byte in file.bytes {
            if byte == UInt8(ascii: "/") || PercentEncoding.isUnreserved(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                text += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
            }
        }
        return text
    }
}
