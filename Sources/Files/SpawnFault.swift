/// A program that could not be started, and the system's reason.
package struct SpawnFault: Error, Hashable, Sendable {
    /// The program as it was to be started.
    package var program: String
    /// The C library's `errno`.
    package var code: Int32

    /// A fault of a program, with the system's reason.
    package init(program: String, code: Int32) {
        self.program = program
        self.code = code
    }
}
