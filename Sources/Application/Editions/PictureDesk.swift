import Jobs
import Newspaper
import Screen
import Sources

/// Has the pictures drawn that the reader waits for, beside the loop.
struct PictureDesk {
    private let loader: any EditionLoading
    /// What is being drawn.
    private var running: [PrintedPicture: Job] = [:]

    /// Pictures that are drawn at a time.
    private static let atOnce = 2

    init(_ loader: any EditionLoading) { self.loader = loader }

    /// Draws these pictures, the first ones first, and no others. The reader asks again when one of them has come.
    mutating func draw(_ wanted: [PrintedPicture], _ application: Application) {
        for (picture, job) in running where !wanted.contains(picture) {
            job.cancel()
            running[picture] = nil
        }
        let (loader, editions) = (loader, application.editions.open)
        let longestSide = application.state.pictureDisplay.longestSide
        for picture in wanted where running[picture] == nil && running.count < Self.atOnce {
            running[picture] = application.jobs.start { job, send in
                let bitmap = loader.bitmap(of: picture, in: editions, longestSide: longestSide) {
                    !job.progress.isCancelled
                }
                send { application in
                    guard application.pictures.running[picture] === job else { return }
                    application.pictures.running[picture] = nil
                    application.send(.picture(picture, bitmap))
                }
            }
        }
    }
}

extension PictureDisplay {
    /// Pixels that a picture need have across and down: several for each half block, so that their means are true.
    fileprivate var longestSide: Int { means == .graphics ? 960 : 320 }
}
