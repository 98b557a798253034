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
