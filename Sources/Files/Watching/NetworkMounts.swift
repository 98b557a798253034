import Glibc

/// The file systems of this machine that other machines change as well: of those changes the kernel reports nothing.
struct NetworkMounts {
    private var devices: Set<Device> = []

    private struct Device: Hashable {
        var major, minor: UInt64
    }

    private static let types = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "coda", "lustre", "ncpfs", "prl_fs", "vboxsf",
        "virtiofs", "vmhgfs",
    ]

    /// - Parameter table: the mounts, in the form of `/proc/self/mountinfo` (proc(5)); without one there is no such file
    ///   system.
    init(table: [UInt8]) {
        var start = 0
        while start < table.count {
            let end = table[start...].firstIndex(of: UInt8(ascii: "\n")) ?? table.count
            if Self.isShared(table[start..<end]), let device = Self.device(table[start..<end]) {
                devices.insert(device)
            }
            start = end + 1
        }
    }

    /// Whether the file system in a line of the table, whose type follows ` - `, is one of those.
    private static func isShared(_ line: ArraySlice<UInt8>) -> Bool {
        let (space, dash) = (UInt8(ascii: " "), UInt8(ascii: "-"))
        var place = line.startIndex
        while place + 3 < line.endIndex, line[place] != space || line[place + 1] != dash || line[place + 2] != space {
            place += 1
        }
        let type = line[min(place + 3, line.endIndex)...].prefix { $0 != space }
        return type.starts(with: "fuse.".utf8) || types.contains { type.elementsEqual($0.utf8) }
    }

    /// The device in a line of the table, its third field.
    private static func device(_ line: ArraySlice<UInt8>) -> Device? {
        let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 3).map { String(decoding: $0, as: UTF8.self) }
        guard fields.count > 3, fields[0] != "-", fields[1] != "-" else { return nil }
        let numbers = fields[2].split(separator: ":").compactMap { UInt64($0) }
        return numbers.count == 2 ? Device(major: numbers[0], minor: numbers[1]) : nil
    }

    static func current() -> NetworkMounts {
        let table = FileName("/proc/self/mountinfo")
        return NetworkMounts(table: (try? FileBytes.read(table, mayWait: false, limit: 1 << 24)) ?? [])
    }

    func contains(_ status: FileStatus) -> Bool {
        if devices.isEmpty { return false }
        let device = UInt64(status.identity.device)
        // As gnu_dev_major and gnu_dev_minor part it.
        return devices.contains(
            Device(
                major: device >> 8 & 0xFFF | device >> 32 & ~0xFFF,
                minor: device & 0xFF | device >> 12 & ~0xFF & 0xFFFF_FFFF))
    }
}
