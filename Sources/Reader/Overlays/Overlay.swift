import Screen

/// Something that lies over the panes, or over a part of them: it owns its keys, its hints and its picture.
///
/// Adding one takes a type that conforms to this, an action that opens it, and its words.
protocol Overlay: Sendable {
    /// What it covers.
    var cover: OverlayCover { get }
    /// Whether no key goes to the panes while it is open, and nothing is marked.
    var isModal: Bool { get }
    /// Whether Escape is for it even while something takes long that Escape would stop.
    var keepsEscape: Bool { get }

    /// What a key does. The overlay is still in the state's stack meanwhile; what it changes of itself counts afterwards.
    mutating func press(_ key: Key, in state: inout ReaderState) -> OverlayAnswer
    func compose(in layout: ScreenLayout, of state: ReaderState, to frame: inout Frame)
    /// What the keys do here; nil for the hints of what lies below.
    func hints(of state: ReaderState) -> [Hint]?
    /// What stands at the right of the hints; nil for what lies below.
    func status(of state: ReaderState) -> OverlayStatus?
}

/// What an overlay covers; one that covers a part of the panes is below one that covers more of them or takes words.
enum OverlayCover: Int, Sendable {
    case stories, body
    /// Sections and stories.
    case lists
    /// The last line.
    case foot
    /// All between masthead and hints.
    case screen

    /// Panes are beside each other, so that neither is below the other.
    fileprivate var level: Int { self == .body ? OverlayCover.stories.rawValue : rawValue }
}

enum OverlayAnswer: Sendable {
    case stay([Effect] = [])
    case close([Effect] = [])
    /// The key is for what lies below.
    case pass
}

/// Which of several, and how far it is shown.
struct OverlayStatus: Sendable, Equatable {
    var words: String?
    var percent: Int?
}

extension Overlay {
    var isModal: Bool { false }
    var keepsEscape: Bool { false }
    func hints(of state: ReaderState) -> [Hint]? { nil }
    func status(of state: ReaderState) -> OverlayStatus? { nil }
}

/// What lies over the panes, the topmost last; one of a kind.
struct OverlayStack: Sendable {
    private(set) var layers: [any Overlay] = []

    init() {}

    var top: (any Overlay)? { layers.last }

    func get<Kind: Overlay>(_: Kind.Type) -> Kind? { layers.lazy.compactMap { $0 as? Kind }.first }

    func last(covering cover: OverlayCover) -> (any Overlay)? { layers.last { $0.cover == cover } }

    /// Puts it above all that may be below it; what comes late (hits, a raw page) does not cover help or a prompt. One of
    /// its kind that is open is replaced.
    mutating func open<Kind: Overlay>(_ overlay: Kind) {
        close(Kind.self)
        let place = layers.firstIndex { $0.cover.level > overlay.cover.level } ?? layers.endIndex
        layers.insert(overlay, at: place)
    }

    mutating func close<Kind: Overlay>(_: Kind.Type) { layers.removeAll { $0 is Kind } }

    mutating func keepOnly<Kind: Overlay>(_: Kind.Type) { layers.removeAll { !($0 is Kind) } }

    /// Changes the one of a kind, where it is open.
    mutating func update<Kind: Overlay>(_: Kind.Type, _ change: (inout Kind) -> Void) {
        for index in layers.indices {
            guard var overlay = layers[index] as? Kind else { continue }
            change(&overlay)
            layers[index] = overlay
        }
    }

    /// What a key may have closed, and others have come below or above it: it is known by its kind.
    fileprivate mutating func replace(_ overlay: any Overlay) {
        if let index = index(like: overlay) { layers[index] = overlay }
    }

    fileprivate mutating func close(like overlay: any Overlay) {
        if let index = index(like: overlay) { layers.remove(at: index) }
    }

    private func index(like overlay: any Overlay) -> Int? {
        layers.firstIndex { type(of: $0) == type(of: overlay) }
    }
}

extension ReaderState {
    enum KeyAnswer {
        case modal([Effect])
        case handled([Effect])
        case passed
    }

    /// Offers a key to the overlays, from the top down.
    mutating func pressOverlays(_ key: Key) -> KeyAnswer {
        for layer in overlays.layers.reversed() {
            var overlay = layer
            let effects: [Effect]
            switch overlay.press(key, in: &self) {
            case .pass: continue
            case .stay(let wanted):
                overlays.replace(overlay)
                effects = wanted
            case .close(let wanted):
                overlays.close(like: overlay)
                effects = wanted
            }
            return overlay.isModal ? .modal(effects) : .handled(effects)
        }
        return .passed
    }

    var help: HelpOverlay? { overlays.get(HelpOverlay.self) }
    var links: LinksOverlay? { overlays.get(LinksOverlay.self) }
    /// The calendar of editions, while it is open.
    package var calendar: CalendarOverlay? { overlays.get(CalendarOverlay.self) }
    /// Whether words are being typed, so that letters are no commands.
    package var isTyping: Bool { prompt != nil }
    var prompt: Prompt? { overlays.get(PromptOverlay.self)?.prompt }
    var results: ResultsOverlay? { overlays.get(ResultsOverlay.self) }
    var rawPage: RawPageOverlay? { overlays.get(RawPageOverlay.self) }
}
