import Glibc
import Testing

/// The text in another encoding, by the C library; what it lacks there becomes what is nearest.
package func encoded(_ text: String, _ encoding: String) throws -> [UInt8] {
    let converter = iconv_open(encoding + "//TRANSLIT", "UTF-8")
    try #require(converter != iconv_t(bitPattern: -1))
    defer { iconv_close(converter) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4)
    let count = input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
            var (from, left) = (input.baseAddress, input.count)
            var (to, free) = (output.baseAddress, output.count)
            iconv(converter, &from, &left, &to, &free)
            return output.count - free
        }
    }
    return output.prefix(count).map { UInt8(bitPattern: $0) }
}
