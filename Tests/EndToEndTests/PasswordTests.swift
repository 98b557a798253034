import Foundation
import TestSupport
import Testing

private let hasPoppler = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftohtml")

/// What the program asks where a PDF does not open without a password.
@Suite(.enabled(if: Tmux.isThere && hasPoppler, "tmux or poppler-utils is not installed"), .serialized)
struct PasswordTests {
    private static let page = projectRoot.appending(path: "Tests/Fixtures/pdf/locked.pdf").path
    private static let question = "password of 'locked.pdf':"

    /// Types a command, and after it whether the terminal shows what is typed. The page is named from its own folder: the
    /// messages name it as it was named, and fit on a line wherever the project lies.
    private func start(_ arguments: String, in tmux: Tmux) throws {
        let folder = Self.page.split(separator: "/").dropLast().joined(separator: "/")
        try tmux.type(
            "cd '/\(folder)'; clear; \(Tmux.program) \(arguments) locked.pdf; echo status $?; stty -a | grep -o ' -*echo '"
        )
    }

    @Test func `the password is asked for before the screen, unseen, and again where it is wrong`() throws {
        let tmux = try Tmux(columns: 100, rows: 30)
        try start("", in: tmux)
        try tmux.wait(for: Self.question)
        try tmux.type("puffin")
        try tmux.wait(for: "wrong password; \(Self.question)")
        try tmux.type("gannet")
        let screen = try tmux.wait(for: "Walk-on passengers")
        #expect(!screen.contains("gannet"))
        try tmux.press("q")
        let end = try tmux.wait("the terminal as it was") { $0.contains("status 0\n echo") }
        #expect(!end.contains("gannet") && !end.contains("puffin"))
    }

    @Test func `after three wrong ones the program says why it does not read, and without one at once`() throws {
        let tmux = try Tmux(columns: 100, rows: 30)
        try start("list", in: tmux)
        for count in 1...3 {
            try tmux.wait("a question") { $0.components(separatedBy: Self.question).count == count + 1 }
            try tmux.type("puffin")
        }
        let screen = try tmux.wait("the terminal as it was") { $0.contains("status 1\n echo") }
        #expect(screen.contains("the password does not open it"))
        try start("list", in: tmux)
        try tmux.wait(for: Self.question)
        try tmux.press("Enter")
        try tmux.wait("the terminal as it was") { $0.contains("status 1\n echo") }
    }

    @Test func `Ctrl-C ends the program, and the terminal shows again what is typed`() throws {
        let tmux = try Tmux(columns: 100, rows: 30)
        try tmux.type("clear; \(Tmux.program) show \(Self.page)")
        try tmux.wait(for: Self.question)
        try tmux.press("C-c")
        try tmux.type("echo status $?; stty -a | grep -o ' -*echo '")
        try tmux.wait("the terminal as it was") { $0.contains("status 130\n echo") }
    }

    @Test func `nobody is asked where errors go elsewhere, or the password is given`() throws {
        let tmux = try Tmux(columns: 100, rows: 30)
        try start("list 2>\(tmux.folder.path)/errors", in: tmux)
        let screen = try tmux.wait("the status") { $0.contains("status 1\n echo") }
        #expect(!screen.contains(Self.question))
        let file = tmux.folder.appending(path: "password")
        try "puffin\n".write(to: file, atomically: true, encoding: .utf8)
        let wrong = try run(Tmux.program, ["list", "--password-file", file.path, Self.page])
        #expect(wrong.status == 1 && wrong.error.contains("the password does not open it"))
        try "gannet\n".write(to: file, atomically: true, encoding: .utf8)
        let right = try run(Tmux.program, ["show", "--password-file", file.path, Self.page])
        #expect(right.status == 0 && right.output.contains("Ferry fares rise"))
    }
}
