import Newspaper

/// How a picture of the web is written; a document that is read by itself loads nothing.
enum PictureMarkup {
    /// As itself, for programs that load what they show.
    case picture
    /// As a link with these words where the picture has no description.
    case link(String)
    /// As a picture that stands for it, a file beside the document; where it is is said for those who may load it.
    case placeholder(String)

    /// Appends a figure.
    func append(_ block: Block, to text: inout XMLText) {
        let picture = block.illustration ?? Illustration()
        text.append("<figure>")
        if case .picture = self {
            text.append(picture)
            appendCaption(block, to: &text)
            return
        }
        if let address = picture.address {
            text.append("<a href=\"")
            text.append(text: address)
            text.append("\">")
        }
        switch self {
        case .picture: break
        case .link(let words): if picture != Illustration() { text.append(text: picture.description ?? words) }
        case .placeholder(let file):
            text.append("<img src=\"\(file)\"")
            if let address = picture.address {
                text.append(" data-src=\"")
                text.append(text: address)
                text.append("\"")
            }
            text.append(" alt=\"")
            text.append(text: picture.description ?? "")
            text.append("\"/>")
        }
        if picture.address != nil { text.append("</a>") }
        appendCaption(block, to: &text)
    }

    private func appendCaption(_ block: Block, to text: inout XMLText) {
        if !block.text.isEmpty {
            text.append("<figcaption>")
            text.append(words: block)
            text.append("</figcaption>")
        }
        text.append("</figure>\n")
    }
}

extension XMLText {
    /// Appends a picture of the web.
    fileprivate mutating func append(_ picture: Illustration) {
        append("<img")
        for (name, value) in [("src", picture.address), ("alt", picture.description)] {
            guard let value else { continue }
            append(" \(name)=\"")
            append(text: value)
            append("\"")
        }
        append("/>")
    }
}
