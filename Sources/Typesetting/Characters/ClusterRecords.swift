import Screen

/// The cluster records of one piece of text, in a buffer that is reused for the next piece.
struct ClusterRecords: ~Copyable {
    private(set) var base: UnsafeMutablePointer<ClusterRecord>
    private var capacity: Int
    var count = 0
    /// The text of the records that are more than one scalar.
    var composed: [PrintedText] = []
    /// Whether East_Asian_Width A takes two cells.
    var ambiguousIsWide = false
    /// Whether quotes have a blank cell on their outer side.
    var padsQuotes = true
    /// Indices of the records whose mark may be restored or may be part of an address, ascending.
    var marks: ContiguousArray<Int32> = []
    /// The number of records with the role `han`.
    var han = 0
    /// The number of records with the role `letter`.
    var letters = 0

    /// Allocates room for `capacity` records.
    init(capacity: Int) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    /// Makes room for `wanted` records in total, and keeps the ones there are.
    mutating func reserve(_ wanted: Int) {
        guard wanted > capacity else { return }
        let larger = UnsafeMutablePointer<ClusterRecord>.allocate(capacity: wanted)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
        capacity = wanted
    }

    @inline(__always) subscript(index: Int) -> ClusterRecord {
        get { base[index] }
        nonmutating set { base[index] = newValue }
    }

    /// Adds a record; the caller has reserved room for it.
    @inline(__always) mutating func append(_ record: ClusterRecord) {
        base[count] = record
        count += 1
    }

    /// The text to print for a record that shows something.
    @inline(__always) func shown(_ record: ClusterRecord) -> PrintedText {
        record.flags.contains(.composed) ? composed[Int(record.scalar)] : PrintedText(record.scalar)
    }
}

extension Unicode.Scalar {
    /// The scalar for a value that is known to be one, from valid UTF-8 or a table. Not checked.
    @inline(__always) init(valid value: UInt32) { self = unsafeBitCast(value, to: Unicode.Scalar.self) }
}
