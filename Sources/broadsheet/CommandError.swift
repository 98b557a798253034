/// Why a command cannot go on.
struct CommandError: Error {
    /// What is wrong and what to do, in the interface's language; more than one line where several things are.
    var message: String
    /// The exit status: 1 where input could not be read, 2 for an invalid command line.
    var status: Int32

    init(_ message: String, status: Int32 = 1) {
        self.message = message
        self.status = status
    }
}
