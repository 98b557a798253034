import Foundation
import TestSupport
import Testing

/// News of towns that do not exist, in the languages of the encodings.
enum Sample {
    static let simplified = [
        "灯里镇秋粮入库过半\n", "本报讯（记者 岑小满）十月十二日，灯里镇的粮站里人来人往。", "今年全镇的晚稻比上年多收了两成，农户们说，这是有了新渠的缘故。\n",
        "“水到了，人就不愁了。”种粮大户郁长河在地头上说。", "他和合作社的人一起，把三百亩田分成了五块，一块一块地收。\n", "县里派来的技术员在晒场上住了半个月，教大家怎样看天气。",
        "渡口的老桥修好以后，卡车可以一直开到仓库门口，省下了两趟人力。\n", "镇上的小学也放了两天假，孩子们跟着大人去拾稻穗。", "第3版还有今年粮价的消息，请读者留意。\n",
        "据了解，明年春天这里还要再修一条路，通到山那边的柳湾村。",
    ]
    static let traditional = [
        "燈裡鎮秋糧入庫過半\n", "本報訊（記者岑小滿）十月十二日，燈裡鎮的糧站裡人來人往。", "今年全鎮的晚稻比上年多收了兩成，農戶們說，這是有了新渠的緣故。\n",
        "「水到了，人就不愁了。」種糧大戶郁長河在地頭上說。", "他和合作社的人一起，把三百畝田分成了五塊，一塊一塊地收。\n", "縣裡派來的技術員在曬場上住了半個月，教大家怎樣看天氣。",
        "渡口的老橋修好以後，卡車可以一直開到倉庫門口，省下了兩趟人力。\n", "鎮上的小學也放了兩天假，孩子們跟著大人去拾稻穗。", "第3版還有今年糧價的消息，請讀者留意。\n",
        "據了解，明年春天這裡還要再修一條路，通到山那邊的柳灣村。",
    ]
    static let japanese = [
        "灯里町の秋祭りに三千人\n", "十二日の朝、灯里町の広場には早くから人が集まった。", "今年は新しい橋が完成したこともあり、隣の町からも多くの家族連れが訪れた。\n",
        "「こんなににぎやかな祭りは初めてです」と、商店会の会長の岸本さんは話す。", "午後からは小学校の児童が太鼓をたたき、拍手が起こった。\n", "夜には川の上に百個のランプが流され、水面が明るく光った。",
        "町役場によると、来年は日程を二日に増やすことも考えているという。\n", "記者が見た限り、けが人は出なかった。", "第3面に写真と来週のバスの時刻表があります。\n",
        "雨が降らなくてよかった、と農家の人は笑顔で言った。",
    ]
    static let korean = [
        "등리읍 가을 시장에 삼천 명\n", "십이일 아침 등리읍 광장에는 일찍부터 사람들이 모였다.", "올해는 새 다리가 놓여서 옆 마을에서도 많은 가족이 찾아왔다.\n",
        "“이렇게 북적이는 시장은 처음입니다.” 상인회 회장 문가람 씨가 말했다.", "오후에는 초등학교 학생들이 북을 치고 노래를 불렀다.\n",
        "밤에는 강 위에 등불 백 개를 띄워 물이 환하게 빛났다.",
        "읍사무소에 따르면 내년에는 이틀 동안 여는 방안도 검토하고 있다.\n", "기자가 본 바로는 다친 사람은 없었다.", "3면에 사진과 다음 주 버스 시간표가 있습니다.\n",
        "비가 오지 않아서 다행이라고 농민들은 웃으며 말했다.",
    ]
    static let western = [
        "Le marché d’automne de Lampville\n", "Samedi matin, la place était déjà pleine à huit heures. ",
        "« C’est la première fois qu’on voit ça », a déclaré le maire.\n",
        "Après le déjeuner, les élèves de l’école ont chanté à côté du café. ",
        "Die Brücke über den Fluß wurde größer gebaut, sagte Frau Müller.\n",
        "Am Abend hörte man Bläser; später gab es Süßes für die Kinder. ",
        "El alcalde prometió que el año próximo habrá más música.\n",
        "“We didn’t expect so many people” – so said the baker, Zoë Finch. ",
        "À la fin, on a compté trois mille visiteurs.\n", "O pão e a maçã não chegaram para todos. ",
    ]

    /// A text of so many characters, its sentences in an order of its own.
    static func text(_ sentences: [String], characters: Int, _ random: inout Seeded) -> String {
        var scalars: [Unicode.Scalar] = []
        while scalars.count < characters {
            for sentence in sentences.shuffled(using: &random) { scalars += sentence.unicodeScalars }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars.prefix(characters))
        return String(text)
    }
}

/// The text in another encoding, by the C library.
func bytes(_ text: String, _ name: String) throws -> [UInt8] {
    let converter = try #require(iconv_open(name, "UTF-8"))
    defer { iconv_close(converter) }
    var source = text.utf8.map { CChar(bitPattern: $0) }
    var room = [CChar](repeating: 0, count: source.count * 5 + 16)
    var (left, free) = (source.count, room.count)
    let outcome = source.withUnsafeMutableBufferPointer { source in
        room.withUnsafeMutableBufferPointer { room in
            var (from, to) = (source.baseAddress, room.baseAddress)
            let outcome = iconv(converter, &from, &left, &to, &free)
            // What a stateful encoding still has to say.
            return outcome == 0 ? iconv(converter, nil, nil, &to, &free) : outcome
        }
    }
    try #require(outcome == 0, "\(name): \(text)")
    return room.dropLast(free).map { UInt8(bitPattern: $0) }
}

/// The text in HZ, for which the C library has no converter.
func hz(_ text: String) throws -> [UInt8] {
    var result: [UInt8] = []
    var isDouble = false
    for character in text {
        let isASCII = character.isASCII
        if isASCII == isDouble {
            result += Array((isDouble ? "~}" : "~{").utf8)
            isDouble.toggle()
        }
        result += isASCII ? Array(character.utf8) : try bytes(String(character), "GB2312").map { $0 & 0x7F }
        if character == "~" { result += Array("~".utf8) }
    }
    return result + (isDouble ? Array("~}".utf8) : [])
}
