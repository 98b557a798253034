import Files
import Localization
import Sources

/// The editions that paths lead to, found by their names, none of them read.
struct Shelf: Sendable {
    /// In the order of the paths, those of a folder of editions in the order of their names; files that were named one after
    /// another are pages of one edition, the last.
    private(set) var editions: [ShelvedEdition] = []
    /// Those that are read first: all, but of a folder of editions the latest alone.
    private(set) var latest: [ShelvedEdition] = []
    /// What is wrong with the paths.
    private(set) var faults: [String] = []
    /// The files that were named one by one.
    private(set) var loose: [FileName] = []

    /// The name of the edition that is built in.
    static let sample = "sample"

    init() {}

    /// Where `progress` says to stop, what was found until then.
    ///
    /// `onlyLatest`: whether the latest is enough, so that a long row of editions need not be looked through.
    init(paths: [String], _ texts: Localization, onlyLatest: Bool = false, progress: Progress? = nil) {
        if paths.isEmpty { add([ShelvedEdition(.held(Self.sample))]) }
        var count = 0
        for path in paths {
            if onlyLatest, let folder = EditionFinder.latest(in: path) {
                add([ShelvedEdition(.folder(folder))])
                continue
            }
            do throws(LoadFault) {
                let found = try EditionFinder.find(path, keepsFound: true) { _ in
                    count += 1
                    return progress?.tell(.finding(count)) ?? true
                }
                switch found {
                case .standardInput: loose.append(FileName("-"))
                case .page(let file): loose.append(file)
                case .edition(let folder): add([ShelvedEdition(.folder(folder))])
                case .archive(_, let folders): add(folders.map { ShelvedEdition(.folder($0)) }, isArchive: true)
                case .feed(let file): add([ShelvedEdition(.feed(file))])
                }
            } catch {
                faults.append(texts.words(for: error))
            }
        }
        guard !loose.isEmpty else { return }
        let canBeReadAgain = !loose.contains(FileName("-"))
        add([ShelvedEdition(canBeReadAgain ? .files(loose) : .held(loose[0].shown))])
    }

    private mutating func add(_ found: [ShelvedEdition], isArchive: Bool = false) {
        editions += found
        latest += isArchive ? found.suffix(1) : found[...]
    }
}
