extension Units {
    /// Marks addresses and, where asked and the text is Chinese by the cells that it takes, restores its punctuation.
    mutating func readMarks(restoring: Bool) {
        guard !marks.isEmpty else { return }
        let addressed = markAddresses()
        if restoring, han > 0, 2 * han >= letters - addressed { restorePunctuation() }
    }
}
