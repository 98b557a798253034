import Glibc

@testable import Typesetting

/// Sets every line of a file as a paragraph and says how fast, or with `--print` prints the lines set.
let arguments = CommandLine.arguments.dropFirst()
let prints = arguments.contains("--print")
let numbers = arguments.compactMap { Int($0) }
guard let path = arguments.first(where: { !$0.hasPrefix("-") && Int($0) == nil }), let file = fopen(path, "r") else {
    print("usage: typesetting FILE [MEASURE] [--print]")
    exit(2)
}
let style = ParagraphStyle(measure: numbers.first ?? 76, firstIndent: 4)

var paragraphs: [String] = []
var line: UnsafeMutablePointer<CChar>?
var capacity = 0
while case let length = getline(&line, &capacity, file), length > 0 {
    let bytes = UnsafeRawBufferPointer(start: line, count: length - (line![length - 1] == 10 ? 1 : 0))
    paragraphs.append(String(decoding: bytes, as: UTF8.self))
}
let bytes = paragraphs.reduce(0) { $0 + $1.utf8.count + 1 }

var start = timespec()
clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start)
var lines = 0
for paragraph in paragraphs {
    let set = typeset(paragraph, style)
    lines += set.count
    if prints { for line in set { print(line.text) } }
}
var end = timespec()
clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end)
let seconds = Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
if !prints { print("\(bytes) bytes, \(lines) lines, \(seconds) s, \(Double(bytes) / seconds / 1e6) MB/s") }
