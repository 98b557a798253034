import Files
import Glibc

/// The name under which a machine writes its marks: the host's, and a suffix that no other machine has.
///
/// The suffix is made from the machine's own identity and the user's number, so that it is the same in every run, and
/// another on a machine of the same name; it does not travel when the state folder is copied. A machine without an identity
/// (a container) keeps a random suffix in the file `device` of the state folder. A host that is renamed stays on its log.
package enum Device {
    /// - Parameters:
    ///   - host: the host's name, as gethostname gives it.
    ///   - machine: what tells the machine from all others, as in /etc/machine-id; nil or empty where nothing does.
    ///   - stateFolder: the folder above the one of the logs.
    package static func name(host: String, machine: String?, user: UInt32, stateFolder: String) -> String {
        let suffix =
            if let machine, machine.utf8.count >= 8 { digest(of: "\(machine) \(user)") } else { kept(in: stateFolder) }
        let end = "-\(suffix)\(MarkLog.suffix)"
        let logs = listFolder(FileName("\(stateFolder)/marks")).names.compactMap(\.text)
        let known = logs.filter { $0.hasSuffix(end) && !$0.hasPrefix(".") }.min()
        if let known { return String(known.dropLast(MarkLog.suffix.count)) }
        return "\(plain(host))-\(suffix)"
    }

    /// The name of the machine that this runs on.
    package static func nameHere(stateFolder: String) -> String {
        var host = [UInt8](repeating: 0, count: 256)
        host.withUnsafeMutableBytes { _ = gethostname($0.baseAddress!.assumingMemoryBound(to: CChar.self), 255) }
        let machine = ["/etc/machine-id", "/var/lib/dbus/machine-id"].lazy.compactMap(firstLine).first
        return name(
            host: String(decoding: host.prefix { $0 != 0 }, as: UTF8.self), machine: machine, user: getuid(),
            stateFolder: stateFolder)
    }

    /// Letters, digits and hyphens of ASCII, at most 32; everything else can go wrong in some file system.
    private static func plain(_ host: String) -> String {
        let first = host.lowercased().utf8.prefix { $0 != UInt8(ascii: ".") }
        let kept = first.filter { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        return kept.isEmpty ? "device" : String(decoding: kept.prefix(32), as: UTF8.self)
    }

    /// Eight digits of base 32 of the text's FNV-1a; the machine's identity is not to be read from it.
    private static func digest(of text: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in "broadsheet marks \(text)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return digits(hash ^ hash >> 32)
    }

    private static func kept(in stateFolder: String) -> String {
        let path = "\(stateFolder)/device"
        if let suffix = suffix(at: path) { return suffix }
        let suffix = digits(UInt64.random(in: 0...(.max)))
        let draft = "\(path).\(getpid())"
        guard (try? makeFolders(stateFolder)) != nil else { return suffix }
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return suffix }
        let isWritten = Array("\(suffix)\n".utf8).withUnsafeBytes { writeOnce(descriptor, $0) == $0.count }
        close(descriptor)
        defer { unlink(draft) }
        // Of two processes that start at once, the second takes the first one's.
        guard isWritten, link(draft, path) != 0 else { return suffix }
        if let other = Self.suffix(at: path) { return other }
        rename(draft, path)
        return suffix
    }

    private static func suffix(at path: String) -> String? {
        guard let line = firstLine(path), line.utf8.count == 8 else { return nil }
        return line.utf8.allSatisfy { Base32.value(of: $0) < 32 } ? line : nil
    }

    private static func digits(_ value: UInt64) -> String {
        let text = (0..<8).map { Base32.digit(UInt8(truncatingIfNeeded: value >> UInt64($0 * 5)) & 31) | 0x20 }
        return String(decoding: text, as: UTF8.self)
    }

    private static func firstLine(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = read(descriptor, &bytes, bytes.count)
        guard count > 0 else { return nil }
        return String(decoding: bytes.prefix(count).prefix { $0 > 0x20 && $0 < 0x7F }, as: UTF8.self)
    }
}
