import Glibc
import Jobs
import Testing

struct JobsTests {
    @Test func `events arrive in the order in which a job sent them`() {
        let jobs = Jobs<Int>()
        jobs.start { _, send in for number in 0..<1000 { send(number) } }
        var received: [Int] = []
        while received.count < 1000 { received += jobs.wait(milliseconds: 10_000) }
        #expect(received == Array(0..<1000))
    }

    @Test func `the descriptor is ready while events wait, and not after they were received`() {
        let jobs = Jobs<String>()
        var ready = pollfd(fd: jobs.descriptor, events: Int16(POLLIN), revents: 0)
        #expect(poll(&ready, 1, 0) == 0)
        jobs.send("one")
        #expect(poll(&ready, 1, 1000) == 1)
        #expect(jobs.receive() == ["one"])
        #expect(poll(&ready, 1, 0) == 0)
        #expect(jobs.receive() == [])
    }

    @Test func `more events than a pipe holds are not lost and block nobody`() {
        let jobs = Jobs<Int>()
        for number in 0..<200_000 { jobs.send(number) }
        #expect(jobs.receive().count == 200_000)
    }

    @Test func `a cancelled job learns of it at its next report, and may go on with what it has`() {
        let jobs = Jobs<Bool>()
        let job = jobs.start { job, send in
            while job.progress.report(.init(.reading, 3, of: 9)) { usleep(1000) }
            job.progress.resume()
            send(job.progress.report(.init(.parsing)))
        }
        job.cancel()
        #expect(jobs.wait(milliseconds: 10_000) == [true])
        #expect(job.progress.step == .init(.parsing))
    }

    @Test func `waiting ends when its time is over`() {
        let jobs = Jobs<Int>()
        let start = monotonicNow()
        #expect(jobs.wait(milliseconds: 30) == [])
        #expect(monotonicNow() - start >= 30)
    }
}
