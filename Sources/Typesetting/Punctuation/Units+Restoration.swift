extension Units {
    func restorePunctuation() {}
}
