import Files
import Glibc
import Marks
import Newspaper

// usage: MarkWriter FOLDER DEVICE FIRST COUNT COMPACT-EVERY [nobody] [nolinks] [limit=BYTES]
//
// Makes the marks FIRST … FIRST + COUNT - 1, and says so after each that is saved: eight bytes on standard output.
// nobody: gives up the rights of root first. nolinks: as in a file system without hard links. limit: no file may grow beyond. What could not be saved is told on standard
// error at the end: the operation, errno, and how many marks.
let arguments = CommandLine.arguments
guard arguments.count >= 6, let first = Int(arguments[3]), let count = Int(arguments[4]), let every = Int(arguments[5])
else { exit(2) }

for option in arguments.dropFirst(6) {
    if option == "nobody", getuid() == 0 {
        guard setgid(65534) == 0, setuid(65534) == 0 else { exit(2) }
    } else if option.hasPrefix("limit="), let bytes = rlim_t(option.dropFirst(6)) {
        signal(SIGXFSZ, SIG_IGN)
        var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
        guard setrlimit(__rlimit_resource_t(UInt32(RLIMIT_FSIZE.rawValue)), &limit) == 0 else { exit(2) }
    }
}

let log = MarkLog.load(folder: FileName(arguments[1]), device: arguments[2])
log.usesLinks = !arguments.contains("nolinks")
for number in first..<first + count {
    let (story, mark) = numbered(number)
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    log.mark(story, mark, now: Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000)
    if log.unsaved == 0 {
        var saved = number
        write(1, &saved, 8)
    }
    if every > 0, number % every == every - 1 { _ = try? log.compact() }
}
log.finish()
if let fault = log.saveFault {
    let words = "\(fault.operation) \(fault.code) \(log.unsaved)\n"
    _ = words.utf8.withContiguousStorageIfAvailable { write(2, $0.baseAddress, $0.count) }
}
exit(log.unsaved == 0 ? 0 : 1)

/// The mark of that number; of three kinds, each of another story.
func numbered(_ number: Int) -> (StoryID, Mark) {
    let story = StoryID(UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
    switch number % 3 {
    case 0: return (story, .read)
    case 1: return (story, .star)
    default: return (story, .place(ReadingPlace(block: number % 50, character: number % 999, anchor: 7)))
    }
}
