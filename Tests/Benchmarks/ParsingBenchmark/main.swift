import Glibc
import Newspaper
import PageText
import TextDecoding

// Measures how fast, and in how much memory, files of pages become one edition:
//   swift run -c release ParsingBenchmark [--whole | --walk | --raw] FILE...
// Without an option the files become a list (PageTextEdition), as in the program; with
//   --whole  an edition that holds all its text (PageParser.edition),
//   --walk   a list of which every story is then opened, one after another,
//   --raw    a list of which the raw page of a hundred stories is then made.
let options = CommandLine.arguments.dropFirst().filter { $0.hasPrefix("--") }
let paths = CommandLine.arguments.dropFirst().filter { !$0.hasPrefix("--") }
guard !paths.isEmpty, options.allSatisfy(["--whole", "--walk", "--raw"].contains) else {
    print("usage: ParsingBenchmark [--whole | --walk | --raw] FILE...")
    exit(2)
}

/// Processor time of this process, in seconds.
func processorTime() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

/// The most memory that this process has taken, in bytes.
func peakMemory() -> Int {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return usage.ru_maxrss * 1024
}

func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else {
        print("cannot read '\(path)'")
        exit(1)
    }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let size = ftell(file)
    rewind(file)
    return [UInt8](unsafeUninitializedCapacity: size) { room, count in count = fread(room.baseAddress, 1, size, file) }
}

/// Returns what the body returns, and prints how long it took.
func measured<Result>(_ name: String, of size: Int, _ body: () -> Result) -> Result {
    let start = processorTime()
    let result = body()
    let seconds = processorTime() - start
    print("\(name): \(seconds) s, \(Double(size) / seconds / 1e6) MB/s")
    return result
}

let files = paths.map { (path: $0, bytes: bytes(of: $0)) }
let size = files.reduce(0) { $0 + $1.bytes.count }
let sources = measured("decoding", of: size) {
    files.map { PageSource(path: $0.path, utf8: TextDecoder.read($0.bytes).utf8) }
}
if options.contains("--whole") {
    let edition = measured("parsing", of: size) { PageParser.edition(from: sources) }
    print("\(edition.pages.count) pages, \(edition.stories.count) stories")
} else {
    let list = measured("parsing", of: size) { PageTextEdition(sources) }
    print("\(list.pages.count) pages, \(list.count) stories")
    print("memory: \(peakMemory()) bytes, \(Double(peakMemory()) / Double(max(1, size))) of the input")
    if options.contains("--walk") {
        var worst = 0.0
        let start = processorTime()
        for position in 0..<list.count {
            let before = processorTime()
            _ = list.story(at: position)
            worst = max(worst, processorTime() - before)
        }
        let all = processorTime() - start
        print("opening a story: \(all / Double(list.count) * 1000) ms on average, \(worst * 1000) ms at worst")
    }
    if options.contains("--raw") {
        let positions = stride(from: 0, to: list.count, by: max(1, list.count / 100))
        let start = processorTime()
        for position in positions { _ = list.explanation(ofStoryAt: position) }
        print("a raw page: \((processorTime() - start) / Double(Array(positions).count) * 1000) ms on average")
    }
}
print("peak memory: \(peakMemory()) bytes, \(Double(peakMemory()) / Double(max(1, size))) of the input")
