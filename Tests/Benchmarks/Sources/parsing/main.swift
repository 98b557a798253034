import Glibc

@testable import Newspaper
@testable import PageText
@testable import TextDecoding

// Lets a file through the gate, parses it as one edition, and says how fast and in how much memory. Modules that are built
// for testing are slower than those of the program: `time broadsheet list FILE` tells how fast that is.
guard CommandLine.arguments.count == 2, let file = fopen(CommandLine.arguments[1], "r") else {
    print("usage: parsing FILE")
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

fseek(file, 0, SEEK_END)
let size = ftell(file)
rewind(file)
let bytes = [UInt8](unsafeUninitializedCapacity: size) { room, count in
    count = fread(room.baseAddress, 1, size, file)
}

let start = processorTime()
let text = TextDecoder.read(bytes)
let passed = processorTime()
let edition = PageParser.edition(from: [PageSource(path: "page.txt", utf8: text.utf8)])
let parsed = processorTime()

func report(_ name: String, _ seconds: Double) {
    print("\(name): \(seconds) s, \(Double(bytes.count) / seconds / 1e6) MB/s")
}
print("\(bytes.count) bytes, \(edition.pages.count) pages, \(edition.stories.count) stories")
report("gate", passed - start)
report("parsing", parsed - passed)
print("peak memory: \(peakMemory()) bytes, \(Double(peakMemory()) / Double(max(1, bytes.count))) of the input")
