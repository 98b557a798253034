import Testing
import TextDecoding

struct PercentEncodingTests {
    @Test(arguments: [
        ("a%20b%2", "a b%2"), ("%zz%%41", "%zz%A"), ("%e7%81%AF", "灯"), ("%", "%"), ("", ""), ("%4", "%4"),
    ])
    func `two digits behind a percent sign are a byte, and other signs stay`(text: String, plain: String) {
        #expect(PercentEncoding.decode(text.utf8) == Array(plain.utf8))
    }
}
