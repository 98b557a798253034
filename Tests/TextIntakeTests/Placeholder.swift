import Testing
@testable import TextIntake
