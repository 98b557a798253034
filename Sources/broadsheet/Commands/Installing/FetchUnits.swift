import Files

/// Units of systemd's user manager that have sources fetched every hour, once the reader enables the timer.
enum FetchUnits {
    /// Where they are below the prefix, and what is in them.
    ///
    /// - Parameter program: the installed program.
    static func all(program: FileName) -> [(place: String, text: String)] {
        [
            (
                "share/systemd/user/broadsheet-fetch.service",
                """
                [Unit]
                Description=Fetch what is followed in Broadsheet
                Documentation=man:broadsheet(1)

                [Service]
                Type=oneshot
                ExecStart=\(quoted(program)) fetch
                # One source that fails is no failure of the others.
                SuccessExitStatus=1
                Nice=10
                NoNewPrivileges=yes
                # \(InstalledFile.mark)

                """
            ),
            (
                "share/systemd/user/broadsheet-fetch.timer",
                """
                [Unit]
                Description=Fetch what is followed in Broadsheet every hour
                Documentation=man:broadsheet(1)

                [Timer]
                OnCalendar=hourly
                RandomizedDelaySec=10m
                Persistent=yes

                [Install]
                WantedBy=timers.target
                # \(InstalledFile.mark)

                """
            ),
        ]
    }

    /// A path as a word of a command line (systemd.service(5), systemd.syntax(7)).
    static func quoted(_ path: FileName) -> String {
        var word = "\""
        for byte in path.bytes {
            switch byte {
            case UInt8(ascii: "%"), UInt8(ascii: "$"):
                word.unicodeScalars.append(Unicode.Scalar(byte))
                word.unicodeScalars.append(Unicode.Scalar(byte))
            case 0x20, UInt8(ascii: "/"), UInt8(ascii: "-")...UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                word.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16)
                word += "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits
            }
        }
        return word + "\""
    }
}
