import CGumbo

/// Text that is in a page and that nobody sees.
extension HTMLTree {
    /// Words in an element's class or id that say that it is the text of the page, hidden until scripts have run.
    private static let textWords = ["content", "article", "entry", "post-body", "main"]

    /// Hides what styles hide in its place, unless it is the page's own text, which scripts show when they have run: what is
    /// named so, and what has more words than the rest.
    mutating func hideVeiled() {
        guard records.contains(where: \.isVeiled) else { return }
        var node = 0
        while node < nodes.count {
            let record = Int(nodes[node].record)
            guard record >= 0, records[record].isVeiled, !records[record].isHidden else {
                node += 1
                continue
            }
            let name = [value(.class, of: node), value(.id, of: node)].compactMap(\.self).joined(separator: " ")
            let isText =
                ElementTraits[nodes[node].tag!].contains(.block)
                && (ClassWords.has(Self.textWords, name.lowercased()) || nodes[node].text.count * 2 > text.count)
            if !isText { records[record].isHidden = true }
            node += 1
        }
    }

    /// Hides what the page's own style sheets take away. Never most of the text, nor a good part of it under the name of one:
    /// scripts show it when they have run.
    mutating func hideStyled(_ sheets: [Range<Int>]) {
        var rules = StyleRules()
        var left = StyleRules.mostBytes
        for sheet in sheets {
            rules.read(source[sheet].prefix(left))
            left -= min(left, sheet.count)
        }
        guard rules.hidesAny else { return }
        var hidden: [Int] = []
        var length = 0
        var node = 0
        while node < nodes.count {
            guard let tag = nodes[node].tag, !isHidden(node), isStyled(node, tag, rules) else {
                node += 1
                continue
            }
            hidden.append(node)
            length += nodes[node].text.count
            node = Int(nodes[node].end)
        }
        guard length * 2 <= text.count else { return }
        for node in hidden {
            if nodes[node].record < 0 {
                nodes[node].record = Int32(records.count)
                records.append(HTMLInput.Tag(offset: 0, attributes: 0..<0))
            }
            records[Int(nodes[node].record)].isHidden = true
        }
    }

    private func isHidden(_ node: Int) -> Bool { record(of: node)?.isHidden == true }

    /// Whether style sheets hide an element that may be hidden so.
    private func isStyled(_ node: Int, _ tag: GumboTag, _ rules: StyleRules) -> Bool {
        // What has no text of its own is dealt with elsewhere.
        guard ![GUMBO_TAG_HTML, GUMBO_TAG_HEAD, GUMBO_TAG_BODY, GUMBO_TAG_UNKNOWN].contains(tag),
            record(of: node)?.isShown != true
        else { return false }
        let classes = value(.class, of: node)
        let id = value(.id, of: node)
        guard rules.hide(String(cString: gumbo_normalized_tagname(tag)), id: id, classes: classes) else { return false }
        let name = [classes, id].compactMap(\.self).joined(separator: " ").lowercased()
        return nodes[node].text.count * 10 < text.count || !ClassWords.has(Self.textWords, name)
    }
}
