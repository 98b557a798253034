import Files
import Foundation
import Marks
import Newspaper
import TestSupport
import Testing

/// 2025-01-01.
let newYear: Int64 = 1_735_689_600_000

func story(_ number: Int) -> StoryID { StoryID(UInt64(number) &* 0x9E37_79B9_7F4A_7C15) }

/// The mark that MarkWriter makes of that number.
func numbered(_ number: Int) -> Mark {
    switch number % 3 {
    case 0: .read
    case 1: .star
    default: .place(ReadingPlace(block: number % 50, character: number % 999, anchor: 7))
    }
}

/// The lines of the first marks of MarkWriter, made a second apart.
func lines(_ numbers: Range<Int>) -> [[UInt8]] {
    numbers.map { number in
        var marks = MarkTable()
        marks.apply(
            MarkEvent(time: newYear + Int64(number) * 1000, story: story(number), mark: numbered(number)), from: "x")
        return marks.log
    }
}

/// Whether the mark of that number stands.
func stands(_ number: Int, in marks: MarkTable) -> Bool {
    let state = marks.state(of: story(number))
    switch numbered(number) {
    case .read: return state.isRead
    case .star: return state.isStarred
    case .place(let place): return state.place == place
    default: return false
    }
}

/// A run of MarkWriter.
struct Writer {
    private let process: pid_t
    /// Where its two outputs go.
    private let folder: TemporaryFolder

    init(_ arguments: [String]) throws {
        let here = URL(filePath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        let candidates = [here, URL(filePath: CommandLine.arguments[0])].map {
            $0.deletingLastPathComponent().appending(path: "MarkWriter").path
        }
        let program = try #require(candidates.first { FileManager.default.isExecutableFile(atPath: $0) })

        folder = try TemporaryFolder()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_addopen(&actions, 1, folder.path + "/out", O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, folder.path + "/err", O_WRONLY | O_CREAT, 0o600)
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        var child: pid_t = 0
        let outcome = posix_spawn(&child, program, &actions, nil, &words, environ)
        words.forEach { free($0) }
        posix_spawn_file_actions_destroy(&actions)
        try #require(outcome == 0)
        process = child
    }

    /// Returns once it has said that a mark is saved, or after ten seconds.
    func waitForFirstMark() {
        let path = folder.path + "/out"
        var status = stat()
        for _ in 0..<50_000 {
            if stat(path, &status) == 0, status.st_size > 0 { return }
            usleep(200)
        }
    }

    func kill() { Foundation.kill(process, SIGKILL) }

    /// The numbers of the marks that it said were saved, its exit code (-1: killed) and what it wrote to standard error.
    func finish() -> (saved: [Int], code: Int32, errors: String) {
        var status: Int32 = 0
        waitpid(process, &status, 0)
        let numbers = folder.bytes(of: "out").withUnsafeBytes { bytes in
            (0..<bytes.count / 8).map { bytes.loadUnaligned(fromByteOffset: $0 * 8, as: Int.self) }
        }
        let errors = String(decoding: folder.bytes(of: "err"), as: UTF8.self)
        return (numbers, status & 0x7F == 0 ? status >> 8 & 0xFF : -1, errors)
    }
}
