import CZlib

/// Gives minizip the bytes of an archive, a block at a time: it reads the directory byte by byte.
final class ZipBytes {
    private let access: any RandomAccess
    private var position = 0
    private var block: [UInt8] = []
    private var blockStart = 0

    private static let blockSize = 1 << 12

    init(_ access: any RandomAccess) { self.access = access }

    /// Opens the archive; nil where there is no directory of one. The bytes have to live as long as it is open.
    func open() -> unzFile? {
        var functions = zlib_filefunc64_def()
        functions.opaque = Unmanaged.passUnretained(self).toOpaque()
        functions.zopen64_file = { opaque, _, _ in opaque }
        functions.zread_file = { opaque, _, buffer, count in
            guard let buffer else { return 0 }
            return UInt(ZipBytes.from(opaque).read(UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))))
        }
        functions.ztell64_file = { opaque, _ in ZPOS64_T(ZipBytes.from(opaque).position) }
        functions.zseek64_file = { opaque, _, offset, origin in ZipBytes.from(opaque).seek(offset, origin) ? 0 : -1 }
        functions.zclose_file = { _, _ in 0 }
        functions.zerror_file = { _, _ in 0 }
        return unzOpen2_64(nil, &functions)
    }

    /// Whether there is a directory of no files, and nothing else.
    var isEmptyArchive: Bool {
        var start: [UInt8] = [0, 0, 0, 0]
        return start.withUnsafeMutableBytes { access.read(into: $0, at: 0) } == 4 && start == [0x50, 0x4B, 5, 6]
    }

    private static func from(_ opaque: UnsafeMutableRawPointer?) -> ZipBytes {
        Unmanaged<ZipBytes>.fromOpaque(opaque!).takeUnretainedValue()
    }

    private func seek(_ offset: ZPOS64_T, _ origin: Int32) -> Bool {
        let place = broadsheet_zip_place(Int64(position), Int64(access.size), offset, origin)
        guard place >= 0 else { return false }
        position = Int(place)
        return true
    }

    private func read(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        var done = 0
        while done < buffer.count {
            let offset = position - blockStart
            guard block.indices.contains(offset) else {
                let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
                if rest.count >= Self.blockSize {
                    let count = access.read(into: rest, at: position)
                    position += count
                    return done + count
                }
                guard fill() else { break }
                continue
            }
            let count = min(buffer.count - done, block.count - offset)
            block.withUnsafeBytes {
                (buffer.baseAddress! + done).copyMemory(from: $0.baseAddress! + offset, byteCount: count)
            }
            done += count
            position += count
        }
        return done
    }

    /// Reads the block that the position is in; false at the end.
    private func fill() -> Bool {
        blockStart = position
        block = [UInt8](unsafeUninitializedCapacity: min(Self.blockSize, max(0, access.size - position))) {
            buffer, count in
            count = access.read(into: UnsafeMutableRawBufferPointer(buffer), at: position)
        }
        return !block.isEmpty
    }
}
