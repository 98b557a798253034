/// The name of whoever gives notice, above 关于…的公告: the two are one heading.
enum Issuers {
    /// Width in Han of a name, at least and at most.
    private static let widths = 4...26
    /// How the names of institutions end.
    private static let endings = StaticMarks("局委部府院会會办辦司站校处處科所团團队隊社厅廳署行厂廠公司")
    /// 关于, 關於, 关於
    private static let beginnings: [[UInt8]] = ["关于", "關於", "关於"].map { Array($0.utf8) }

    static func mark(_ lines: inout ContiguousArray<TextLine>, _ bytes: UnsafeBufferPointer<UInt8>) {
        let others = LineFeatures.furniture.union([
            .endsSentence, .endsPause, .endsColon, .endsHyphen, .byline, .date, .dateline, .signature, .startsNumber,
            .startsBullet, .weather, .pictureRubric, .briefRubric,
        ])
        for at in lines.indices.dropFirst()
        where lines[at].features.contains(.notice) && lines[at].gap <= 1
            && beginnings.contains(where: { bytes[lines[at].start..<lines[at].end].starts(with: $0) })
        {
            let name = lines[at - 1]
            guard widths.contains(name.ems), name.solid == name.han, endings.contains(name.last),
                name.features.isDisjoint(with: others), at == 1 || name.gap >= lines[at].gap
            else { continue }
            lines[at - 1].features.subtract([.rubricWord, .bareName, .penName, .banner])
            // Both are lines of a headline, neither kicker nor deck.
            lines[at - 1].features.formUnion([.notice, .briefHead])
            lines[at].features.insert(.briefHead)
        }
    }
}
