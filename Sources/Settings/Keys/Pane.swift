/// The parts of the screen that can receive keys.
package enum Pane: Int, Sendable, CaseIterable {
    case sections, stories, body
}
