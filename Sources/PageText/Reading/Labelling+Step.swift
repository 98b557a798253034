/// One line more behind a way.
extension Labelling {
    /// The way with one more line, and what following and joining cost; nil where the line cannot stand there.
    @inline(__always)
    func step(_ way: Way, _ standing: Standing, _ label: Label, _ place: Place) -> Way? {
        let at = place.at
        var cost = Following.cost(
            way.label, label, place.line, after: place.previous, nextGap: place.nextGap, way.situation, shape)
        guard cost < 100 else { return nil }
        var result = way
        result.label = label
        var situation = way.situation
        let isWaiting = standing.isWaiting
        let last = Int(way.last)
        switch label {
        case .more:
            guard isWaiting, last >= 0 else { return nil }
            let isDown = place.line.clues.contains(.downwards) && lines[last].clues.contains(.downwards)
            let crossed = last != at - 1 || place.line.gap > shape.gap
            if !isDown {
                cost += joins.join(
                    lines[last], place.line, depth: way.opened, isFull: standing.isFull, isItem: way.isItem,
                    crossed: crossed)
            }
            result.depth = clamp(Int(way.depth) + place.line.depth)
            result.isOdd = way.isOdd != (place.line.quotes % 2 == 1)
            result.last = Int32(at)
            situation.remove(.pending)
        case .paragraph:
            if isWaiting { cost += standing.closing + joins.begin(place.line, isFull: standing.isFull) }
            // An open quotation goes on in what does not open one anew.
            if isWaiting, way.opened > 0, last >= 0, lines[last].clues.contains(.endsSentence),
                !place.line.clues.contains(.startsQuote), !lines[last].clues.contains(.endsQuote)
            {
                cost += 1.5
            }
            result.depth = clamp(place.line.depth)
            result.isOdd = place.line.quotes % 2 == 1
            // 焊工: 第一名 汪洋 is one too.
            result.isItem =
                !place.line.clues.isDisjoint(with: [.startsNumber, .startsBullet])
                || place.line.clues.contains(.startsSpeaker) && place.line.ems <= 24
                    && place.previous?.clues.isDisjoint(with: [.startsSpeaker, .endsColon]) == false
                    && place.line.clues.isDisjoint(with: [.endsSentence, .endsPause])
            // Under their rubric each item with a bullet is one of its own.
            if place.line.clues.contains(.startsJump), situation.contains(.body) {
                cost += 1
                situation.subtract([.ended, .signed, .body, .notice, .briefs, .divided])
            }
            if situation.contains(.briefs), !place.line.clues.isDisjoint(with: [.startsBullet, .startsLead]) {
                situation.subtract([.ended, .signed, .body, .divided])
            }
            // A brief is one paragraph long, seldom more.
            if situation.contains(.briefs), situation.contains(.body), place.line.ems > 60 { cost += 0.7 }
            result.last = Int32(at)
            situation.remove(.pending)
            situation.formUnion([.story, .body])
            if place.line.clues.contains(.salutation) { situation.insert(.letter) }
            if place.line.clues.contains(.opening) || place.line.clues.contains(.startsJump) {
                situation.insert(.signed)
                situation.remove(.briefs)
            }
        case .caption, .captionMore, .furniture:
            if way.label.isText, situation.contains(.body) { situation.insert(.pending) }
            if label == .caption { situation.insert(.story) }
        case .jumpTo:
            situation.remove(.pending)
            situation.insert(.ended)
        default:
            if isWaiting { cost += standing.closing }
            situation.remove(.pending)
            result.last = -1
            enter(label, place.line, from: way.label, &situation)
        }
        if !label.isText, place.line.clues.contains(.endsSignature),
            !(label.isCaption && place.line.clues.contains(.endsCredit))
        {
            situation.insert(.ended)
        }
        if label.isText, place.line.clues.contains(.endsSignature) || place.line.clues.contains(.endsJump) {
            if place.line.clues.contains(.endsSignature), situation.contains(.signed) { cost += 2 }
            situation.formUnion([.signed, .ended])
        } else if label.isText {
            if way.situation.contains(.ended), situation.contains(.ended) {
                // Who asks may sign the question; the answer follows.
                if label == .paragraph, place.line.clues.contains(.startsSpeaker) {
                    situation.subtract([.ended, .signed])
                } else {
                    cost += 4
                }
            }
        }
        result.situation = situation
        result.cost = way.cost + cost
        return result
    }

    func enter(_ label: Label, _ line: TextLine, from: Label, _ situation: inout Situation) {
        switch label {
        case .rubric:
            situation.subtract([.body, .signed, .ended, .notice, .letter, .briefs, .divided])
            if line.clues.contains(.briefRubric) { situation.insert(.briefs) }
        case .kicker, .picture:
            // Briefs have no kicker.
            if label == .kicker { situation.remove(.briefs) }
            situation.subtract([.body, .signed, .ended, .notice, .letter, .divided])
            situation.insert(.story)
        case .headline:
            situation.subtract([.body, .signed, .ended, .notice, .letter, .divided])
            situation.insert(.story)
            if line.clues.contains(.notice) { situation.insert(.notice) }
        case .headlineMore:
            if line.clues.contains(.notice) { situation.insert(.notice) }
        case .jumpFrom:
            if ![.headline, .headlineMore, .deck, .deckMore, .byline].contains(from) {
                situation.subtract([.body, .signed, .ended, .notice, .letter, .divided])
            }
            situation.insert(.story)
        case .byline:
            situation.insert(.signed)
            situation.remove(.briefs)
        case .signature: situation.formUnion([.signed, .ended])
        case .crosshead: situation.insert(.divided)
        default: break
        }
    }
}
