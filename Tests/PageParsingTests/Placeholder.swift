import Testing
@testable import PageParsing
