import CGumbo

/// Lists and tables.
extension BlockWalk {
    mutating func beginList(_ numbering: ListNumbering?, _ closings: inout Closings) {
        let depth = containers.count { if case .list = $0 { true } else { false } }
        beginContainer(.list(numbering, depth: depth), &closings)
    }

    func items(of list: Int) -> Int {
        var (node, count) = (list + 1, 0)
        while node < tree.nodes[list].end {
            if tree.nodes[node].tag == GUMBO_TAG_LI { count += 1 }
            node = Int(tree.nodes[node].end)
        }
        return count
    }

    mutating func beginItem(_ node: Int, _ closings: inout Closings) {
        guard tables == 0, captions == 0 else { return }
        if case .list(var numbering?, let depth)? = containers.last {
            mark = numbering.mark(value: tree.value(.value, of: node).flatMap { Int($0) })
            containers[containers.count - 1] = .list(numbering, depth: depth)
        } else if case .list(_, let depth)? = containers.last {
            mark = ["•", "◦", "▪"][min(depth, 2)]
        } else {
            // An item without a list is one all the same.
            beginContainer(.list(nil, depth: 0), &closings)
            mark = "•"
        }
        closings.insert(.item)
    }

    /// A definition goes on with its term.
    mutating func beginDefinition(_ closings: inout Closings) {
        guard tables == 0, captions == 0 else { return }
        guard case .list? = containers.last else { return beginContainer(.list(nil, depth: 0), &closings) }
    }

    mutating func beginCell(_ node: Int) {
        for _ in 0..<row.begin(width: span(.colspan, of: node), height: span(.rowspan, of: node)) {
            writer.appendSeparator(0x09)
        }
    }

    private func span(_ attribute: HTMLAttribute, of node: Int) -> Int {
        tree.value(attribute, of: node).flatMap { Int($0) } ?? 1
    }

    mutating func addCaption(of table: Int) {
        var node = table + 1
        while node < tree.nodes[table].end, tree.nodes[node].tag != GUMBO_TAG_CAPTION {
            node = Int(tree.nodes[node].end)
        }
        guard node < tree.nodes[table].end else { return }
        let text = tree.nodes[node].text
        tree.text.withUnsafeBufferPointer {
            writer.append(UnsafeBufferPointer(rebasing: $0[Int(text.lowerBound)..<Int(text.upperBound)]))
        }
        endBlock()
    }
}
