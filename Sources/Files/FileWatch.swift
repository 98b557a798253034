import Glibc
package final class FileWatch {
    private var paths: [FileName] = []
    private var known: [FileName: FileIdentity?] = [:]
    package init() {}
    package var descriptor: Int32? { nil }
    package var pollInterval: Int32? { 500 }
    package func watch(_ wanted: [FileName]) { for p in wanted where known[p] == nil { known[p] = FileIdentity(p) }; paths = wanted }
    package func changes() -> [FileName] { paths.filter { path in let now = FileIdentity(path); let before = known[path] ?? nil; known[path] = now; return before != now } }
}
