import ArgumentParser
import Files
import Glibc

/// A word of the command line: any bytes. The parser knows only text, so that bytes which are no UTF-8 (a file's name in GBK)
/// go through it as characters of a private plane, and come out as they were.
enum ArgumentWord {
    /// U+10FF00 and the byte. A word in which such a character stands itself goes through byte by byte too.
    private static let plane: UInt32 = 0x10FF00

    /// The words of the command line without the program's name.
    static var all: [[UInt8]] {
        var words: [[UInt8]] = []
        for index in 1..<max(1, Int(CommandLine.argc)) {
            guard let word = CommandLine.unsafeArgv[index] else { continue }
            words.append(Array(UnsafeRawBufferPointer(start: word, count: strlen(word))))
        }
        return words
    }

    /// The bytes as text.
    static func text(of bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self), !text.unicodeScalars.contains(where: isStandIn) {
            return text
        }
        var text = String.UnicodeScalarView()
        var rest = bytes[...]
        while let first = rest.first {
            let scalar = (1...4).lazy.compactMap { count -> Unicode.Scalar? in
                guard let text = String(validating: rest.prefix(count), as: UTF8.self) else { return nil }
                return text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
            }.first
            if let scalar, !isStandIn(scalar) {
                text.append(scalar)
                rest = rest.dropFirst(scalar.utf8.count)
            } else {
                text.append(Unicode.Scalar(plane + UInt32(first))!)
                rest = rest.dropFirst()
            }
        }
        return String(text)
    }

    /// The bytes that the text stands for.
    static func bytes(of text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { scalar in
            isStandIn(scalar) ? [UInt8(scalar.value - plane)] : Array(String(Character(scalar)).utf8)
        }
    }

    private static func isStandIn(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= plane }
}

extension FileName: ExpressibleByArgument {
    /// The name that a word of the command line gives.
    public init?(argument: String) { self.init(ArgumentWord.bytes(of: argument)) }

    /// As help shows it.
    public var defaultValueDescription: String { shown }
}
