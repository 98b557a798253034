/// What is called with the elements and the text of an XML document, in the order of the document.
package protocol XMLHandler: AnyObject {
    /// An element begins.
    func begin(_ name: XMLName, _ attributes: XMLAttributes)
    /// An element ends.
    func end(_ name: XMLName)
    /// Text, in as many parts as it comes in.
    func append(_ utf8: UnsafeRawBufferPointer)
}

/// The name of an element, as it is written.
package struct XMLName: Hashable, Sendable {
    /// What comes before the colon; empty where there is none.
    package let prefix: String
    /// Without the prefix.
    package let local: String

    /// The name that is written so, in bytes that a NUL ends.
    init(_ name: UnsafePointer<CChar>) {
        var (length, colon) = (0, -1)
        while name[length] != 0 {
            if name[length] == 0x3A { colon = length }
            length += 1
        }
        func text(_ range: Range<Int>) -> String {
            UnsafeRawBufferPointer(start: name + range.lowerBound, count: range.count).withMemoryRebound(to: UInt8.self)
            {
                String(decoding: $0, as: UTF8.self)
            }
        }
        prefix = colon > 0 ? text(0..<colon) : ""
        local = text(colon + 1..<length)
    }

    /// The name as it is written.
    package var text: String { prefix.isEmpty ? local : prefix + ":" + local }
}
