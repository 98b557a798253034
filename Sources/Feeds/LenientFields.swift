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

/// A field that was not as it should be.
struct FieldFault: Equatable {
    /// nil where it is the whole.
    var field: String?
    var isLeftOut: Bool
}

/// An element of a list; its decoding never fails, so that one element does not take the list with it.
protocol LenientElement: Decodable {
    associatedtype Value
    /// nil where the element is left out.
    var value: Value? { get }
    var isAsItShould: Bool { get }
}

/// A text, or what stands in its place.
struct LenientText: LenientElement {
    var value: String?
    var isAsItShould = false

    var text: String? { value }

    init(from decoder: any Decoder) throws {
        guard let single = try? decoder.singleValueContainer() else { return }
        if let text = try? single.decode(String.self) {
            (value, isAsItShould) = (text, true)
        } else if let truth = try? single.decode(Bool.self) {
            value = String(truth)
        } else if let integer = try? single.decode(Int64.self) {
            value = String(integer)
        } else if let number = try? single.decode(Double.self) {
            value = String(number)
        } else if let texts = try? single.decode([LenientListText].self) {
            let texts = texts.compactMap(\.text)
            value = texts.isEmpty ? nil : texts.joined(separator: "\n")
        }
    }
}

/// A text in a list that stands in place of a text; lists in it are left out, so that nesting has an end.
private struct LenientListText: Decodable {
    var text: String?

    init(from decoder: any Decoder) throws {
        guard let single = try? decoder.singleValueContainer() else { return }
        text = try? single.decode(String.self)
        if text == nil, let integer = try? single.decode(Int64.self) { text = String(integer) }
    }
}
