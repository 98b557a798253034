import Testing

/// Tests that open a terminal through ncurses. They run one after the other, because ncurses has one screen for the whole
/// process.
@Suite(.serialized)
enum NcursesTests {}
