import Newspaper

extension Block {
    /// What its words lead to, in their order.
    package var links: [Link] {
        spans.compactMap { span in
            guard case .link(let address) = span.kind else { return nil }
            return Link(address)
        }
    }
}
