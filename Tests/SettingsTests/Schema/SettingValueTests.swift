import Settings
import Testing

struct SettingValueTests {
    @Test(arguments: [
        (SettingValue.boolean(true), "true"), (.integer(-3), "-3"), (.strings([]), "[]"),
        (.strings(["q", "\""]), #"["q", "\""]"#), (.string("a\\b\"c\n报"), #""a\\b\"c\u000A报""#),
        (.string("\u{85}\u{9B}31m\u{202E}\u{200B}\u{AD}\u{C}"), #""\u0085\u009B31m\u202E\u200B\u00AD\u000C""#),
        (.strings(["\u{E0001}𠮷"]), #"["\U000E0001𠮷"]"#),
    ])
    func `values are written as TOML has them`(value: SettingValue, toml: String) { #expect(value.toml == toml) }
}
