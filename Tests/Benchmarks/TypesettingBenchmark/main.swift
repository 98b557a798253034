import Glibc

import Typesetting

// Sets every line of a file as a paragraph and says how fast; or with
//   --print    prints the lines set,
//   --figures  says which part of the lines end flush, by measure, before and after they are justified,
//   --jump     takes the file as one paragraph, and says how long its last screen takes.
let arguments = CommandLine.arguments.dropFirst()
let measure = arguments.compactMap { Int($0) }.first ?? 76
guard let path = arguments.first(where: { !$0.hasPrefix("-") && Int($0) == nil }), let file = fopen(path, "r") else {
    print("usage: TypesettingBenchmark FILE [MEASURE] [--print | --figures | --jump]")
    exit(2)
}

var paragraphs: [String] = []
var line: UnsafeMutablePointer<CChar>?
var capacity = 0
while case let length = getline(&line, &capacity, file), length > 0 {
    let bytes = UnsafeRawBufferPointer(start: line, count: length - (line![length - 1] == 10 ? 1 : 0))
    paragraphs.append(String(decoding: bytes, as: UTF8.self))
}
let bytes = paragraphs.reduce(0) { $0 + $1.utf8.count + 1 }

/// Processor time of this process, in seconds.
func processorTime() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

/// How many lines but the last of their paragraphs there are, and how many reach the measure or hang beyond it.
@MainActor
func flush(_ style: ParagraphStyle) -> (lines: Int, flush: Int) {
    var found = (lines: 0, flush: 0)
    for line in paragraphs.lazy.flatMap({ typeset($0, style) }) where !line.endsParagraph {
        found.lines += 1
        if line.cells >= style.measure { found.flush += 1 }
    }
    return found
}

let style = ParagraphStyle(measure: measure, firstIndent: 4)
if arguments.contains("--print") {
    for paragraph in paragraphs { for line in typeset(paragraph, style) { print(line.text) } }
} else if arguments.contains("--figures") {
    for measure in [20, 24, 28, 36, 40, 48, 60, 76] {
        let before = flush(ParagraphStyle(measure: measure, firstIndent: 4, alignment: .ragged))
        let after = flush(ParagraphStyle(measure: measure, firstIndent: 4))
        print(measure, before, after, 100 * before.flush / before.lines, 1000 * after.flush / after.lines)
    }
} else if arguments.contains("--jump") {
    let story = paragraphs.joined()
    let start = processorTime()
    let textLayout = TextLayout([TextLayout.Paragraph(story, style)])
    let screen = textLayout.lines(from: textLayout.lastScreen(height: 40), count: 40)
    print("\(story.utf8.count) bytes, last \(screen.count) lines in \((processorTime() - start) * 1000) ms")
} else {
    let start = processorTime()
    let lines = paragraphs.reduce(0) { $0 + typeset($1, style).count }
    let seconds = processorTime() - start
    print("\(bytes) bytes, \(lines) lines, \(seconds) s, \(Double(bytes) / seconds / 1e6) MB/s")
}
