extension ClusterRecords {
    /// Finds web and mail addresses, and restores the punctuation if `restoring` is set and the text is Chinese: its
    /// Han take at least as many cells as its letters, addresses not counted.
    mutating func readMarks(restoring: Bool) {
        guard !marks.isEmpty else { return }
        let addressed = markAddresses()
        if restoring, han > 0, 2 * han >= letters - addressed { restorePunctuation() }
    }
}
