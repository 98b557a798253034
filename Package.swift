// swift-tools-version: 6.2
import PackageDescription

/// Modules that go over every byte of a page: optimised in debug builds too, so that tests may read large pages.
let hot: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// One target a room; the arrows between them are the architecture (README.md, "How it is built").
let package = Package(
    name: "broadsheet",
    products: [
        .executable(name: "broadsheet", targets: ["broadsheet"]),
        .library(name: "Typesetting", targets: ["Typesetting"]),
        .library(name: "PageParsing", targets: ["PageParsing", "TextIntake"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        // What a newspaper is.
        .target(name: "Newspaper", swiftSettings: hot),

        // Where text enters: bytes to clean text, and clean text to stories.
        .target(name: "TextIntake", swiftSettings: hot),
        .target(name: "PageParsing", dependencies: ["Newspaper", "TextIntake"], swiftSettings: hot),
        .target(name: "Feeds", dependencies: ["Newspaper", "TextIntake"]),

        // What a setting can be, and what can be wrong with it.
        .target(name: "Settings"),

        // What is on disk.
        .target(
            name: "Library",
            dependencies: [
                "Newspaper", "TextIntake", "PageParsing", "Feeds", "Settings",
                .product(name: "TOMLKit", package: "TOMLKit"),
            ]),

        // What is on the screen: pure, down to the frame of cells.
        .target(name: "CUnicodeTables"),
        .target(name: "Typesetting", dependencies: ["CUnicodeTables"], swiftSettings: hot),
        .target(name: "Finding", dependencies: ["CUnicodeTables"], swiftSettings: hot),
        .target(name: "Screen"),
        .target(name: "Texts", dependencies: ["Resources"]),
        .target(
            name: "Reader", dependencies: ["Newspaper", "Typesetting", "Finding", "Screen", "Settings", "Texts"]),

        // The terminal itself.
        .systemLibrary(name: "CNcurses"),
        .target(name: "Terminal", dependencies: ["Screen", "CNcurses"]),

        // Interface texts and the sample edition, embedded by the C compiler.
        .target(
            name: "Resources", path: "Resources", exclude: ["sample", "texts"], publicHeadersPath: "."),

        .executableTarget(
            name: "broadsheet",
            dependencies: [
                "Newspaper", "TextIntake", "PageParsing", "Feeds", "Library", "Settings", "Typesetting", "Screen",
                "Reader", "Terminal", "Texts", "Resources",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        .target(name: "TestSupport", dependencies: ["Newspaper"], path: "Tests/TestSupport"),
        .testTarget(name: "NewspaperTests", dependencies: ["Newspaper"]),
        .testTarget(name: "TextIntakeTests", dependencies: ["TextIntake", "TestSupport"]),
        .testTarget(name: "PageParsingTests", dependencies: ["PageParsing", "Newspaper", "TextIntake", "TestSupport"]),
        .testTarget(name: "FeedsTests", dependencies: ["Feeds", "Newspaper", "TestSupport"]),
        .testTarget(name: "TypesettingTests", dependencies: ["Typesetting", "TestSupport"]),
        // Makes marks until it is killed.
        .executableTarget(name: "MarkWriter", dependencies: ["Library", "Newspaper"], path: "Tests/MarkWriter"),
        .testTarget(name: "SettingsTests", dependencies: ["Settings"]),
        .testTarget(
            name: "LibraryTests",
            dependencies: ["Library", "Newspaper", "Settings", "TextIntake", "TestSupport", "MarkWriter"]),
        .testTarget(name: "FindingTests", dependencies: ["Finding", "TestSupport"]),
        .testTarget(name: "TextsTests", dependencies: ["Texts", "PageParsing", "TestSupport"]),
        .testTarget(name: "ScreenTests", dependencies: ["Screen", "TestSupport"]),
        .testTarget(
            name: "ReaderTests",
            dependencies: [
                "Reader", "Library", "Newspaper", "PageParsing", "Settings", "Texts", "Typesetting", "Screen",
                "TestSupport",
            ]),
        .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Screen", "CNcurses", "TestSupport"]),
        .testTarget(name: "EndToEndTests", dependencies: ["TestSupport", "Typesetting", "broadsheet"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
