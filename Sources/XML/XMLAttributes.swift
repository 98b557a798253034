import Glibc

/// The attributes of an element, with their names as they are written; good only while it begins.
package struct XMLAttributes {
    /// Names and values in turn, then nil.
    let words: UnsafeMutablePointer<UnsafePointer<CChar>?>

    /// The value of the attribute of that name; nil where there is none.
    package subscript(name: StaticString) -> String? {
        var at = 0
        while let found = words[at], let value = words[at + 1] {
            if strcmp(found, UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) == 0 {
                return String(cString: value)
            }
            at += 2
        }
        return nil
    }

    /// The same as a number; nil where it is none, or none that a page measures.
    package func number(_ name: StaticString) -> Double? {
        self[name].flatMap(Double.init).flatMap { $0.isFinite && abs($0) < 1e6 ? $0 : nil }
    }

    /// Whether there are none.
    package var isEmpty: Bool { words[0] == nil }

    /// All of them, in their order.
    package var all: [(name: String, value: String)] {
        var all: [(name: String, value: String)] = []
        var at = 0
        while let name = words[at], let value = words[at + 1] {
            all.append((String(cString: name), String(cString: value)))
            at += 2
        }
        return all
    }

    /// The namespaces that the element declares, and the prefixes that stand for them (Namespaces in XML 1.0, 3).
    var namespaces: [(prefix: String, uri: String)] {
        var found: [(prefix: String, uri: String)] = []
        var at = 0
        while let name = words[at], let value = words[at + 1] {
            if strncmp(name, "xmlns", 5) == 0, name[5] == 0 || name[5] == 0x3A {
                found.append((name[5] == 0 ? "" : String(cString: name + 6), String(cString: value)))
            }
            at += 2
        }
        return found
    }
}
