import Newspaper

extension Drawing {
    /// With what something else hides: the side of a frame that a bar is in front of, and bars of which heavy letters leave no more
    /// than what is above and below them.
    func withHidden(_ body: BodyStyle) -> Drawing {
        Drawing(
            across: across, down: down, pictures: pictures, frames: frames + framesBehindBars(body),
            bars: bars + barsBehindLetters(body))
    }

    /// Frames that reach from a bar down the page to a rule that is as high.
    private func framesBehindBars(_ body: BodyStyle) -> [Box] {
        bars.filter { $0.height > 2.5 * $0.width }.compactMap { bar in
            let rule = down.filter {
                abs($0.top - bar.top) < 3 && abs($0.bottom - bar.bottom) < 3 && $0.left > bar.right + 8 * body.size
            }.min { $0.left < $1.left }
            guard let frame = rule?.union(bar) else { return nil }
            let isKnown = frames.contains { $0.covers(0.8, of: frame) && $0.width < 1.2 * frame.width }
            return isKnown ? nil : frame
        }
    }

    /// Bars of which two rules are seen, one right below the other.
    private func barsBehindLetters(_ body: BodyStyle) -> [Box] {
        across.filter { $0.height > 0.2 * body.size }.flatMap { top in
            across.filter { bottom in
                bottom.top - top.bottom > 0.6 * body.size && bottom.bottom - top.top < 2.5 * body.size
                    && abs(top.left - bottom.left) < 1.5 && abs(top.right - bottom.right) < 1.5
            }.map { $0.union(top) }
        }.filter { bar in !bars.contains { $0.covers(0.25, of: bar) } }
    }
}

extension Box {
    /// Whether so much of another box's area is within it.
    fileprivate func covers(_ part: Double, of other: Box) -> Bool {
        sharedWidth(with: other) * sharedHeight(with: other) > part * other.width * other.height
    }
}
