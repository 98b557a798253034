import Foundation

/// Runs a program to its end.
///
/// By posix_spawn and through files: a server that the program leaves behind would keep pipes open, and Foundation's
/// Process waiting.
@discardableResult
package func run(
    _ program: String, _ arguments: [String], input: Data? = nil, environment: [String: String]? = nil
) throws -> (status: Int32, output: String, error: String) {
    let folder = try TemporaryFolder()
    let files = ["input", "output", "error"].map { folder.appending(path: $0) }
    try (input ?? Data()).write(to: files[0])

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, files[0].path, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, files[1].path, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, files[2].path, O_WRONLY | O_CREAT, 0o600)

    let variables =
        environment.map { $0.merging(sanitizerVariables) { own, _ in own } } ?? ProcessInfo.processInfo.environment
    let argv = ([program] + arguments).map { strdup($0) } + [nil]
    let envp = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var pid: pid_t = 0
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A test's thread may have signals blocked, and what it starts would never be ended by one.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let code = posix_spawn(&pid, program, &actions, &attributes, argv, envp)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }

    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    // As the shell has it: the exit status, or 128 and the signal.
    let result = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return (result, text(of: files[1]), text(of: files[2]))
}

/// What sanitizers of the build are told, and what they name functions with.
package var sanitizerVariables: [String: String] {
    ProcessInfo.processInfo.environment.filter {
        $0.key.hasSuffix("SAN_OPTIONS") || $0.key.hasSuffix("SYMBOLIZER_PATH")
    }
}

/// What a file holds. Foundation's own reading leaks a buffer where that is nothing.
private func text(of file: URL) -> String {
    let descriptor = open(file.path, O_RDONLY)
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = read(descriptor, &piece, piece.count)
        guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
        bytes += piece[..<count]
    }
}
