import Settings
import Testing

struct SettingValueTests {
    @Test(arguments: [
        (SettingValue.boolean(true), "true"), (.integer(-3), "-3"), (.strings([]), "[]"),
        (.strings(["q", "\""]), #"["q", "\""]"#), (.string("a\\b\"c\n报"), #""a\\b\"c\u000A报""#),
    ])
    func `values are written as TOML has them`(value: SettingValue, toml: String) { #expect(value.toml == toml) }
}
