import Glibc
import TextDecoding

/// The path of a file as the system has it: any bytes but 0, in no encoding.
///
/// Archives hold names in GBK as often as in UTF-8; such a file must open all the same.
package struct FileName: Hashable, Sendable {
    /// The path's bytes; none is 0.
    package let bytes: [UInt8]

    /// A path in UTF-8; characters U+0000 are left out.
    package init(_ path: String) { bytes = path.utf8.filter { $0 != 0 } }

    /// A path as the system has it; bytes 0 are left out.
    package init(_ bytes: [UInt8]) { self.bytes = bytes.contains(0) ? bytes.filter { $0 != 0 } : bytes }

    /// The path as text that page parsing and the screen may have: decoded and sanitized.
    package var shown: String { TextDecoder.clean(TextDecoder.read(bytes).text) }

    /// The path as it is; nil where it is not UTF-8.
    package var text: String? { String(validating: bytes, as: UTF8.self) }

    /// The last component.
    package var last: FileName {
        let (start, end) = lastComponent
        return FileName(Array(bytes[start..<end]))
    }

    /// The folder that holds the file: everything before the last component; `.` where there is nothing before it. `/` is
    /// its own parent.
    package var parent: FileName {
        let (start, end) = lastComponent
        guard start < end else { return self }
        let slash = bytes[..<start].lastIndex { $0 != Self.slash }
        if let slash { return FileName(Array(bytes[...slash])) }
        return FileName(start == 0 ? "." : "/")
    }

    private var lastComponent: (start: Int, end: Int) {
        let end = bytes.lastIndex { $0 != Self.slash }.map { $0 + 1 } ?? 0
        let start = bytes[..<end].lastIndex(of: Self.slash).map { $0 + 1 } ?? 0
        return (start, end)
    }

    /// The path of a file in this folder.
    package func appending(_ name: FileName) -> FileName {
        FileName(bytes + (bytes.last == Self.slash ? [] : [Self.slash]) + name.bytes)
    }

    /// The same for a name in UTF-8.
    package func appending(_ name: String) -> FileName { appending(FileName(name)) }

    /// The path from the root; where this program's folder cannot be found out, as it is.
    package var absolute: FileName {
        guard bytes.first != Self.slash, let folder = getcwd(nil, 0) else { return self }
        defer { free(folder) }
        return FileName(Array(UnsafeRawBufferPointer(start: folder, count: strlen(folder)))).appending(self)
    }

    /// Whether the name begins with a full stop; of a path, its first component.
    package var isHidden: Bool { bytes.first == UInt8(ascii: ".") }

    /// Whether the path begins with these bytes.
    package func hasPrefix(_ prefix: FileName) -> Bool { bytes.starts(with: prefix.bytes) }

    /// Whether the path ends with these bytes.
    package func hasSuffix(_ suffix: FileName) -> Bool { bytes.reversed().starts(with: suffix.bytes.reversed()) }

    /// Whether the name has this ending and more before it; ASCII letters in either case.
    package func hasSuffix(_ suffix: StaticString) -> Bool {
        suffix.withUTF8Buffer { suffix in
            bytes.count > suffix.count && zip(bytes.suffix(suffix.count), suffix).allSatisfy { $0 | 0x20 == $1 | 0x20 }
        }
    }

    /// Calls `body` with the path as the C library wants it, good for the call only.
    package func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        (bytes + [0]).withUnsafeBytes { body($0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
    }

    /// Where the path leads as a symbolic link; nil where it is none.
    package var linkTarget: FileName? {
        let target = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
            count = withCString { path in
                buffer.withMemoryRebound(to: CChar.self) { max(0, readlink(path, $0.baseAddress!, $0.count)) }
            }
        }
        guard let first = target.first else { return nil }
        return first == Self.slash ? FileName(target) : parent.appending(FileName(target))
    }

    /// The file that is meant by the path: of a symbolic link, and of the link that this leads to, the last target, whether
    /// it exists or not.
    ///
    /// - Throws: `ELOOP` where links lead to each other.
    package func followingLinks() throws(FileFault) -> FileName {
        var file = self
        for _ in 0..<40 {
            guard let target = file.linkTarget else { return file }
            file = target
        }
        throw FileFault(.open, self, code: ELOOP)
    }

    private static let slash = UInt8(ascii: "/")
}
