/// The last event of each story for one kind of mark: an open-addressing table, because a dictionary of a million entries
/// takes more time and memory than all the rest of loading them.
struct RegisterTable<Value: Sendable>: Sendable {
    struct Register: Sendable {
        /// The story's bits.
        var story: UInt64
        /// 0 where the slot is free.
        var stamp: Stamp
        var value: Value
    }

    private var slots: [Register] = []
    private(set) var count = 0
    private let blank: Value

    /// `blank` fills the slots that are free.
    init(blank: Value) { self.blank = blank }

    subscript(story: UInt64) -> Register? {
        guard count > 0 else { return nil }
        let register = slots[slot(of: story)]
        return register.stamp.isNone ? nil : register
    }

    /// Calls `body` with the story's register, whose stamp is `none` where it is new; `body` must stamp it then.
    @inline(__always)
    mutating func update(_ story: UInt64, _ body: (inout Register) -> Void) {
        // At most five eighths full, so that searches stay short.
        if count * 8 >= slots.count * 5 { grow(to: max(16, slots.count * 2)) }
        let slot = slot(of: story)
        if slots[slot].stamp.isNone {
            slots[slot].story = story
            count += 1
        }
        body(&slots[slot])
    }

    /// Reads where the search for a story begins, so that a search soon after finds it in the cache; several such reads
    /// wait for memory at the same time, while searches wait one after the other.
    @inline(__always)
    func touch(_ story: UInt64) -> Bool {
        !slots.isEmpty && slots[home(of: story)].stamp.isNone
    }

    /// Reserves memory for that many stories.
    mutating func reserve(_ stories: Int) {
        var capacity = max(16, slots.count)
        while stories * 8 >= capacity * 5 { capacity *= 2 }
        if capacity > slots.count { grow(to: capacity) }
    }

    func forEach(_ body: (Register) -> Void) {
        for register in slots where !register.stamp.isNone { body(register) }
    }

    func allSatisfy(_ predicate: (Register) -> Bool) -> Bool {
        slots.allSatisfy { $0.stamp.isNone || predicate($0) }
    }

    @inline(__always)
    private func slot(of story: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = home(of: story)
        while slots[slot].story != story, !slots[slot].stamp.isNone { slot = (slot + 1) & mask }
        return slot
    }

    @inline(__always)
    private func home(of story: UInt64) -> Int {
        Int(truncatingIfNeeded: (story ^ story >> 32) &* 0x9E37_79B9_7F4A_7C15 >> 24) & (slots.count - 1)
    }

    private mutating func grow(to capacity: Int) {
        let old = slots
        slots = Array(repeating: Register(story: 0, stamp: .none, value: blank), count: capacity)
        for register in old where !register.stamp.isNone { slots[slot(of: register.story)] = register }
    }
}
