/// Something that takes long: what is said of it meanwhile, and how Escape stops it.
struct LongTask {
    let words: String
    let stop: (Application) -> Void
}
