import TextDecoding

/// A text from a feed, through the sanitizer: JSON can spell out what the sanitizer takes from bytes.
func cleanText(_ text: String) -> String {
    var text = text
    return text.withUTF8 { TextDecoder.read($0).text }
}

/// The same of a text of one line.
func cleanLine(_ text: String) -> String { TextDecoder.line(text) }

/// The same of what is compared and handed on but not set as text: an id, an address.
func cleanName(_ text: String) -> String { TextDecoder.clean(text) }
