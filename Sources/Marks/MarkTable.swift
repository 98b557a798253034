import Newspaper

/// The marks of all stories: for each story and each kind of mark the last event, by time, then by device.
///
/// A set of last-writer-wins registers: the order in which events are applied, and how often each is, makes no difference.
package struct MarkTable: Sendable {
    private var devices: [String] = []
    private var reading = RegisterTable<Void>(blank: ())
    private var starring = RegisterTable<Void>(blank: ())
    private var places = RegisterTable<PackedPlace>(blank: PackedPlace(ReadingPlace(block: 0, character: 0, anchor: 0)))

    /// A table without marks.
    package init() {}

    /// What is known of one story.
    package func state(of story: StoryID) -> StoryMarks {
        StoryMarks(
            isRead: reading[story.bits]?.stamp.isSet ?? false,
            isStarred: starring[story.bits]?.stamp.isSet ?? false,
            place: places[story.bits]?.value.place)
    }

    /// When the reader was in a story last, in milliseconds since 1970; nil where nothing is known of that.
    package func timeOfPlace(in story: StoryID) -> Int64? { places[story.bits]?.stamp.time }

    /// How many registers there are: at most three a story.
    package var count: Int { reading.count + starring.count + places.count }

    /// The stories that are starred, by their ids.
    package var starred: [StoryID] {
        var stories: [StoryID] = []
        starring.forEach { if $0.stamp.isSet { stories.append(StoryID($0.story)) } }
        return stories.sorted()
    }

    /// The events that make up this state, the oldest first, with the devices that they come from.
    package var events: [(event: MarkEvent, device: String)] {
        var all: [(event: MarkEvent, device: String)] = []
        all.reserveCapacity(count)
        forEach { all.append(($0, devices[$1])) }
        all.sort {
            ($0.event.time, $0.event.story, $0.event.mark.rank) < ($1.event.time, $1.event.story, $1.event.mark.rank)
        }
        return all
    }

    /// Applies an event; false where the state already has it or a later one.
    @discardableResult
    package mutating func apply(_ event: MarkEvent, from device: String) -> Bool {
        guard let index = index(of: device) else { return false }
        return apply(event, from: index)
    }

    /// Applies all events of another table.
    package mutating func merge(_ other: MarkTable) {
        let indices = other.devices.map { index(of: $0) }
        other.forEach { event, device in
            if let index = indices[device] { apply(event, from: index) }
        }
    }

    /// The index that stands for the device in `apply`; nil where there are more devices than can be told apart.
    mutating func index(of device: String) -> Int? {
        if let index = devices.firstIndex(of: device) { return index }
        guard devices.count < Stamp.devices else { return nil }
        devices.append(device)
        return devices.count - 1
    }

    @inline(__always)
    @discardableResult
    mutating func apply(_ event: MarkEvent, from device: Int) -> Bool {
        switch event.mark {
        case .read: return Self.set(&reading, event, true, device, devices)
        case .unread: return Self.set(&reading, event, false, device, devices)
        case .star: return Self.set(&starring, event, true, device, devices)
        case .unstar: return Self.set(&starring, event, false, device, devices)
        case .place(let place):
            var isNew = false
            let stamp = Stamp(time: event.time, device: device, isSet: true)
            places.update(event.story.bits) { [devices] register in
                isNew = Self.isLater(stamp, than: register.stamp, devices) {
                    PackedPlace(place) > register.value
                }
                guard isNew else { return }
                register.stamp = stamp
                register.value = PackedPlace(place)
            }
            return isNew
        }
    }

    /// Reserves memory for that many times as many marks, of the same kinds.
    mutating func reserve(times factor: Int) {
        reading.reserve(reading.count * factor)
        starring.reserve(starring.count * factor)
        places.reserve(places.count * factor)
    }

    /// Applies many events, faster than one by one; true where one changed the state.
    mutating func apply(_ events: some Collection<MarkEvent>, from device: Int) -> Bool {
        var free = 0
        for event in events {
            switch event.mark {
            case .read, .unread: free &+= reading.touch(event.story.bits) ? 1 : 0
            case .star, .unstar: free &+= starring.touch(event.story.bits) ? 1 : 0
            case .place: free &+= places.touch(event.story.bits) ? 1 : 0
            }
        }
        var isNew = free < 0
        for event in events where apply(event, from: device) { isNew = true }
        return isNew
    }

    /// Whether the state comes from an event of this time and mark, whichever device made it.
    func holds(_ event: MarkEvent) -> Bool {
        let known = last(event.mark, of: event.story)
        return known.time == event.time && known.isThere
    }

    /// The time of the story's last event of that kind of mark, nil where there is none, and whether the mark is what it
    /// says already.
    func last(_ mark: Mark, of story: StoryID) -> (time: Int64?, isThere: Bool) {
        func last(_ register: RegisterTable<Void>.Register?, sets isSet: Bool) -> (time: Int64?, isThere: Bool) {
            (register?.stamp.time, (register?.stamp.isSet ?? false) == isSet)
        }
        switch mark {
        case .read: return last(reading[story.bits], sets: true)
        case .unread: return last(reading[story.bits], sets: false)
        case .star: return last(starring[story.bits], sets: true)
        case .unstar: return last(starring[story.bits], sets: false)
        case .place(let place):
            let register = places[story.bits]
            return (register?.stamp.time, register?.value.place == place)
        }
    }

    @inline(__always)
    private static func set(
        _ table: inout RegisterTable<Void>, _ event: MarkEvent, _ isSet: Bool, _ device: Int, _ devices: [String]
    ) -> Bool {
        var isNew = false
        let stamp = Stamp(time: event.time, device: device, isSet: isSet)
        table.update(event.story.bits) { register in
            isNew = isLater(stamp, than: register.stamp, devices) { stamp.isSet && !register.stamp.isSet }
            if isNew { register.stamp = stamp }
        }
        return isNew
    }

    /// Whether one stamp wins over another. Two events of one device at one time come only from damage or from two
    /// machines under one name; the greater value wins then, so that every machine decides alike.
    @inline(__always)
    private static func isLater(
        _ stamp: Stamp, than other: Stamp, _ devices: [String], hasGreaterValue: () -> Bool
    ) -> Bool {
        if stamp.time != other.time { return stamp.time > other.time }
        if stamp.device != other.device { return devices[stamp.device] > devices[other.device] }
        return hasGreaterValue()
    }

    private func forEach(_ body: (MarkEvent, Int) -> Void) {
        func visit(_ table: RegisterTable<Void>, _ set: Mark, _ unset: Mark) {
            table.forEach {
                let mark = $0.stamp.isSet ? set : unset
                body(MarkEvent(time: $0.stamp.time, story: StoryID($0.story), mark: mark), $0.stamp.device)
            }
        }
        visit(reading, .read, .unread)
        visit(starring, .star, .unstar)
        places.forEach {
            body(
                MarkEvent(time: $0.stamp.time, story: StoryID($0.story), mark: .place($0.value.place)), $0.stamp.device)
        }
    }
}

extension MarkTable: Equatable {
    /// The same registers with the same times, devices and values.
    package static func == (one: MarkTable, other: MarkTable) -> Bool {
        func agree(_ one: Stamp, in devices: [String], _ two: Stamp?, in others: [String]) -> Bool {
            guard let two else { return false }
            return one.time == two.time && one.isSet == two.isSet && devices[one.device] == others[two.device]
        }
        func agree(_ table: RegisterTable<Void>, _ second: RegisterTable<Void>) -> Bool {
            table.count == second.count
                && table.allSatisfy { agree($0.stamp, in: one.devices, second[$0.story]?.stamp, in: other.devices) }
        }
        return agree(one.reading, other.reading) && agree(one.starring, other.starring)
            && one.places.count == other.places.count
            && one.places.allSatisfy {
                let second = other.places[$0.story]
                return $0.value == second?.value
                    && agree($0.stamp, in: one.devices, second?.stamp, in: other.devices)
            }
    }
}

extension Mark {
    /// The order in which marks of one time and story are written.
    fileprivate var rank: Int {
        switch self {
        case .read, .unread: 0
        case .star, .unstar: 1
        case .place: 2
        }
    }
}
