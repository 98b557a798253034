/// The namespaces that are declared where a reader is in a document (Namespaces in XML 1.0), each as what a reader makes of its
/// address, once and not for each element.
package struct XMLNamespaces<Vocabulary: Equatable> {
    private var declared: [(prefix: String, vocabulary: Vocabulary, depth: Int)] = []
    private var depth = 0
    private let known: (_ uri: String) -> Vocabulary

    /// - Parameter known: what an address stands for.
    package init(known: @escaping (_ uri: String) -> Vocabulary) { self.known = known }

    /// An element begins: what it declares holds for itself and for all in it.
    package mutating func begin(_ attributes: XMLAttributes) {
        depth += 1
        guard !attributes.isEmpty else { return }
        for (prefix, uri) in attributes.namespaces { declared.append((prefix, known(uri), depth)) }
    }

    /// The element that began last ends.
    package mutating func end() {
        while let last = declared.last, last.depth >= depth { declared.removeLast() }
        depth -= 1
    }

    /// What a prefix stands for; nil where it is not declared. The empty prefix is that of names without one.
    package subscript(prefix: String) -> Vocabulary? {
        var place = declared.count
        while place > 0 {
            place -= 1
            if declared[place].prefix == prefix { return declared[place].vocabulary }
        }
        return nil
    }
}
