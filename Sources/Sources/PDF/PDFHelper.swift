import Files
import Glibc
import Jobs

/// A program that reads a PDF in a process of its own, beside others: what goes wrong there harms nobody here. It ends with the
/// value.
final class PDFHelper {
    private let child: ChildProcess
    private let output: MemoryDescriptor
    private let errors: MemoryDescriptor
    private let limit: Int
    private let end: Int64
    private var ending: ChildProcess.End?

    /// - Parameters:
    ///   - file: the PDF, its standard input: no name of a file reaches its command line.
    ///   - path: what the file is called in a fault.
    ///   - limit: bytes that it may write.
    ///   - processorSeconds: of processor time that it may take; nil for as many as it may run.
    init(
        _ command: [String], file: MemoryDescriptor, path: String, _ limits: PDFReader.Limits, limit: Int,
        processorSeconds: Int? = nil
    ) throws(SourceFault) {
        self.limit = limit
        output = try MemoryDescriptor([], path: path)
        errors = try MemoryDescriptor([], path: path)
        end = monotonicNow() + Int64(limits.seconds) * 1000
        do throws(SpawnFault) {
            child = try ChildProcess(
                command, input: .descriptor(file.descriptor), output: .descriptor(output.descriptor),
                errors: .descriptor(errors.descriptor))
        } catch {
            throw .extraction(path: path, error.code == ENOENT ? .noExtractor : .damaged)
        }
        child.becomeHelper(memory: limits.memory, file: limit, seconds: processorSeconds ?? limits.seconds + 1)
    }

    deinit {
        guard !hasEnded else { return }
        kill(child.id, SIGKILL)
        _ = child.wait()
    }

    /// Whether it has ended; to be asked again and again. What takes too long, or writes too much, is ended.
    var hasEnded: Bool {
        if ending == nil { ending = child.poll() }
        // Its limits came when it ran already.
        if ending == nil, monotonicNow() >= end || output.size > limit {
            kill(child.id, SIGKILL)
            ending = child.wait()
        }
        return ending != nil
    }

    /// Whether it was ended because it took more time, memory or room than it may.
    var isTooLarge: Bool {
        [.signalled(SIGKILL), .signalled(SIGXFSZ), .signalled(SIGXCPU)].contains(ending) || output.size >= limit
    }

    /// What it has written.
    var bytes: [UInt8] { output.bytes(atMost: limit) }

    /// What it has said of errors.
    var said: String { String(decoding: errors.bytes(atMost: 1 << 16), as: UTF8.self) }

    /// Waits for its end; false where that was not to be waited for.
    func wait(while goesOn: () -> Bool) -> Bool {
        while !hasEnded {
            guard goesOn() else { return false }
            usleep(500)
        }
        return true
    }
}
