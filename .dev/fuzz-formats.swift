import Exports
import Feeds
import Glibc
import Localization
import Newspaper
@testable import Sources

/// One input: a file as it came from somewhere, of whatever format its bytes show. Traps where the ordinary loader crashes or says
/// nothing of a file that gives no story; where a list and its stories do not fit each other; and where an export, in each format that
/// is read again, is not read again. With `FUZZ_PARTS` in the environment the input is the files of a ZIP archive: each begins with a
/// line `%% NAME`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFormats(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    let content = load(getenv("FUZZ_PARTS") == nil ? input : archive(of: input))
    let list = content.list
    precondition(
        list.count > 0 || !content.faults.isEmpty || content.notes.contains { !$0.isNothing }
            || !content.sources.isEmpty
            || isFeed(list), "an empty edition without a word")
    check(list)
    for format in ExportFormat.all where ["json", "rss", "atom", "opml"].contains(format.name) {
        let (first, second) = (written(list, format), written(list, format))
        precondition(first == second, "an export differs from itself")
        let again = load(first)
        check(again.list)
        precondition(format.name == "opml" || again.list.count == list.count || list.isEmpty, "an export lost stories")
    }
    return 0
}

private func load(_ bytes: [UInt8]) -> LoadedContent {
    let loader = ContentLoader(memory: ["input": [MemoryFile(name: "input", bytes: bytes)]])
    return loader.load([EditionReference(.memory("input"))])
}

/// A feed without items is whole.
private func isFeed(_ list: any StoryList) -> Bool { list is FeedList }

private func written(_ list: any StoryList, _ format: ExportFormat) -> [UInt8] {
    var bytes: [UInt8] = []
    do {
        try format.write(ExportInput(list, fileName: "input", texts: Localization(language: "en"))) { bytes += $0 }
    } catch {
        preconditionFailure("an export failed")
    }
    return bytes
}

/// What every list promises (`StoryList`).
private func check(_ list: any StoryList) {
    var ids: Set<StoryID> = []
    for position in 0..<list.count {
        let header = list.header(at: position)
        precondition(ids.insert(header.id).inserted, "two stories have one id")
        precondition(list.position(of: header.id) == position, "a story is not where it is")
        precondition(header.minutes.isFinite, "a story without a length")
        guard let story = list.story(at: position) else { preconditionFailure("a story is missing") }
        precondition(
            story.id == header.id && story.section == header.section || header.section != nil, "a header differs")
        for block in story.body {
            let bytes = block.text.utf8.count
            for span in block.spans {
                precondition(0 <= span.range.lowerBound && span.range.upperBound <= bytes, "a span beyond its text")
            }
            for byte in block.text.utf8 where byte < 0x20 { precondition(byte == 0x0A || byte == 0x09, "a control") }
        }
    }
    precondition(list.sections.reduce(0) { $0 + $1.positions.count } == list.count, "a story is in no section")
}

// MARK: - Archives

/// A ZIP file whose files are stored, so that mutations reach what is in them.
private func archive(of input: [UInt8]) -> [UInt8] {
    var parts: [(name: [UInt8], bytes: [UInt8])] = []
    for line in input.split(separator: 0x0A, omittingEmptySubsequences: false) {
        if line.starts(with: [0x25, 0x25, 0x20]) {
            parts.append((Array(line.dropFirst(3).prefix(200)), []))
        } else if !parts.isEmpty {
            parts[parts.count - 1].bytes += line + [0x0A]
        }
    }
    var (bytes, directory) = ([UInt8](), [UInt8]())
    func number(_ value: Int, _ size: Int) -> [UInt8] {
        (0..<size).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    for (name, part) in parts {
        let facts =
            number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(Int(checksum(part)), 4)
            + number(part.count, 4) + number(part.count, 4) + number(name.count, 2) + number(0, 2)
        directory += [0x50, 0x4B, 1, 2] + number(20, 2) + facts + number(0, 10) + number(bytes.count, 4) + name
        bytes += [0x50, 0x4B, 3, 4] + facts + name + part
    }
    let place = bytes.count
    bytes += directory + [0x50, 0x4B, 5, 6] + number(0, 4) + number(parts.count, 2) + number(parts.count, 2)
    return bytes + number(directory.count, 4) + number(place, 4) + number(0, 2)
}

/// CRC-32 (ISO 3309).
private func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
        sum ^= UInt32(byte)
        for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
}
