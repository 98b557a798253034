import Glibc

/// The file systems of this machine that other machines change as well: of those changes the kernel reports nothing.
struct NetworkMounts {
    private var devices: Set<Device> = []

    private struct Device: Hashable {
        var major, minor: UInt64
    }

    private static let types: Set<String> = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "coda", "lustre", "ncpfs", "prl_fs", "vboxsf",
        "virtiofs", "vmhgfs",
    ]

    /// - Parameter table: the mounts, in the form of `/proc/self/mountinfo` (proc(5)); without one there is no such file
    ///   system.
    init(table: [UInt8]) {
        for line in table.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
            guard let end = fields.firstIndex(of: "-"), end > 2, end + 1 < fields.count else { continue }
            let type = fields[end + 1]
            guard Self.types.contains(type) || type.hasPrefix("fuse.") else { continue }
            let numbers = fields[2].split(separator: ":").compactMap { UInt64($0) }
            if numbers.count == 2 { devices.insert(Device(major: numbers[0], minor: numbers[1])) }
        }
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
