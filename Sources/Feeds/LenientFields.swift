/// Reads the fields of a JSON object that may have been written with wrong types: what can be understood is, the rest is
/// left out, and both are noted.
struct LenientFields<Key: CodingKey> {
    private let container: KeyedDecodingContainer<Key>
    /// The fields that were not as they should be.
    private(set) var faults: [FieldFault] = []

    init(_ decoder: any Decoder) throws { container = try decoder.container(keyedBy: Key.self) }

    /// A text; of a number or truth value its spelling, of a list its texts, a line each.
    mutating func text(_ key: Key) -> String? {
        if let text = try? container.decodeIfPresent(String.self, forKey: key) { return text }
        guard isPresent(key) else { return nil }
        let text = (try? container.decode(LenientText.self, forKey: key))?.text
        faults.append(FieldFault(field: key.stringValue, isLeftOut: text == nil))
        return text
    }

    /// A number, or a text that spells one.
    mutating func number(_ key: Key) -> Double? {
        if let number = try? container.decodeIfPresent(Double.self, forKey: key) { return number }
        guard isPresent(key) else { return nil }
        let number = (try? container.decode(String.self, forKey: key)).flatMap(Double.init).flatMap {
            $0.isFinite ? $0 : nil
        }
        faults.append(FieldFault(field: key.stringValue, isLeftOut: number == nil))
        return number
    }

    /// Whether a truth value is true, or anything else is written as it.
    mutating func flag(_ key: Key) -> Bool {
        if let flag = try? container.decodeIfPresent(Bool.self, forKey: key) { return flag }
        return text(key) == "true"
    }

    /// The elements of a list; a value that stands in place of a list is its one element.
    mutating func list<Element: LenientElement>(_ key: Key, of type: Element.Type) -> [Element.Value] {
        guard isPresent(key) else { return [] }
        var elements: [Element] = []
        if let list = try? container.decode([Element].self, forKey: key) {
            elements = list
        } else {
            if let element = try? container.decode(Element.self, forKey: key) { elements = [element] }
            faults.append(FieldFault(field: key.stringValue, isLeftOut: elements.allSatisfy { $0.value == nil }))
            return elements.compactMap(\.value)
        }
        // One fault of each kind, however many elements have it.
        let wrong = elements.lazy.filter { !$0.isAsItShould }
        for isLeftOut in [false, true] where wrong.contains(where: { ($0.value == nil) == isLeftOut }) {
            faults.append(FieldFault(field: key.stringValue, isLeftOut: isLeftOut))
        }
        return elements.compactMap(\.value)
    }

    /// An object that reads its own fields leniently.
    mutating func object<Object: Decodable>(_ key: Key, as type: Object.Type) -> Object? {
        guard isPresent(key) else { return nil }
        let object = try? container.decode(Object.self, forKey: key)
        if object == nil { faults.append(FieldFault(field: key.stringValue, isLeftOut: true)) }
        return object
    }

    /// A value that is null counts as absent.
    func isPresent(_ key: Key) -> Bool { container.contains(key) && (try? container.decodeNil(forKey: key)) == false }
}
