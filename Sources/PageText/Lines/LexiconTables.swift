import CLexiconTables
import Newspaper

/// The lists of words as they are embedded in the program (`CLexiconTables`): to make them would take a sixth of a start.
///
/// Each is found by a number for the text that it is made from, so that tables can be missing or old, but not wrong.
/// `.dev/generate-lexicon-tables` writes them anew.
enum LexiconTables {
    static var classes: UnsafePointer<UInt8> { broadsheet_class_table() }

    /// A number for the text of a list; no two lists of the program have the same.
    static func key(of list: String) -> UInt64 {
        var list = list
        return list.withUTF8 { bytes in
            var key = FNV1a()
            for byte in bytes { key.add(byte) }
            return key.value
        }
    }

    /// A number for groups of lists.
    static func key(of lists: [[Words]]) -> UInt64 {
        var key = FNV1a()
        for group in lists {
            key.add(UInt8(group.count))
            for words in group { withUnsafeBytes(of: words.key.littleEndian) { for byte in $0 { key.add(byte) } } }
        }
        return key.value
    }

    /// The embedded list that was made from a text with this number; nil where there is none.
    static func list(_ key: UInt64) -> Words? {
        let lists = broadsheet_list_table()
        var (from, to) = (0, Int(broadsheet_list_count))
        while from < to {
            let middle = (from + to) / 2
            if lists[middle].key < key { from = middle + 1 } else { to = middle }
        }
        guard from < Int(broadsheet_list_count), lists[from].key == key else { return nil }
        let list = lists[from]
        let words = UnsafeBufferPointer(
            start: broadsheet_word_table() + Int(list.words), count: Int(list.word_count))
        return Words(
            scalars: UnsafeBufferPointer(
                start: broadsheet_scalar_table() + Int(list.scalars), count: Int(list.scalar_count)),
            words: words,
            firsts: UnsafeBufferPointer(
                start: broadsheet_first_table() + Int(list.firsts), count: Int(list.first_count)),
            key: key)
    }

    /// What the words of lists begin with, where it was made from lists with this number.
    static func starts(_ key: UInt64) -> WordStarts? {
        guard key == broadsheet_starts_key else { return nil }
        return WordStarts(
            table: broadsheet_start_table(), masks: broadsheet_mask_table(),
            seconds: broadsheet_second_table(), pairs: broadsheet_pair_table(),
            thirds: broadsheet_third_table())
    }
}
