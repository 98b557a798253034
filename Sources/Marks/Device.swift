import Files
import Glibc
import Newspaper

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
    package static func name(host: String, machine: String?, user: UInt32, stateFolder: FileName) -> String {
        let suffix =
            if let machine, machine.utf8.count >= 8 { digest(of: "\(machine) \(user)") } else { kept(in: stateFolder) }
        let end = "-\(suffix)\(MarkLog.suffix)"
        let logs = listFolder(stateFolder.appending("marks")).names.compactMap(\.text)
        let known = logs.filter { $0.hasSuffix(end) && !$0.hasPrefix(".") }.min()
        if let known { return String(known.dropLast(MarkLog.suffix.utf8.count)) }
        return "\(plain(host))-\(suffix)"
    }

    /// The name of the machine that this runs on.
    package static func nameHere(stateFolder: FileName) -> String {
        var host = [UInt8](repeating: 0, count: 256)
        host.withUnsafeMutableBytes { _ = gethostname($0.baseAddress!.assumingMemoryBound(to: CChar.self), 255) }
        let machine = ["/etc/machine-id", "/var/lib/dbus/machine-id"].lazy.compactMap { firstWord(of: FileName($0)) }
        return name(
            host: String(decoding: host.prefix { $0 != 0 }, as: UTF8.self), machine: machine.first, user: getuid(),
            stateFolder: stateFolder)
    }

    /// Letters, digits and hyphens of ASCII, at most 32; everything else can go wrong in some file system.
    private static func plain(_ host: String) -> String {
        let first = host.lowercased().utf8.prefix { $0 != UInt8(ascii: ".") }
        let kept = first.filter { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        return kept.isEmpty ? "device" : String(decoding: kept.prefix(32), as: UTF8.self)
    }

    /// A suffix from a hash of the text; the machine's identity cannot be read from it.
    private static func digest(of text: String) -> String {
        var hash = FNV1a()
        for byte in "broadsheet marks \(text)".utf8 { hash.add(byte) }
        return suffix(of: hash.value ^ hash.value >> 32)
    }

    /// The suffix in the state folder's file `device`, which is written where there is none.
    private static func kept(in stateFolder: FileName) -> String {
        let file = stateFolder.appending("device")
        if let suffix = readSuffix(file) { return suffix }
        let suffix = suffix(of: UInt64.random(in: 0...(.max)))
        do throws(FileFault) {
            try makeFolders(stateFolder)
            let draft = try FileDraft(replacing: file)
            try draft.write(Array("\(suffix)\n".utf8))
            // Of two processes that start at once, the second one gets the first one's.
            if try draft.placeIfNone() { return suffix }
            if let other = readSuffix(file) { return other }
            try draft.replace()
        } catch {}
        // Another process may have replaced it as well.
        return readSuffix(file) ?? suffix
    }

    private static func readSuffix(_ file: FileName) -> String? {
        guard let word = firstWord(of: file), word.utf8.count == suffixDigits else { return nil }
        return Base32.number(of: word.utf8) == nil ? nil : word
    }

    private static let suffixDigits = 8

    /// The last 40 bits of a number as eight digits in lower case, the least significant first.
    private static func suffix(of number: UInt64) -> String {
        let digits = Base32.digits(of: number, count: suffixDigits).reversed().map { $0 | 0x20 }
        return String(decoding: digits, as: UTF8.self)
    }

    /// The visible ASCII characters at a small file's beginning; nil where it cannot be read.
    private static func firstWord(of file: FileName) -> String? {
        guard let bytes = try? FileBytes.read(file, mayWait: false, limit: 4096), !bytes.isEmpty else { return nil }
        return String(decoding: bytes.prefix { $0 > 0x20 && $0 < 0x7F }, as: UTF8.self)
    }
}
