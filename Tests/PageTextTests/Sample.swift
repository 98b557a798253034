import Newspaper
import Testing

@testable import PageText

/// What rule tests make their pages of.
enum Sample {
    /// Two paragraphs that no rule but those of paragraphs applies to.
    static let body = "四月的第一个星期天,城南的老街上挤满了人,有人来看花,有人来吃面,也有人只是路过,在桥头站一站,听一听河水的声音。"
    static let more = "守桥的老人说,这座桥有三百多年了,每年春天,河水涨起来的时候,桥上的石头就会发出轻轻的响声,像有人在说话。"

    /// A story of the page with that text.
    static func story(_ text: String, _ position: Int = 0) throws -> Story {
        let stories = parse(text).stories
        return try #require(stories.indices.contains(position) ? stories[position] : nil)
    }
}
