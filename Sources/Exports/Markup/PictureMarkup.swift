import Newspaper

/// How a picture of the web is written in a document that loads nothing.
enum PictureMarkup {
    /// As a link with these words where the picture has no description.
    case link(String)
    /// As a picture that stands for it, a file beside the document; where it is is said for those who may load it.
    case placeholder(String)

    /// Appends a figure.
    func append(_ block: Block, to text: inout XMLText) {
        let picture = block.illustration ?? Illustration()
        text.append("<figure>")
        if let address = picture.address {
            text.append("<a href=\"")
            text.append(text: address)
            text.append("\">")
        }
        switch self {
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
        if !block.text.isEmpty {
            text.append("<figcaption>")
            text.append(words: block)
            text.append("</figcaption>")
        }
        text.append("</figure>\n")
    }
}
