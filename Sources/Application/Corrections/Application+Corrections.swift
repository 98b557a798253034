import Newspaper
import Reader

/// What the reader says about lines of pages: written down, and applied.
extension Application {
    /// Writes down what the reader says about a line, and has the open editions read with it.
    func correct(_ line: LineAddress, _ ruling: LineRuling?) {
        corrections.add(line, ruling)
        writeCorrections()
    }

    /// One after another: each is added to what the file holds.
    private func writeCorrections() {
        guard let work = corrections.begin() else { return }
        startAwaited { _, send in
            let fault = work()
            send { application in
                application.corrections.finish()
                if let fault {
                    application.say(application.state.texts(.correctionNotSaved, fault.path, fault.reason))
                } else {
                    application.editions.correct(application)
                }
                application.writeCorrections()
            }
        }
    }

    /// Marks follow stories whose words have changed with a correction.
    func follow(_ succession: StorySuccession) {
        let changes = marks.follow(succession)
        if !changes.isEmpty { keep(changes, of: state.stories) }
    }
}
