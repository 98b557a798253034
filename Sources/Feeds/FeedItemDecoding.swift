import Newspaper
import TextDecoding

/// Makes stories of the bytes of items, always the same one of the same bytes. One decoder is used by one thread at a time.
protocol FeedItemDecoding {
    /// The story, its id without regard to other stories of the list; nil where there is nothing to read in the item.
    func story(_ bytes: UnsafeRawBufferPointer) -> (story: Story?, faults: [FieldFault], encoding: SourceText.Encoding)
    /// What lists show of the story.
    func header(
        _ bytes: UnsafeRawBufferPointer
    ) -> (header: StoryHeader?, faults: [FieldFault], encoding: SourceText.Encoding)
}

extension FeedItemDecoding {
    func header(
        _ bytes: UnsafeRawBufferPointer
    ) -> (header: StoryHeader?, faults: [FieldFault], encoding: SourceText.Encoding) {
        let (story, faults, encoding) = story(bytes)
        return (story?.header, faults, encoding)
    }
}
