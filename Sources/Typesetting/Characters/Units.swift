/// The units of a piece of text, in memory that is used again for the next piece.
struct Units: ~Copyable {
    private(set) var base: UnsafeMutablePointer<Unit>
    private var capacity: Int
    var count = 0
    /// Localization of the units that are more than one scalar.
    var composed: [PrintedText] = []
    /// Whether East_Asian_Width A takes two cells.
    var ambiguousIsWide = false
    /// Places of the marks that may be restored or belong to an address.
    var marks: ContiguousArray<Int32> = []
    /// How many ideographs and letters there are.
    var han = 0
    var letters = 0

    init(capacity: Int) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    /// Room for that many units in all; what is there stays.
    mutating func reserve(_ wanted: Int) {
        guard wanted > capacity else { return }
        let larger = UnsafeMutablePointer<Unit>.allocate(capacity: wanted)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
        capacity = wanted
    }

    @inline(__always) subscript(index: Int) -> Unit {
        get { base[index] }
        nonmutating set { base[index] = newValue }
    }

    @inline(__always) mutating func append(_ unit: Unit) {
        base[count] = unit
        count += 1
    }

    /// What to print for a unit that shows something.
    @inline(__always) func shown(_ unit: Unit) -> PrintedText {
        unit.flags.contains(.composed) ? composed[Int(unit.scalar)] : PrintedText(unit.scalar)
    }
}

extension Unicode.Scalar {
    /// The scalar of a value that came from valid UTF-8, or from a table of scalars.
    @inline(__always) init(valid value: UInt32) { self = unsafeBitCast(value, to: Unicode.Scalar.self) }
}
